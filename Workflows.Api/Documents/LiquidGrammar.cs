using System.Text.RegularExpressions;

namespace Workflows.Api.Documents;

/// <summary>What may stand inside the tags and outputs of a template.</summary>
internal static partial class LiquidGrammar
{
    private const string Quoted = "'[^']*'|\"[^\"]*\"";
    private const string Path = @"[A-Za-z_][\w-]*(?:\.[\w-]+)*";
    private const string Literal = $@"{Quoted}|-?\d{{1,9}}";
    private const string Operand = $"(?:{Literal}|{Path})";
    private const string FilterCall = $@"\|\s*(?<filter>[\w-]+)\s*(?::\s*(?<arguments>{Operand}(?:\s*,\s*{Operand})*))?";
    private const string Comparison = $@"{Operand}(?:\s*(?:==|!=)\s*{Operand}|\s+contains\s+(?:{Quoted}))?";

    /// <summary>An end, an output or the right side of an assignment, with its filters.</summary>
    [GeneratedRegex($@"^{Operand}\s*(?:{FilterCall}\s*)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex Expression();

    /// <summary>One filter of an expression.</summary>
    [GeneratedRegex(FilterCall, RegexOptions.CultureInvariant)]
    public static partial Regex Filter();

    /// <summary><c>name = expression</c>.</summary>
    [GeneratedRegex(@"^(?<name>[A-Za-z_]\w*)\s*=\s*(?<expression>.+)$", RegexOptions.CultureInvariant)]
    public static partial Regex Assignment();

    /// <summary>A condition of <c>if</c>, <c>unless</c> and <c>elsif</c>.</summary>
    [GeneratedRegex($@"^{Comparison}(?:\s+(?:and|or)\s+{Comparison})*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex Condition();

    /// <summary><c>row in list</c>.</summary>
    [GeneratedRegex($@"^(?<name>[A-Za-z_]\w*)\s+in\s+(?<list>{Path})$", RegexOptions.CultureInvariant)]
    public static partial Regex Loop();

    /// <summary>What <c>case</c> looks at.</summary>
    [GeneratedRegex($"^{Path}$", RegexOptions.CultureInvariant)]
    public static partial Regex Subject();

    /// <summary>What <c>when</c> compares with.</summary>
    [GeneratedRegex($@"^(?:{Literal})(?:\s*(?:,|\bor\b)\s*(?:{Literal}))*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex Values();

    /// <summary>Names and quoted texts, to tell the one from the other.</summary>
    [GeneratedRegex($@"(?<quoted>{Quoted})|(?<path>{Path})", RegexOptions.CultureInvariant)]
    public static partial Regex Word();

    /// <summary>Quoted texts.</summary>
    [GeneratedRegex(Quoted, RegexOptions.CultureInvariant)]
    public static partial Regex QuotedText();
}
