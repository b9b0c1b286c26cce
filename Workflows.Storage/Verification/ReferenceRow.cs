namespace Workflows.Storage.Checks;

/// <summary>A row as the administrative log accounts for it.</summary>
/// <param name="Position">The entry that wrote it last.</param>
/// <param name="Columns">What each column holds, as text; long and secret ones by their digest; null for nothing.</param>
internal sealed record ReferenceRow(long Position, IReadOnlyDictionary<string, string?> Columns)
{
    /// <summary>The row with one column written anew.</summary>
    public ReferenceRow With(long position, string column, string? value) =>
        new(position, new Dictionary<string, string?>(Columns) { [column] = value });
}
