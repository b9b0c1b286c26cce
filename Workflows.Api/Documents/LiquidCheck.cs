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
            problems.Add(token.Offset, $"{{% {token.TagName} %}} is not closed.", $"Close it with {{% end{token.TagName} %}}.");
        return _areBlocksClosed && _open.Count == 0;
    }

    private void CheckTag(TemplateToken token)
    {
        switch (token.TagName)
        {
            case "if" or "unless":
                Open(token, LiquidGrammar.Condition().IsMatch(token.TagMarkup), "Write {% if name %} or {% if name == 'value' %}; ==, !=, contains 'text', and, or are known.");
                break;
            case "for":
                Open(token, LiquidGrammar.Loop().IsMatch(token.TagMarkup), "Write {% for row in name %}: loops go over a list of the case, not over numbers.");
                break;
            case "case":
                Open(token, LiquidGrammar.Subject().IsMatch(token.TagMarkup), "Write {% case name %}.");
                break;
            case "elsif":
                Continue(token, Comparisons, LiquidGrammar.Condition().IsMatch(token.TagMarkup), "Write {% elsif name == 'value' %}.");
                break;
            case "when":
                Continue(token, ["case"], LiquidGrammar.Values().IsMatch(token.TagMarkup), "Write {% when 'value' %}.");
                break;
            case "else":
                Continue(token, ["if", "unless", "for", "case"], token.TagMarkup.Length == 0, "Write {% else %} alone, or {% elsif name %}.");
                break;
            case "endif" or "endunless" or "endfor" or "endcase":
                Close(token);
                break;
            case "assign":
                CheckAssignment(token);
                break;
            default:
                problems.Add(token.Offset, $"{{% {token.TagName} %}} is not known.", "Known are if, unless, elsif, else, case, when, for, assign and comment, with their ends.");
                break;
        }
    }

    private void Open(TemplateToken token, bool isWellFormed, string mend)
    {
        if (!isWellFormed)
            problems.Add(token.Offset, $"{{% {token.Inner} %}} cannot be read.", mend);
        if (_open.Count == TemplateLimits.Depth)
            problems.Add(token.Offset, $"Blocks are nested deeper than {TemplateLimits.Depth}.", "Use {% elsif %}, or {% case %}.");
        _open.Push(token);
    }

    private void Continue(TemplateToken token, string[] inside, bool isWellFormed, string mend)
    {
        if (!_open.TryPeek(out var open) || !inside.Contains(open.TagName))
            Misplaced(token, $"{{% {token.TagName} %}} stands outside of {string.Join(" or ", inside)}.", "Move it into its block, or remove it.");
        else if (!isWellFormed)
            problems.Add(token.Offset, $"{{% {token.Inner} %}} cannot be read.", mend);
    }

    private void Close(TemplateToken token)
    {
        if (!_open.TryPeek(out var open))
            Misplaced(token, $"{{% {token.TagName} %}} closes nothing.", "Remove it, or open its block.");
        else if ("end" + open.TagName != token.TagName)
            Misplaced(token, $"{{% {token.TagName} %}} stands where {{% {open.TagName} %}} is open.", $"Write {{% end{open.TagName} %}} first.");
        else
            _open.Pop();
    }

    private void Misplaced(TemplateToken token, string message, string mend)
    {
        _areBlocksClosed = false;
        problems.Add(token.Offset, message, mend);
    }

    private void CheckAssignment(TemplateToken token)
    {
        if (LiquidGrammar.Assignment().Match(token.TagMarkup) is { Success: true } assignment)
            CheckExpression(assignment.Groups["expression"].Value.Trim(), token.Offset);
        else
            problems.Add(token.Offset, $"{{% {token.Inner} %}} cannot be read.", "Write {% assign name = other | filter %}.");
    }

    private void CheckExpression(string expression, int offset)
    {
        if (!LiquidGrammar.Expression().IsMatch(expression))
        {
            problems.Add(offset, $"'{expression}' cannot be read.", "Write {{ name }}, {{ name | filter }} or {{ name | filter: 'text' }}.");
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
            problems.Add(offset, $"The filter '{name}' is not known.", $"Known are {string.Join(", ", TemplateFilters.Arguments.Keys)}.");
        else if (given < takes.Least || given > takes.Most)
            problems.Add(offset, $"The filter '{name}' does not take {given} values.", takes.Most == 0 ? $"Write | {name} alone." : $"Write | {name}: value.");
    }
}
