namespace Workflows.Storage;

/// <summary>
/// The database must not be opened as asked: it is in use, its master key is wrong or missing, it belongs to the sandbox
/// (or does not), or a newer version wrote it. The message says how to mend it.
/// </summary>
public sealed class DatabaseRefusedException(string message, Exception? inner = null) : Exception(message, inner);
