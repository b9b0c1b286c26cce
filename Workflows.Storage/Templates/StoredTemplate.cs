using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Storage;

/// <summary>A version of a letter's template. It never changes.</summary>
/// <param name="Id">Template id.</param>
/// <param name="Version">Version.</param>
/// <param name="Content">The file.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="PublishedAt">Real time.</param>
/// <param name="PublishedBy">Name of who published it.</param>
public sealed record StoredTemplate(
    string Id, int Version, ImmutableArray<byte> Content, string Sha256, Instant PublishedAt, string PublishedBy);
