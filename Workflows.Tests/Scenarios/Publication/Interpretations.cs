namespace Workflows.Tests.Scenarios.Publication;

/// <summary>Interpretations of policy documents, up to the point where a test begins.</summary>
internal static class Interpretations
{
    public const string Procedure = "huadian.policy-interpretation";
    public const string Review = "huadian.interpretation-review";
    public const string Publication = "huadian.interpretation-publication";

    public static Given Plan { get; } = new()
    {
        ["draftingNote"] = "为规范招生",
        ["plan.outline"] = new[] { new Given { ["point"] = "免试就近入学", ["source"] = "义务教育法第十二条" } },
        ["plan.forms"] = new[] { "drafters", "questions" },
        ["plan.channels"] = new[] { "city-portal", "department-site" },
        ["plan.time"] = "文件公开后三个工作日内",
    };

    public static Given Document { get; } = Plan.With(new Given
    {
        ["policy.title"] = "桦甸市义务教育招生办法",
        ["policy.number"] = "桦政发〔2026〕5号",
        ["policy.kind"] = "policy",
        ["policy.draftedHere"] = true,
    });

    public static Given Materials { get; } = new() { ["materials.text"] = "一问一答", ["materials.followsPlan"] = true };

    public static Given Portal { get; } = new() { ["publication.channels"] = new[] { "city-portal", "department-site" }, ["publication.place"] = "www.huadian.gov.cn/jd/1" };

    public static Given Changes { get; } = new() { ["opinion"] = "补充出处" };

    public static Given PublishedOn(string day) => new() { ["policy.publishedOn"] = day };

    public static Case Opened(string kind = "policy", string day = "2026-09-21") =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, Document.With("policy.kind", kind));

    public static Case Approved(string kind = "policy")
    {
        var interpretation = Opened(kind);
        for (var index = 0; index < interpretation.State.Children.Length; index++)
            interpretation.Child(Review, index).Fire("pass");
        return interpretation.Fire("approve-plan");
    }

    public static Case Ready(string kind = "policy") => Approved(kind).Fire("complete-materials", Materials);

    /// <summary>The document was published on Wednesday 30 September 2026, and the materials are with the information centre.</summary>
    public static Case Submitted(string kind = "policy") =>
        Ready(kind).On("2026-09-30").Fire("record-publication", PublishedOn("2026-09-30")).Fire("submit-for-publication");

    public static Case Published()
    {
        var interpretation = Submitted();
        interpretation.Child(Publication).Fire("publish", Portal);
        return interpretation;
    }
}
