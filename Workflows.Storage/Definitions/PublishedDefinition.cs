using NodaTime;

namespace Workflows.Storage;

/// <summary>A published version of a definition. It never changes.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Version">Version.</param>
/// <param name="Yaml">Text.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8, lower-case hex.</param>
/// <param name="PublishedAt">Real time.</param>
/// <param name="PublishedBy">Name of who published it.</param>
/// <param name="EffectiveAt">When, by the service's clock, which is another in a sandbox: its schedules hold from then on.</param>
public sealed record PublishedDefinition(
    string Procedure, int Version, string Yaml, string Sha256, Instant PublishedAt, string PublishedBy, Instant EffectiveAt);
