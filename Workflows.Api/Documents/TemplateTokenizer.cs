namespace Workflows.Api.Documents;

/// <summary>Splits a source into text, outputs and tags. Comments are left out.</summary>
/// <remarks>
/// Stricter than Liquid, so that what is checked here is what Liquid runs: no braces in text or inside a tag, no
/// whitespace control, no raw blocks.
/// </remarks>
internal static class TemplateTokenizer
{
    public static List<TemplateToken> Read(string source, ProblemList problems)
    {
        var tokens = new List<TemplateToken>();
        var at = 0;
        while (at < source.Length)
        {
            var brace = source.AsSpan(at).IndexOfAny('{', '}');
            var text = brace < 0 ? source.Length - at : brace;
            if (text > 0)
                tokens.Add(new TemplateToken(TemplateTokenKind.Text, source.Substring(at, text), at));
            at += text;
            if (at < source.Length)
                at = ReadBraces(source, at, tokens, problems);
        }

        return WithoutComments(tokens, problems);
    }

    private static int ReadBraces(string source, int at, List<TemplateToken> tokens, ProblemList problems)
    {
        var opening = source.AsSpan(at, Math.Min(2, source.Length - at));
        if (opening is not ("{{" or "{%"))
        {
            problems.Add(at, $"A single brace '{source[at]}' is not text.", source[at] == '{' ? "Write &#123; for the character." : "Write &#125; for the character.");
            return at + 1;
        }

        var (kind, closing) = opening is "{{" ? (TemplateTokenKind.Output, "}}") : (TemplateTokenKind.Tag, "%}");
        var inside = source.AsSpan(at + 2);
        var end = inside.IndexOf(closing);
        if (end < 0)
        {
            problems.Add(at, $"'{opening}' is not closed.", $"Close it with '{closing}'.");
            return source.Length;
        }

        if (inside[..end].IndexOfAny('{', '}') is >= 0 and var inner)
        {
            problems.Add(at, $"'{opening}' is not closed before the next brace.", $"Close it with '{closing}'; braces cannot stand inside it.");
            return at + 2 + inner;
        }

        if (end > TemplateLimits.TagLength)
            problems.Add(at, $"What stands between '{opening}' and '{closing}' is longer than {TemplateLimits.TagLength} characters.", "Split it into several.");
        else
            tokens.Add(new TemplateToken(kind, inside[..end].Trim().ToString().ReplaceLineEndings(" ").Replace('\t', ' '), at));
        return at + 2 + end + 2;
    }

    private static List<TemplateToken> WithoutComments(List<TemplateToken> tokens, ProblemList problems)
    {
        var result = new List<TemplateToken>(tokens.Count);
        TemplateToken? comment = null;
        foreach (var token in tokens)
        {
            var name = token.Kind == TemplateTokenKind.Tag ? token.TagName : null;
            if (comment is null && name == "comment")
                comment = token;
            else if (comment is not null && name == "endcomment")
                comment = null;
            else if (comment is null)
                result.Add(token);
        }

        if (comment is { } open)
            problems.Add(open.Offset, "The comment is not closed.", "Close it with {% endcomment %}.");
        return result;
    }
}
