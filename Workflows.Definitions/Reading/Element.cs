using System.Collections.Immutable;
using System.Globalization;
using Workflows.Calendar;

namespace Workflows.Definitions;

/// <summary>A mapping of the text, read key by key against the keys it may have.</summary>
internal sealed class Element
{
    private readonly SourceNode.Mapping? _mapping;
    private readonly KeyTable _keys;

    public Element(Reading reading, SourceNode.Mapping? mapping, KeyTable keys, string path, SourceLocation at)
    {
        (Reading, _mapping, _keys, Path, At) = (reading, mapping, keys, path, at);
        if (mapping is not null)
            CheckKeys(mapping);
    }

    public Reading Reading { get; }

    public string Path { get; }

    public SourceLocation At { get; }

    public SourceNode? Find(string key) => _mapping?.Find(key);

    public SourceNode.Entry? EntryOf(string key) => _mapping?.EntryOf(key);

    public bool Has(string key) => Find(key) is not null;

    public void Error(string code, SourceNode? node, string message, string mend) =>
        Reading.Complaints.Error(code, node?.Location ?? At, message, mend, Path);

    /// <summary>The text under a key; empty when it is missing, which has been complained of.</summary>
    public string Text(string key) => OptionalText(key) ?? "";

    public string? OptionalText(string key) => Find(key) is { } node ? Reading.Text(node, $"`{key}`") : null;

    public string? OptionalReference(string key, NameKind kind) => Find(key) is { } node ? Reading.Reference(node, kind) : null;

    public ImmutableArray<string> References(string key, NameKind kind) => Reading.References(Many(key), kind);

    public ImmutableArray<SourceNode> Many(string key) => Reading.Many(Find(key));

    public ImmutableArray<SourceNode.Entry> Entries(string key, string noun, NameForm form) =>
        Reading.Entries(Find(key), noun, form);

    public bool Truth(string key)
    {
        if (Find(key) is not { } node)
            return false;
        if (node is SourceNode.Scalar { Plain: true, Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Error(DiagnosticCodes.MalformedValue, node, $"`{key}` 应为 true 或 false", $"写成 `{key}: true`");
        return false;
    }

    public int Number(string key, int otherwise, int most)
    {
        if (Find(key) is not { } node)
            return otherwise;
        return ReadNumber(node, key, most) ?? otherwise;
    }

    public int? ReadNumber(SourceNode node, string key, int most)
    {
        if (node is SourceNode.Scalar scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        Error(DiagnosticCodes.MalformedValue, node, $"`{key}` 应为 1 至 {most} 的整数", $"写成 `{key}: 1`");
        return null;
    }

    public Period Period(string key) => Find(key) is { } node ? ReadPeriod(node) : new Period.WorkingDays(1);

    public Period ReadPeriod(SourceNode node)
    {
        var text = Reading.Text(node, "期限");
        if (Workflows.Calendar.Period.TryParse(text, out var period))
            return period;
        if (text.Length > 0)
        {
            Error(DiagnosticCodes.MalformedValue, node, $"`{Reading.Shown(text)}` 不是期限",
                "写成 `15 working-days`、`3 days`、`2 hours`、`30 minutes`、`03-31` 或 `last-working-week-of-quarter`");
        }

        return new Period.WorkingDays(1);
    }

    /// <summary>A name for people: Chinese alone, or Chinese and English.</summary>
    public LocalizedText Title(string key = "title") => Find(key) is { } node ? Reading.Localized(node, Path) : new("", null);

    /// <summary>The basis, which must be there.</summary>
    public LegalBasis Basis()
    {
        if (OptionalBasis() is { } basis)
            return basis;
        if (_mapping is not null)
        {
            Error(DiagnosticCodes.NoBasis, null, $"{_keys.Noun}没有依据",
                "加上 `basis: { article: 第…条 }`；没有条文可依的，写 `basis: { design: 理由 }`");
        }

        return new(null, null, null, []);
    }

    public LegalBasis? OptionalBasis() => Find("basis") is { } node ? Reading.Basis(node, Path + ".basis") : null;

    /// <summary>Complains unless exactly one of the keys is there.</summary>
    public void ExactlyOne(params ReadOnlySpan<string> keys)
    {
        var present = new List<SourceNode.Entry>();
        foreach (var key in keys)
        {
            if (EntryOf(key) is { } entry)
                present.Add(entry);
        }

        if (present.Count != 1 && _mapping is not null)
        {
            Error(DiagnosticCodes.ExclusiveKeys, present.MaxBy(e => (e.Key.Location.Line, e.Key.Location.Column))?.Key,
                $"{_keys.Noun}须恰有 `{string.Join("`、`", keys)}` 之一", present.Count == 0 ? "写上其中一个" : "只保留一个");
        }
    }

    private void CheckKeys(SourceNode.Mapping mapping)
    {
        foreach (var (key, value) in mapping.Entries.Where(e => !_keys.All.Contains(e.Key.Value)))
        {
            // In { zh: 口述, en: Oral, transcribed } the comma ends the text, and what follows it looks like a key.
            Error(DiagnosticCodes.UnknownKey, key, $"{_keys.Noun}没有键 `{Reading.Shown(key.Value)}`",
                value is SourceNode.Scalar { IsNull: true } ? "文字中有逗号的，请加引号" : NearestName.Mend(key.Value, _keys.All));
        }

        foreach (var key in _keys.Required)
        {
            if (mapping.Find(key) is null)
                Error(DiagnosticCodes.MissingKey, null, $"{_keys.Noun}缺少 `{key}`", $"加上 `{key}: …`");
        }
    }
}
