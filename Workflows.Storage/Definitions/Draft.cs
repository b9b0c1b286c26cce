using NodaTime;

namespace Workflows.Storage;

/// <summary>A definition being written.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Yaml">Text.</param>
/// <param name="Revision">1, 2, 3 …: what an editor must name to change it.</param>
/// <param name="EditedAt">Real time of the last change.</param>
/// <param name="EditedBy">Name of who changed it last.</param>
public sealed record Draft(string Procedure, string Yaml, int Revision, Instant EditedAt, string EditedBy);
