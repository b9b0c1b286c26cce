using System.Text.RegularExpressions;

namespace Workflows.Engine;

/// <summary>A name that a client sent, as a refusal may repeat it: what looks like no name of a field could be a personal value in the wrong place.</summary>
public static partial class SentName
{
    /// <summary>Shown in the place of such a name.</summary>
    public const string Unknown = "未知字段";

    /// <summary>The name, or <see cref="Unknown"/>.</summary>
    public static string Shown(string name) => LooksLikeOne(name) ? name : Unknown;

    /// <summary>It begins with a letter, has at most 64 Latin letters, digits, dots, hyphens and underscores, and no six digits in a row.</summary>
    public static bool LooksLikeOne(string name) => Form().IsMatch(name) && !Number().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._\-]{0,63}\z")]
    private static partial Regex Form();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Number();
}
