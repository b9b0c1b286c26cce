using System.Collections.Immutable;
using System.Text;
using DotLiquid;
using DotLiquid.Exceptions;

namespace Workflows.Api.Documents;

/// <summary>Reads the source of a template: is it well formed, and which fields does it ask for?</summary>
/// <remarks>
/// Markup: <c>h1</c> (class <c>new-page</c>), <c>h2</c>, <c>p</c> (class <c>center</c>, <c>right</c> or <c>indent</c>), <c>table</c>, <c>tr</c>,
/// <c>td</c> and <c>th</c> (<c>colspan</c>, <c>rowspan</c>, <c>width="20%"</c>, class <c>center</c> or <c>right</c>),
/// <c>strong</c>, <c>u</c>, <c>br</c>, <c>span</c> (class <c>small</c>). A line break of the source prints nothing.
/// Liquid: <c>if</c>, <c>unless</c>, <c>case</c>, <c>for</c> over a list of the case, <c>assign</c>, <c>comment</c>,
/// and the filters <c>add</c>, <c>blank</c>, <c>date_zh</c>, <c>datetime_zh</c>, <c>default</c>, <c>list</c>,
/// <c>money</c>, <c>stop</c>, <c>tick</c>, <c>title</c>.
/// </remarks>
public static class TemplateReader
{
    private static readonly string[] Words = ["and", "or", "contains", "in", "true", "false", "nil", "null", "empty", "blank"];

    /// <summary>What is wrong with a source, in its order; empty when it can be rendered for every case.</summary>
    /// <param name="source">Source of a template.</param>
    public static ImmutableArray<TemplateProblem> Check(string source) => Prepare(source).Problems;

    /// <summary>Dotted names that a source reads, each once, in ordinal order; names that it assigns itself and loop variables are left out.</summary>
    /// <param name="source">Source of a template.</param>
    public static ImmutableArray<string> ReadFields(string source)
    {
        var own = new HashSet<string>(["forloop"], StringComparer.Ordinal);
        var fields = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var token in TemplateTokenizer.Read(source, new ProblemList(source)).Where(token => token.Kind != TemplateTokenKind.Text))
        {
            foreach (var path in PathsOf(token, own))
            {
                var parts = path.Split('.');
                if (!Words.Contains(path) && !own.Contains(parts[0]))
                    fields.Add(parts[^1] is "size" or "first" or "last" ? string.Join('.', parts[..^1]) : path);
            }
        }

        return [.. fields];
    }

    /// <summary>The template as Liquid may run it, comments gone and quoted texts shielded; null when there are problems.</summary>
    internal static (ImmutableArray<TemplateProblem> Problems, Template? Liquid) Prepare(string source)
    {
        var problems = new ProblemList(source);
        if (source.Length > TemplateLimits.SourceLength)
        {
            problems.Add(0, "too-long", $"模板超过 {TemplateLimits.SourceLength} 个字符", "缩短模板");
            return (problems.InOrder(), null);
        }

        var tokens = TemplateTokenizer.Read(source, problems);
        if (source.AsSpan().IndexOfAnyInRange('\uFDD0', '\uFDEF') is >= 0 and var at)
            problems.Add(at, "bad-character", "模板中有不属于 Unicode 文字的字符", "删去该字符");
        if (problems.Any)
            return (problems.InOrder(), null);
        if (new LiquidCheck(problems).Check(tokens))
            new MarkupCheck(problems).Check(tokens);
        var liquid = problems.Any ? null : Parsed(Written(tokens), problems);
        return (problems.InOrder(), liquid);
    }

    private static Template? Parsed(string liquid, ProblemList problems)
    {
        try
        {
            return Template.Parse(liquid, SyntaxCompatibility.DotLiquid22a);
        }
        catch (SyntaxException exception)
        {
            problems.Add(0, "malformed", $"Liquid 无法读取模板（{exception.Message}）", "简化其中的标签");
            return null;
        }
    }

    private static string Written(List<TemplateToken> tokens)
    {
        var liquid = new StringBuilder();
        foreach (var token in tokens)
        {
            var inner = token.Kind == TemplateTokenKind.Text
                ? token.Inner
                : LiquidGrammar.QuotedText().Replace(token.Inner, quoted => $"'{ShieldedText.Shield(quoted.Value[1..^1])}'");
            liquid.Append(token.Kind switch
            {
                TemplateTokenKind.Text => inner,
                // A choice that is printed as it stands is printed by its name.
                TemplateTokenKind.Output => $"{{{{ {inner} | title }}}}",
                _ => $"{{% {inner} %}}",
            });
        }

        return liquid.ToString();
    }

    private static IEnumerable<string> PathsOf(TemplateToken token, HashSet<string> own)
    {
        var markup = token.Kind == TemplateTokenKind.Output ? token.Inner : token.TagMarkup;
        if (token.Kind == TemplateTokenKind.Tag)
        {
            var binding = token.TagName switch
            {
                "for" => LiquidGrammar.Loop().Match(markup),
                "assign" => LiquidGrammar.Assignment().Match(markup),
                _ => null,
            };
            if (binding is { Success: true })
            {
                own.Add(binding.Groups["name"].Value);
                markup = token.TagName == "for" ? binding.Groups["list"].Value : binding.Groups["expression"].Value;
            }
        }

        var withoutFilterNames = LiquidGrammar.Filter().Replace(markup, call => call.Groups["arguments"].Value.Insert(0, " "));
        return LiquidGrammar.Word().Matches(withoutFilterNames).Where(word => word.Groups["path"].Success).Select(word => word.Value);
    }
}
