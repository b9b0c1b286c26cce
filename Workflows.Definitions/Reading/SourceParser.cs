using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Workflows.Definitions;

/// <summary>Reads YAML text into nodes with places, and refuses what a definition has no use for.</summary>
/// <remarks>Anchors, aliases, merge keys and tags are refused: with them a small text can stand for a huge one.</remarks>
internal sealed class SourceParser
{
    private const int LongestText = 512 * 1024;
    private const int MostNodes = 60_000;
    private const int Deepest = 32;

    private readonly Complaints _complaints;
    private readonly Parser _parser;
    private int _nodes;

    private SourceParser(string text, Complaints complaints)
    {
        _complaints = complaints;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The node of the only document; null when the text is no YAML or too large.</summary>
    public static SourceNode? Parse(string text, Complaints complaints)
    {
        if (text.Length > LongestText)
        {
            complaints.Error(DiagnosticCodes.TooLarge, new(1, 1), $"文本超过 {LongestText / 1024} KiB", "请拆成几个程序");
            return null;
        }

        var parser = new SourceParser(text, complaints);
        try
        {
            return parser.OnlyDocument();
        }
        catch (LimitReached)
        {
            return null;
        }
        catch (YamlException e)
        {
            return parser.Broken(e.Start, e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner answers some broken texts with an exception of its own making.
            return parser.Broken(parser._parser.Current?.End ?? Mark.Empty, e);
        }
    }

    private SourceNode? Broken(Mark at, Exception e)
    {
        _complaints.Error(DiagnosticCodes.Syntax, Place(at), $"不是合格的 YAML：{e.Message}", "检查缩进、冒号、引号和括号");
        return null;
    }

    private static SourceLocation Place(Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private SourceNode? OnlyDocument()
    {
        SourceNode? root = null;
        while (_parser.MoveNext())
        {
            if (_parser.Current is not DocumentStart start)
                continue;
            if (root is not null)
            {
                _complaints.Error(DiagnosticCodes.NotOneDocument, Place(start.Start), "一个文件只能有一个程序", "删去 `---` 之后的内容，或另存为一个文件");
                return root;
            }

            _parser.MoveNext();
            root = Node(0);
        }

        if (root is null)
            _complaints.Error(DiagnosticCodes.NotOneDocument, new(1, 1), "文本是空的", "从 `procedure:` 写起");
        return root;
    }

    // On entry the parser stands on the node's first event, on return on its last.
    private SourceNode Node(int depth)
    {
        var first = _parser.Current ?? throw new InvalidOperationException("文本没有写完");
        var at = Place(first.Start);
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            _complaints.Error(DiagnosticCodes.TooLarge, at, depth > Deepest ? $"嵌套超过 {Deepest} 层" : $"元素超过 {MostNodes} 个", "请写得简单些");
            throw new LimitReached();
        }

        if (first is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias)
            _complaints.Error(DiagnosticCodes.NotAllowed, at, "不允许锚点（&）、别名（*）和标签（!）", "把内容直接写在这里");
        return first switch
        {
            Scalar scalar => new SourceNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, at),
            SequenceStart => new SourceNode.Sequence(Items(depth), at),
            MappingStart => new SourceNode.Mapping(Entries(depth), at),
            _ => new SourceNode.Scalar("", true, at),
        };
    }

    private ImmutableArray<SourceNode> Items(int depth)
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            items.Add(Node(depth + 1));
        return items.ToImmutable();
    }

    private ImmutableArray<SourceNode.Entry> Entries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<SourceNode.Entry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            _parser.MoveNext();
            var value = Node(depth + 1);
            if (key is not SourceNode.Scalar { IsNull: false } name)
                _complaints.Error(DiagnosticCodes.WrongKind, key.Location, "键必须是一个词", "写成 `键: 值`");
            else if (name is { Value: "<<", Plain: true })
                _complaints.Error(DiagnosticCodes.NotAllowed, key.Location, "不允许合并键（<<）", "把内容直接写在这里");
            else if (!seen.Add(name.Value))
                _complaints.Error(DiagnosticCodes.DuplicateKey, key.Location, $"`{name.Value}` 在这里写了两次", "删去其中一个，或改名");
            else
                entries.Add(new(name, value));
        }

        return entries.ToImmutable();
    }

    private sealed class LimitReached : Exception;
}
