using System.Collections.Immutable;

namespace Workflows.Api.Documents;

/// <summary>Collects problems of one source and knows the line of each offset.</summary>
internal sealed class ProblemList(string source)
{
    private const int Most = 50;

    private readonly List<(int Offset, string Code, string Message, string Mend)> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(int offset, string code, string message, string mend) => _found.Add((offset, code, message, mend));

    public ImmutableArray<TemplateProblem> InOrder() =>
        [.. _found.OrderBy(found => found.Offset).Take(Most).Select(found => At(found.Offset, found.Code, found.Message, found.Mend))];

    private TemplateProblem At(int offset, string code, string message, string mend)
    {
        var before = source.AsSpan(0, Math.Min(offset, source.Length));
        return new TemplateProblem(code, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), message, mend);
    }
}
