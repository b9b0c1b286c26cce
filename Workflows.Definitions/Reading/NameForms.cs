using System.Text.RegularExpressions;

namespace Workflows.Definitions;

/// <summary>How the names of the language are written.</summary>
internal static partial class NameForms
{
    public static readonly NameForm Id = new("小写字母、数字和连字符，如 `detailed-review`", IdForm());
    public static readonly NameForm Procedure = new("地区在前、以点分隔的小写名称，如 `huadian.disclosure-application`", ProcedureForm());
    public static readonly NameForm Field = new("驼峰名称，可用点分隔，如 `applicant.idNumber`", FieldForm());
    public static readonly NameForm Column = new("驼峰名称，如 `idNumber`", ColumnForm());
    public static readonly NameForm Choice = new("字母、数字和连字符，如 `commercial-secret`", ChoiceForm());

    public static readonly NameForm Act = new("汉字、字母和数字，如 `规则`", ActForm());

    [GeneratedRegex(@"\A[\p{L}\p{N}]+\z")]
    private static partial Regex ActForm();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+\z")]
    private static partial Regex ProcedureForm();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*\z")]
    private static partial Regex FieldForm();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]*\z")]
    private static partial Regex ColumnForm();

    [GeneratedRegex(@"\A[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex ChoiceForm();
}

/// <summary>How one kind of name is written.</summary>
/// <param name="Says">The form in words.</param>
/// <param name="Pattern">The form.</param>
internal sealed record NameForm(string Says, Regex Pattern)
{
    private const int Longest = 80;

    public bool Fits(string name) => name.Length <= Longest && Pattern.IsMatch(name);
}
