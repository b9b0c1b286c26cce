namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>An application to the Baicheng Commerce Bureau, up to the point where a test begins.</summary>
internal static class Application
{
    public const string Procedure = "baicheng.disclosure-application";
    public const string Consultation = "baicheng.third-party-consultation";

    public static Given Citizen { get; } = new()
    {
        ["channel"] = "letter",
        ["applicant.kind"] = "citizen",
        ["applicant.name"] = "张三",
        ["applicant.idType"] = "居民身份证",
        ["applicant.idNumber"] = "220802199001010011",
        ["applicant.phone"] = "0436-1",
        ["applicant.email"] = "a@example.cn",
        ["applicant.address"] = "白城市",
        ["request.description"] = "家电补贴名单",
        ["request.form"] = "纸面",
    };

    public static Given Organisation { get; } = Citizen.Without("applicant.idType", "applicant.idNumber")
        .With("applicant.kind", "organisation").With("applicant.legalRepresentative", "李四");

    public static Given OnTheSpot { get; } = new()
    {
        ["reply.outcome"] = "disclosed",
        ["reply.content"] = "名单",
        ["reply.onTheSpot"] = true,
        ["delivery.asRequested"] = true,
        ["delivery.asItExists"] = true,
    };

    public static Given Partly { get; } = OnTheSpot.With(Refusing("commercial-secret")).With("reply.outcome", "partly-disclosed");

    public static Given Refusing(string ground) => new()
    {
        ["reply.outcome"] = "refused",
        ["reply.grounds"] = new[] { ground },
        ["reply.reasons"] = "见答复书",
        ["information.title"] = "补贴名单",
        ["information.documentNumber"] = "白商〔2025〕3号",
        ["information.secrecyLevel"] = ground == "state-secret" ? "secret" : null,
        ["information.madeOn"] = "2025-06-01",
    };

    public static Case Received(string day, Given? form = null) =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, form ?? Citizen);

    public static Case UnderReview(string day) => Received(day).Fire("register");

    public static Case Consult(this Case application, params string[] names) => application.Fire("consult-third-party", new Given
    {
        ["thirdParties"] = names.Select(name => new { name, address = "白城市", phone = "0436-2", email = "c@example.cn", interest = "commercial-secret", matter = "名单" }),
    });

    public static Case Party(this Case application, int index = 0) => application.Child(Consultation, index);

    public static Case Answers(this Case party, string position) =>
        party.Fire("record-answer", new Given { ["answer.position"] = position, ["answer.reason"] = "商业秘密" });
}
