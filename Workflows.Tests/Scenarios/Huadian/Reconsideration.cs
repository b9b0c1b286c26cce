namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>A reconsideration body that asks for a determination.</summary>
internal static class Reconsideration
{
    public const string Procedure = "huadian.reconsideration-determination";

    public static Given Request { get; } = new()
    {
        ["reconsiderationCase"] = "桦政复〔2026〕3号",
        ["information.name"] = "校舍安全鉴定报告",
        ["information.content"] = "鉴定结论",
        ["applicantReasons"] = "关系学生安全",
        ["respondentReasons"] = "属于国家秘密",
        ["target"] = "secrecy-department",
        ["targetAgency"] = Bodies.Secrecy,
    };

    public static Case Asked() => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.City, Request);
}
