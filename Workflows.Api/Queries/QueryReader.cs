using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Queries;

/// <summary>Reads query parameters and gathers what is wrong with them; ask for <see cref="Problem"/> when all are read.</summary>
internal sealed class QueryReader
{
    /// <summary>Most entries of a page.</summary>
    public const int MostPerPage = 200;

    private const int LongestText = 200;
    private readonly List<FieldProblemView> wrong = [];

    /// <summary>What is wrong, or null.</summary>
    public Problem? Problem => wrong.Count == 0
        ? null
        : Problems.Problem.Malformed(string.Join("；", wrong.Select(one => $"{one.Field}：{one.Says}")), [.. wrong]);

    /// <summary>A text of reasonable length.</summary>
    public string? Text(string name, string? text)
    {
        if (text is null || (text.Length is > 0 and <= LongestText && text.All(c => !char.IsControl(c) && !char.IsSurrogate(c))))
            return text;
        Wrong(name, $"应为 1 至 {LongestText} 个字符");
        return null;
    }

    /// <summary>A day.</summary>
    public LocalDate? Day(string name, string? text)
    {
        var day = DayText.Day(text);
        if (text is not null && day is null)
            Wrong(name, DayText.DayForm);
        return day;
    }

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name, string? text)
    {
        if (text is null or "true" or "false")
            return text is null ? null : text == "true";
        Wrong(name, "应为 true 或 false");
        return null;
    }

    /// <summary>A case's id.</summary>
    public CaseId? Case(string name, string? text)
    {
        if (CaseId.TryParse(text, out var id))
            return id;
        if (text is not null)
            Wrong(name, "应为案件的 id");
        return null;
    }

    /// <summary>One of some words.</summary>
    public string? OneOf(string name, string? text, params ImmutableArray<string> words)
    {
        if (text is null || words.Contains(text))
            return text;
        Wrong(name, $"应为下列之一：{string.Join("、", words)}");
        return null;
    }

    /// <summary>How many entries a page has.</summary>
    public int Limit(string? text) => (int)Number("limit", text, 1, MostPerPage, 50);

    /// <summary>A whole number.</summary>
    public long Number(string name, string? text, long least, long most, long otherwise)
    {
        if (text is null)
            return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, $"应为 {least} 至 {most} 的整数");
        return otherwise;
    }

    /// <summary>Something is wrong with a parameter.</summary>
    public void Wrong(string name, string says) => wrong.Add(FieldProblemView.Of(name, says));
}
