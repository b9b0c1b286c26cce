using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A node of the YAML text with its place. A closed family.</summary>
internal abstract record SourceNode(SourceLocation Location)
{
    /// <summary>A word or a text.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Plain">Written without quotes.</param>
    /// <param name="Location">Where it begins.</param>
    public sealed record Scalar(string Value, bool Plain, SourceLocation Location) : SourceNode(Location)
    {
        public bool IsNull => Plain && Value is "" or "~" or "null";
    }

    /// <summary>A list.</summary>
    public sealed record Sequence(ImmutableArray<SourceNode> Items, SourceLocation Location) : SourceNode(Location);

    /// <summary>A mapping, in the order of the text, no key twice.</summary>
    public sealed record Mapping(ImmutableArray<Entry> Entries, SourceLocation Location) : SourceNode(Location)
    {
        public SourceNode? Find(string key) => EntryOf(key)?.Value;

        public Entry? EntryOf(string key) => Entries.FirstOrDefault(e => e.Key.Value == key);
    }

    /// <summary>A key and its value.</summary>
    public sealed record Entry(Scalar Key, SourceNode Value);
}
