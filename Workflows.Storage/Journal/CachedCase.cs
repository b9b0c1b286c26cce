using Workflows.Engine;
using Workflows.Storage.Encryption;

namespace Workflows.Storage.Journal;

/// <summary>What the writer knows of a case between two commands.</summary>
/// <param name="State">The case.</param>
/// <param name="Head">Hash of its last entry.</param>
/// <param name="Sealer">Its key; used by the writer only.</param>
/// <param name="Snapshot">Its snapshot as written; null when it was read.</param>
internal sealed record CachedCase(CaseState State, byte[] Head, CaseSealer Sealer, Snapshot? Snapshot = null);
