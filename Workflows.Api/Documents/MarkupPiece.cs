using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>A piece of markup. A closed family.</summary>
/// <param name="Offset">Where it begins.</param>
internal abstract record MarkupPiece(int Offset)
{
    /// <summary>Text with its entities resolved; characters that came from values are still shielded.</summary>
    public sealed record Characters(string Text, int Offset) : MarkupPiece(Offset);

    /// <summary>The beginning of an element.</summary>
    public sealed record Start(string Name, ImmutableArray<KeyValuePair<string, string>> Attributes, int Offset) : MarkupPiece(Offset);

    /// <summary>The end of an element.</summary>
    public sealed record End(string Name, int Offset) : MarkupPiece(Offset);

    /// <summary>Something that is neither.</summary>
    public sealed record Wrong(string Code, string Message, string Mend, int Offset) : MarkupPiece(Offset);
}
