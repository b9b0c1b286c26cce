using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Api.Documents;

/// <summary>Gathers the runs of one paragraph and sets its blanks.</summary>
/// <remarks>White space with a line break in it prints nothing: Chinese text has no spaces where the source was wrapped. Other white space is one space.</remarks>
internal sealed partial class RunCollector
{
    private readonly List<DocumentRun> _runs = [];

    public void Add(string text, IReadOnlyCollection<string> elements)
    {
        var plain = new StringBuilder();
        foreach (var character in Spaces().Replace(SourceLineBreaks().Replace(text, ""), " "))
        {
            if (character == ShieldedText.LineBreak)
            {
                AddText(plain, elements);
                AddBreak();
            }
            else
            {
                plain.Append(ShieldedText.Reveal(character));
            }
        }

        AddText(plain, elements);
    }

    public void AddBreak() => _runs.Add(new DocumentRun(null, false, false, false));

    /// <summary>The runs so far, without blanks at either end; begins anew.</summary>
    public ImmutableArray<DocumentRun> Take()
    {
        if (_runs is [{ Text: { } first }, ..])
            _runs[0] = _runs[0] with { Text = first.TrimStart(' ') };
        if (_runs is [.., { Text: { } last }])
            _runs[^1] = _runs[^1] with { Text = last.TrimEnd(' ') };
        var runs = _runs.Where(run => run.Text is not "").ToImmutableArray();
        _runs.Clear();
        return runs;
    }

    private void AddText(StringBuilder text, IReadOnlyCollection<string> elements)
    {
        if (text.Length > 0)
            _runs.Add(new DocumentRun(text.ToString(), elements.Contains("strong"), elements.Contains("u"), elements.Contains("span small")));
        text.Clear();
    }

    [GeneratedRegex(@"[ \t\r]*\n[ \t\r\n]*")]
    private static partial Regex SourceLineBreaks();

    [GeneratedRegex(@"[ \t\r]+")]
    private static partial Regex Spaces();
}
