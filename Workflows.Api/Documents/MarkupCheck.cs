namespace Workflows.Api.Documents;

/// <summary>Checks that the markup of a template is of the subset whichever way its conditions go.</summary>
/// <remarks>
/// Each branch of a condition and each step of a loop must close what it opens and nothing else. Then the document is
/// well formed for every case, and an administrator is told at once, not when the first case takes a rare branch.
/// </remarks>
internal sealed class MarkupCheck(ProblemList problems)
{
    private readonly Stack<(string Name, int Offset)> _elements = new();
    private readonly Stack<int> _blocks = new();

    /// <summary>Checks all tokens of a source.</summary>
    public void Check(IEnumerable<TemplateToken> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == TemplateTokenKind.Text)
                CheckText(token);
            else if (token.Kind == TemplateTokenKind.Output)
                CheckPlace(token.Offset);
            else
                CheckBlock(token);
        }

        foreach (var (name, offset) in _elements)
            problems.Add(offset, $"<{name}> is not closed.", $"Close it with </{name}>.");
    }

    private string Parent => _elements.TryPeek(out var element) ? element.Name : MarkupGrammar.Root;

    private int Floor => _blocks.TryPeek(out var floor) ? floor : 0;

    private void CheckText(TemplateToken token)
    {
        foreach (var piece in MarkupScanner.Read(token.Inner, token.Offset))
        {
            switch (piece)
            {
                case MarkupPiece.Wrong wrong:
                    problems.Add(wrong.Offset, wrong.Message, wrong.Mend);
                    break;
                case MarkupPiece.Characters characters when characters.Text.AsSpan().IndexOfAnyExcept(" \t\r\n") is >= 0 and var first:
                    CheckCharacters(characters, first);
                    break;
                case MarkupPiece.Start start:
                    CheckStart(start);
                    break;
                case MarkupPiece.End end:
                    CheckEnd(end);
                    break;
            }
        }
    }

    private void CheckCharacters(MarkupPiece.Characters characters, int first)
    {
        CheckPlace(characters.Offset + first);
        if (characters.Text.FirstOrDefault(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n')) is not '\0' and var control)
            problems.Add(characters.Offset, $"The control character U+{(int)control:X4} cannot be printed.", "Remove it.");
    }

    private void CheckPlace(int offset)
    {
        if (!MarkupGrammar.AllowsText(Parent))
            problems.Add(offset, Parent == MarkupGrammar.Root ? "Text stands outside of any paragraph." : $"Text stands directly in <{Parent}>.", $"Put it into {MarkupGrammar.Expected(Parent)}.");
    }

    private void CheckStart(MarkupPiece.Start start)
    {
        if (!MarkupGrammar.IsKnown(start.Name))
        {
            problems.Add(start.Offset, $"<{start.Name}> may not be used.", $"Here you can use {MarkupGrammar.Expected(Parent)}.");
            return;
        }

        if (!MarkupGrammar.Allows(Parent, start.Name))
            problems.Add(start.Offset, $"<{start.Name}> may not stand {(Parent == MarkupGrammar.Root ? "outside of any paragraph" : $"in <{Parent}>")}.", $"Here you can use {MarkupGrammar.Expected(Parent)}.");
        if (_elements.Count == TemplateLimits.Depth)
            problems.Add(start.Offset, $"Elements are nested deeper than {TemplateLimits.Depth}.", "Close elements that have ended.");
        foreach (var (name, value) in start.Attributes)
        {
            if (MarkupGrammar.Mend(start.Name, name, value) is { } mend)
                problems.Add(start.Offset, $"{name}=\"{value}\" may not be used on <{start.Name}>.", mend);
        }

        if (start.Attributes.DistinctBy(attribute => attribute.Key).Count() != start.Attributes.Length)
            problems.Add(start.Offset, $"<{start.Name}> has an attribute twice.", "Keep one of them.");
        _elements.Push((start.Name, start.Offset));
    }

    private void CheckEnd(MarkupPiece.End end)
    {
        if (!MarkupGrammar.IsKnown(end.Name))
            return;
        if (_elements.Count <= Floor)
            problems.Add(end.Offset, $"</{end.Name}> closes nothing that was opened {(_blocks.Count == 0 ? "before" : "in this branch")}.", "Remove it; what a branch of a condition or loop opens must be closed in the same branch.");
        else if (Parent != end.Name)
            problems.Add(end.Offset, $"</{end.Name}> stands where <{Parent}> is open.", $"Write </{Parent}> first.");
        else
            _elements.Pop();
    }

    private void CheckBlock(TemplateToken token)
    {
        switch (token.TagName)
        {
            case "if" or "unless" or "for" or "case":
                _blocks.Push(_elements.Count);
                break;
            case "elsif" or "else" or "when":
                CloseBranch();
                break;
            case "endif" or "endunless" or "endfor" or "endcase":
                CloseBranch();
                _blocks.TryPop(out _);
                break;
        }
    }

    private void CloseBranch()
    {
        while (_elements.Count > Floor)
        {
            var (name, offset) = _elements.Pop();
            problems.Add(offset, $"<{name}> is not closed in the branch that opens it.", $"Write </{name}> before the branch ends.");
        }
    }
}
