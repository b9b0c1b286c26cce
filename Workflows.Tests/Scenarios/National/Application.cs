namespace Workflows.Tests.Scenarios.National;

/// <summary>An application under the regulations of 2019, up to the point where a test begins.</summary>
internal static class Application
{
    public const string Procedure = "national-2019.disclosure-application";
    public const string Consultation = "national-2019.third-party-consultation";
    public const string Agencies = "national-2019.agency-consultation";

    public static Given Form { get; } = new()
    {
        ["channel"] = "registered-mail",
        ["applicant.name"] = "张三",
        ["applicant.identityProof"] = "220282199001010011",
        ["applicant.contact"] = "0432-1",
        ["request.description"] = "预算",
        ["request.form"] = "纸面，邮寄",
    };

    public static Given Correction { get; } = new() { ["correction.points"] = "请写明年度", ["correction.by"] = "2026-03-16" };

    public static Given OnTheSpot { get; } = new()
    {
        ["reply.outcome"] = "disclosed",
        ["reply.content"] = "预算",
        ["reply.onTheSpot"] = true,
    };

    public static Given Override { get; } = new()
    {
        ["override.content"] = "检测数据",
        ["override.reasons"] = "公共利益",
        ["override.rightHolders"] = new[] { new { name = "甲公司", address = "吉林市" } },
    };

    public static Case Received(string day, Given? form = null) =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, form ?? Form);

    public static Case UnderReview(string day) => Received(day).Fire("find-clear");

    public static Case Consult(this Case application, params string[] names) => application.Fire("consult-third-party", new Given
    {
        ["thirdParties"] = names.Select(name => new { name, address = "吉林市", phone = "0432-2", email = "c@example.cn", matter = "检测" }),
    });

    public static Case ConsultAgency(this Case application, string agency) => application.Fire("consult-agencies", new Given
    {
        ["consultedAgencies"] = new[] { new { agency, name = "物价局", matter = "会签文件" } },
    });

    public static Case Party(this Case application, int index = 0) => application.Child(Consultation, index);

    public static Case Agency(this Case application) => application.Child(Agencies);

    public static Case Answers(this Case party, string position) =>
        party.Fire("record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
}
