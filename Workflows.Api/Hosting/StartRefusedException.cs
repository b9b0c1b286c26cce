namespace Workflows.Api.Hosting;

/// <summary>The service cannot start; the message says why, in one line.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
