using System.Collections.Immutable;
using System.Globalization;

namespace Workflows.Api.Documents;

/// <summary>Reads what a template yielded into blocks. Whatever is not of the subset is an error, never passed on.</summary>
internal sealed class DocumentParser
{
    private readonly Stack<string> _elements = new();
    private readonly Stack<ImmutableArray<KeyValuePair<string, string>>> _attributes = new();
    private readonly RunCollector _runs = new();
    private readonly ImmutableArray<DocumentBlock>.Builder _blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
    private readonly ImmutableArray<ImmutableArray<DocumentCell>>.Builder _rows = ImmutableArray.CreateBuilder<ImmutableArray<DocumentCell>>();
    private readonly ImmutableArray<DocumentCell>.Builder _cells = ImmutableArray.CreateBuilder<DocumentCell>();
    private readonly ImmutableArray<DocumentBlock.Paragraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<DocumentBlock.Paragraph>();

    private DocumentParser()
    {
    }

    /// <exception cref="FormatException">The markup is not of the subset: the check of the template has a gap.</exception>
    public static ImmutableArray<DocumentBlock> Parse(string markup)
    {
        var parser = new DocumentParser();
        foreach (var piece in MarkupScanner.Read(markup))
            parser.Take(piece);
        return parser._elements.Count == 0 ? parser._blocks.ToImmutable() : throw new FormatException($"<{parser._elements.Peek()}> is not closed.");
    }

    private string Parent => _elements.TryPeek(out var element) ? element.Split(' ')[0] : MarkupGrammar.Root;

    private bool IsInCell => _elements.Any(element => element is "td" or "th");

    private void Take(MarkupPiece piece)
    {
        switch (piece)
        {
            case MarkupPiece.Characters characters when MarkupGrammar.AllowsText(Parent):
                _runs.Add(characters.Text, _elements);
                break;
            case MarkupPiece.Characters characters when characters.Text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0:
                break;
            case MarkupPiece.Start start when MarkupGrammar.Allows(Parent, start.Name)
                && start.Attributes.All(attribute => MarkupGrammar.Mend(start.Name, attribute.Key, attribute.Value) is null):
                Begin(start);
                break;
            case MarkupPiece.End { Name: "br" } when Parent != "br":
                break;
            case MarkupPiece.End end when Parent == end.Name:
                Finish(end.Name);
                break;
            default:
                throw new FormatException($"Not of the subset: {piece}");
        }
    }

    private void Begin(MarkupPiece.Start start)
    {
        if (start.Name == "p" && IsInCell)
            EndLooseText();
        _elements.Push(start.Name == "span" && start.Attributes.Length > 0 ? $"span {start.Attributes[0].Value}" : start.Name);
        _attributes.Push(start.Attributes);
    }

    private void Finish(string name)
    {
        _elements.Pop();
        var attributes = _attributes.Pop();
        switch (name)
        {
            case "br":
                _runs.AddBreak();
                break;
            case "h1" or "h2":
                _blocks.Add(new DocumentBlock.Heading(name == "h1" ? 1 : 2, attributes.Length > 0 && _blocks.Count > 0, _runs.Take()));
                break;
            case "p" when IsInCell:
                _paragraphs.Add(new DocumentBlock.Paragraph(StyleOf(attributes), _runs.Take()));
                break;
            case "p":
                _blocks.Add(new DocumentBlock.Paragraph(StyleOf(attributes), _runs.Take()));
                break;
            case "td" or "th":
                EndLooseText();
                _cells.Add(new DocumentCell(name == "th", StyleOf(attributes), NumberOf(attributes, "colspan") ?? 1, NumberOf(attributes, "rowspan") ?? 1, NumberOf(attributes, "width"), _paragraphs.ToImmutable()));
                _paragraphs.Clear();
                break;
            case "tr":
                if (_cells.Count > 0)
                    _rows.Add(_cells.ToImmutable());
                _cells.Clear();
                break;
            case "table":
                if (_rows.Count > 0)
                    _blocks.Add(new DocumentBlock.Table(_rows.ToImmutable()));
                _rows.Clear();
                break;
        }
    }

    private void EndLooseText()
    {
        if (_runs.Take() is { IsEmpty: false } runs)
            _paragraphs.Add(new DocumentBlock.Paragraph(ParagraphStyle.Plain, runs));
    }

    private static ParagraphStyle StyleOf(ImmutableArray<KeyValuePair<string, string>> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.Key == "class").Value switch
        {
            "center" => ParagraphStyle.Center,
            "right" => ParagraphStyle.Right,
            "indent" => ParagraphStyle.Indent,
            _ => ParagraphStyle.Plain,
        };

    private static int? NumberOf(ImmutableArray<KeyValuePair<string, string>> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Key == name).Value is { } value
            ? int.Parse(value.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
