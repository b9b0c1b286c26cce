namespace Workflows.Api.Documents;

/// <summary>Checks the tags and outputs of a template one by one and that blocks are closed in order.</summary>
internal sealed class LiquidCheck(ProblemList problems)
{
    private static readonly string[] Comparisons = ["if", "unless"];

    private readonly Stack<TemplateToken> _open = new();

    private bool _areBlocksClosed = true;

    /// <summary>Checks all tokens of a source.</summary>
    /// <returns>Whether blocks are closed in order, so that it makes sense to look at the markup inside them.</returns>
    public bool Check(IEnumerable<TemplateToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TemplateTokenKind.Output)
                CheckExpression(token.Inner, token.Offset);
            else if (token.Kind == TemplateTokenKind.Tag)
                CheckTag(token);
        }

        foreach (var token in _open)
            problems.Add(token.Offset, "not-closed", $"{{% {token.TagName} %}} 没有结束", $"以 {{% end{token.TagName} %}} 结束");
        return _areBlocksClosed && _open.Count == 0;
    }

    private void CheckTag(TemplateToken token)
    {
        switch (token.TagName)
        {
            case "if" or "unless":
                Open(token, LiquidGrammar.Condition().IsMatch(token.TagMarkup), "形如 {% if 字段 %} 或 {% if 字段 == '值' %}；可用 ==、!=、contains '文字'、and、or");
                break;
            case "for":
                Open(token, LiquidGrammar.Loop().IsMatch(token.TagMarkup), "形如 {% for row in 列表字段 %}：循环只能取案件中的列表，不能取数字");
                break;
            case "case":
                Open(token, LiquidGrammar.Subject().IsMatch(token.TagMarkup), "形如 {% case 字段 %}");
                break;
            case "elsif":
                Continue(token, Comparisons, LiquidGrammar.Condition().IsMatch(token.TagMarkup), "形如 {% elsif 字段 == '值' %}");
                break;
            case "when":
                Continue(token, ["case"], LiquidGrammar.Values().IsMatch(token.TagMarkup), "形如 {% when '值' %}");
                break;
            case "else":
                Continue(token, ["if", "unless", "for", "case"], token.TagMarkup.Length == 0, "单独写 {% else %}，或者写 {% elsif 字段 %}");
                break;
            case "endif" or "endunless" or "endfor" or "endcase":
                Close(token);
                break;
            case "assign":
                CheckAssignment(token);
                break;
            default:
                problems.Add(token.Offset, "unknown-tag", $"不认识的标签 {{% {token.TagName} %}}", "可用：if、unless、elsif、else、case、when、for、assign、comment 及其结束标签");
                break;
        }
    }

    private void Open(TemplateToken token, bool isWellFormed, string mend)
    {
        if (!isWellFormed)
            Unreadable(token, mend);
        if (_open.Count == TemplateLimits.Depth)
            problems.Add(token.Offset, "too-deep", $"标签嵌套超过 {TemplateLimits.Depth} 层", "改用 {% elsif %} 或 {% case %}");
        _open.Push(token);
    }

    private void Continue(TemplateToken token, string[] inside, bool isWellFormed, string mend)
    {
        if (!_open.TryPeek(out var open) || !inside.Contains(open.TagName))
            Misplaced(token, "tag-misplaced", $"{{% {token.TagName} %}} 不在 {string.Join("、", inside)} 之中", "移入相应的标签之内，或者删去");
        else if (!isWellFormed)
            Unreadable(token, mend);
    }

    private void Unreadable(TemplateToken token, string mend) => problems.Add(token.Offset, "malformed", $"{{% {token.Inner} %}} 无法读懂", mend);

    private void Close(TemplateToken token)
    {
        if (!_open.TryPeek(out var open))
            Misplaced(token, "closes-nothing", $"{{% {token.TagName} %}} 没有与之相应的开始标签", "删去，或者补上开始标签");
        else if ("end" + open.TagName != token.TagName)
            Misplaced(token, "closed-out-of-order", $"{{% {open.TagName} %}} 尚未结束就写了 {{% {token.TagName} %}}", $"先写 {{% end{open.TagName} %}}");
        else
            _open.Pop();
    }

    private void Misplaced(TemplateToken token, string code, string message, string mend)
    {
        _areBlocksClosed = false;
        problems.Add(token.Offset, code, message, mend);
    }

    private void CheckAssignment(TemplateToken token)
    {
        if (LiquidGrammar.Assignment().Match(token.TagMarkup) is { Success: true } assignment)
            CheckExpression(assignment.Groups["expression"].Value.Trim(), token.Offset);
        else
            Unreadable(token, "形如 {% assign 名称 = 字段 | 过滤器 %}");
    }

    private void CheckExpression(string expression, int offset)
    {
        if (!LiquidGrammar.Expression().IsMatch(expression))
        {
            problems.Add(offset, "malformed", $"“{expression}”无法读懂", "形如 {{ 字段 }}、{{ 字段 | 过滤器 }} 或 {{ 字段 | 过滤器: '文字' }}");
            return;
        }

        var withoutTexts = LiquidGrammar.QuotedText().Replace(expression, "''");
        foreach (System.Text.RegularExpressions.Match call in LiquidGrammar.Filter().Matches(withoutTexts))
            CheckFilter(call.Groups["filter"].Value, call.Groups["arguments"], offset);
    }

    private void CheckFilter(string name, System.Text.RegularExpressions.Group arguments, int offset)
    {
        var given = arguments.Success ? arguments.Value.Split(',').Length : 0;
        if (!TemplateFilters.Arguments.TryGetValue(name, out var takes))
            problems.Add(offset, "unknown-filter", $"不认识的过滤器“{name}”", $"可用：{string.Join("、", TemplateFilters.Arguments.Keys)}");
        else if (given < takes.Least || given > takes.Most)
            problems.Add(offset, "filter-values", $"过滤器“{name}”不能带 {given} 个值", takes.Most == 0 ? $"单独写 | {name}" : $"形如 | {name}: 值");
    }
}
