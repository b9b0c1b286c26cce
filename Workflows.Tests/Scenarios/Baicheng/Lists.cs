namespace Workflows.Tests.Scenarios.Baicheng;

/// <summary>Adjustments of the lists of powers and duties, and their supervision.</summary>
internal static class Lists
{
    public const string Procedure = "baicheng.list-adjustment";
    public const string Opinion = "baicheng.list-opinion";
    public const string Supervision = "baicheng.list-supervision";

    public static Given Functions { get; } = new()
    {
        ["item.name"] = "家电补贴企业备案",
        ["adjustment.kind"] = "add",
        ["cause.kind"] = "functions",
        ["cause.description"] = "机构改革划入",
        ["cause.source"] = "三定规定",
        ["cause.occurredOn"] = "2026-03-02",
    };

    public static Given Law { get; } = Functions.Without("cause.occurredOn").With("cause.kind", "law")
        .With("law.publishedOn", "2026-03-02").With("law.effectiveOn", "2026-05-01");

    public static Given Application { get; } = new() { ["application.content"] = "申请增加", ["application.legalGrounds"] = "某条例第八条" };

    public static Given Agreed { get; } = new() { ["result"] = "agreed" };

    public static Given Refused { get; } = new() { ["result"] = "refused", ["reasons"] = "没有设定依据" };

    public static Given OnTheSite { get; } = new() { ["publication.ways"] = new[] { "website" } };

    public static Case Arisen(string day, Given? cause = null) => Case.Open(Catalogue.World().On(day), Procedure, Bodies.Commerce, cause ?? Functions);

    public static Case Applied(string day, Given? cause = null) => Arisen(day, cause).Fire("apply", Application);

    /// <summary>The body whose turn it is decides.</summary>
    public static Case Decides(this Case adjustment, Given opinion)
    {
        adjustment.Child(Opinion, adjustment.State.Children.Count(child => child.Procedure == Opinion) - 1).Fire("decide", opinion);
        return adjustment;
    }

    public static Case Approved(string day, Given? cause = null) => Applied(day, cause).Decides(Agreed).Decides(Agreed).Decides(Agreed);

    public static Given Adjusted(string day) => new() { ["adjustedOn"] = day };

    public static Given Report(string ground) => new()
    {
        ["source"] = "citizen",
        ["concerns.agency"] = Bodies.Commerce,
        ["ground"] = ground,
        ["matter"] = "网站上的清单是旧的",
        ["reporter"] = "周八",
    };

    public static Given Order(params string[] measures) => new() { ["findings"] = "属实", ["order.measures"] = measures, ["order.correctBy"] = "2026-03-20" };

    public static Case Reported(string ground) => Case.Open(Catalogue.World().On("2026-03-02"), Supervision, Bodies.Establishment, Report(ground));
}
