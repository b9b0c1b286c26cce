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
            problems.Add(at, "lone-brace", $"单个花括号“{source[at]}”不能作为文字", source[at] == '{' ? "要打印花括号，写 &#123;" : "要打印花括号，写 &#125;");
            return at + 1;
        }

        var (kind, closing) = opening is "{{" ? (TemplateTokenKind.Output, "}}") : (TemplateTokenKind.Tag, "%}");
        var inside = source.AsSpan(at + 2);
        var end = inside.IndexOf(closing);
        if (end < 0)
        {
            problems.Add(at, "not-closed", $"“{opening}”没有结束", $"以“{closing}”结束");
            return source.Length;
        }

        if (inside[..end].IndexOfAny('{', '}') is >= 0 and var inner)
        {
            problems.Add(at, "not-closed", $"“{opening}”在下一个花括号之前没有结束", $"以“{closing}”结束；其中不能有花括号");
            return at + 2 + inner;
        }

        if (end > TemplateLimits.TagLength)
            problems.Add(at, "too-long", $"“{opening}”与“{closing}”之间超过 {TemplateLimits.TagLength} 个字符", "拆成几个");
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
            problems.Add(open.Offset, "not-closed", "注释没有结束", "以 {% endcomment %} 结束");
        return result;
    }
}
