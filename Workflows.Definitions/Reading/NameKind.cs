namespace Workflows.Definitions;

/// <summary>A kind of name that one part of a text declares and another refers to.</summary>
/// <param name="Noun">What it is called in messages.</param>
/// <param name="UnknownCode">Code when it has not been declared.</param>
internal sealed record NameKind(string Noun, string UnknownCode)
{
    public static readonly NameKind Field = new("字段", DiagnosticCodes.UnknownField);
    public static readonly NameKind State = new("状态", DiagnosticCodes.UnknownState);
    public static readonly NameKind Trigger = new("触发器", DiagnosticCodes.UnknownTrigger);
    public static readonly NameKind Clock = new("期限", DiagnosticCodes.UnknownClock);
    public static readonly NameKind Role = new("角色", DiagnosticCodes.UnknownRole);
    public static readonly NameKind Document = new("文书", DiagnosticCodes.UnknownDocument);
    public static readonly NameKind InputGroup = new("输入组", DiagnosticCodes.UnknownInputGroup);
    public static readonly NameKind Flag = new("标志", DiagnosticCodes.UnknownFlag);
}
