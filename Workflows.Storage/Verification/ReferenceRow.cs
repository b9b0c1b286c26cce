namespace Workflows.Storage.Checks;

/// <summary>A row as the administrative log accounts for it.</summary>
/// <param name="Position">The entry that wrote it last.</param>
/// <param name="Columns">What each column holds, as text; long and secret ones by their digest; null for nothing.</param>
internal sealed record ReferenceRow(long Position, IReadOnlyDictionary<string, string?> Columns)
{
    /// <summary>The row with some columns written anew.</summary>
    public ReferenceRow With(long position, params (string Column, string? Value)[] columns)
    {
        var written = new Dictionary<string, string?>(Columns);
        foreach (var (column, value) in columns)
            written[column] = value;
        return new ReferenceRow(position, written);
    }
}
