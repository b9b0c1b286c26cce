using System.Text.Json;
using Workflows.Engine;

namespace Workflows.Api.Problems;

/// <summary>What is wrong with a JSON text, told without repeating what it holds.</summary>
internal static class JsonProblem
{
    /// <summary>The problem that an exception of the reader stands for.</summary>
    public static Problem Of(JsonException wrong)
    {
        // The reader's own messages are English and may quote the text; ours are Chinese and do not.
        var says = wrong.InnerException is null && IsOurs(wrong.Message) ? wrong.Message : "不是有效的 JSON，或者有重复、未知、缺少的属性，或者值的类型不符";
        var path = wrong.Path is { Length: > 2 and < 120 } known && known.StartsWith("$.", StringComparison.Ordinal) && IsPlain(known[2..]) ? known[2..] : null;
        var where = wrong.LineNumber is { } line ? $"（第 {line + 1} 行）" : "";
        return path is null
            ? Problem.Malformed(says + where)
            : Problem.Malformed($"{path}：{says}{where}", FieldProblemView.Of(path, says));
    }

    /// <summary>A path may go through names that the client chose; one of those could be a personal value in the wrong place.</summary>
    private static bool IsPlain(string path) => path.Split('.', '[', ']', '\'').All(part => part.Length == 0 || part.All(char.IsAsciiDigit) ? part.Length < 6 : SentName.LooksLikeOne(part));

    private static bool IsOurs(string message) => message.Length > 0 && message[0] >= '\u4e00';
}
