using Workflows.Engine;

namespace Workflows.Storage;

/// <summary>The key of the case was destroyed: nothing more can be recorded in it.</summary>
public sealed class CaseErasedException(CaseId id) : Exception($"The key of case {id} has been destroyed; nothing more can be recorded in it.");
