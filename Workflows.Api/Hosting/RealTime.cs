using NodaTime;

namespace Workflows.Api.Hosting;

/// <summary>Real time, also in a sandbox: by it keys, sessions and links end.</summary>
/// <param name="Clock">What it is read from.</param>
internal sealed record RealTime(IClock Clock);
