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
            problems.Add(offset, "not-closed", $"<{name}> 没有结束", $"以 </{name}> 结束");
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
                    problems.Add(wrong.Offset, wrong.Code, wrong.Message, wrong.Mend);
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
            problems.Add(characters.Offset, "bad-character", $"控制字符 U+{(int)control:X4} 不能打印", "删去该字符");
    }

    private void CheckPlace(int offset)
    {
        if (!MarkupGrammar.AllowsText(Parent))
            problems.Add(offset, "text-misplaced", Parent == MarkupGrammar.Root ? "文字不在任何段落之中" : $"文字直接写在 <{Parent}> 之中", $"放入下列之一：{MarkupGrammar.Expected(Parent)}");
    }

    private void CheckStart(MarkupPiece.Start start)
    {
        if (!MarkupGrammar.IsKnown(start.Name))
        {
            problems.Add(start.Offset, "unknown-element", $"不能使用 <{start.Name}>", $"此处可用：{MarkupGrammar.Expected(Parent)}");
            return;
        }

        if (!MarkupGrammar.Allows(Parent, start.Name))
            problems.Add(start.Offset, "element-misplaced", $"<{start.Name}> 不能写在{(Parent == MarkupGrammar.Root ? "段落之外" : $" <{Parent}> 之中")}", $"此处可用：{MarkupGrammar.Expected(Parent)}");
        if (_elements.Count == TemplateLimits.Depth)
            problems.Add(start.Offset, "too-deep", $"标记嵌套超过 {TemplateLimits.Depth} 层", "结束已经写完的标记");
        foreach (var (name, value) in start.Attributes)
        {
            if (MarkupGrammar.Mend(start.Name, name, value) is { } mend)
                problems.Add(start.Offset, "unknown-attribute", $"<{start.Name}> 不能使用 {name}=\"{value}\"", mend);
        }

        if (start.Attributes.DistinctBy(attribute => attribute.Key).Count() != start.Attributes.Length)
            problems.Add(start.Offset, "attribute-twice", $"<{start.Name}> 的同一属性写了两次", "只留一个");
        _elements.Push((start.Name, start.Offset));
    }

    private void CheckEnd(MarkupPiece.End end)
    {
        if (!MarkupGrammar.IsKnown(end.Name))
            return;
        if (_elements.Count <= Floor)
            problems.Add(end.Offset, "closes-nothing", $"{(_blocks.Count == 0 ? "之前" : "本分支中")}没有与 </{end.Name}> 相应的开始标记", "删去；条件或循环的分支里开始的标记，须在同一分支里结束");
        else if (Parent != end.Name)
            problems.Add(end.Offset, "closed-out-of-order", $"<{Parent}> 尚未结束就写了 </{end.Name}>", $"先写 </{Parent}>");
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
            problems.Add(offset, "not-closed", $"<{name}> 没有在它开始的分支里结束", $"在分支结束之前写 </{name}>");
        }
    }
}
