namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Press releases, up to the point where a test begins.</summary>
internal static class Releases
{
    public const string Procedure = "huadian.press-release";
    public const string Conference = "huadian.press-conference";

    public static Given Conferring { get; } = new()
    {
        ["release.subject"] = "义务教育招生政策",
        ["release.kind"] = "press-conference",
        ["release.emergency"] = false,
        ["release.materials"] = "发布稿、答问参考",
        ["release.lines"] = "划片就近，公开透明",
        ["release.departments"] = "市公安局",
    };

    public static Given Interview { get; } = Conferring.With("release.kind", "interview");

    public static Given Reviewed { get; } = new() { ["release.secrecyReviewed"] = true };

    public static Given Scope { get; } = new() { ["authorisation.scope"] = "招生范围、时间和办法" };

    public static Given NotAuthorised { get; } = new() { ["authorisation.reasons"] = "口径尚需核实" };

    public static Given Arranged { get; } = new() { ["conference.arrangements"] = "3月6日，市政府三楼", ["conference.advice"] = "突出时间安排" };

    public static Given Entered { get; } = new() { ["citySite.entered"] = true };

    public static Given Evaluation { get; } = new() { ["evaluation.effect"] = "媒体报道12篇，家长反映良好", ["evaluation.lessons"] = "提前准备图解" };

    public static Given NoLonger { get; } = new() { ["abandon.reason"] = "政策推迟出台" };

    public static Case Preparing(Given? release = null) => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.Bureau, release ?? Interview);

    public static Case Submitted(Given? release = null) => Preparing(release).Fire("submit", Reviewed);

    public static Case Authorised(Given? release = null) => Submitted(release).Fire("authorise", Scope);

    public static Case Released() => Authorised().On("2026-03-06").Fire("release", Entered);

    public static Case AtThePressOffice() => Preparing(Conferring).Fire("ask-for-conference").Child(Conference);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "preparing", () => Preparing()),
        new(Procedure, "awaiting-authorisation", () => Submitted()),
        new(Procedure, "authorised", () => Authorised()),
        new(Procedure, "released", Released),
        new(Procedure, "evaluated", () => Released().Fire("evaluate", Evaluation)),
        new(Procedure, "not-released", () => Preparing().Fire("abandon", NoLonger)),
        new(Conference, "asked", AtThePressOffice),
        new(Conference, "organised", () => AtThePressOffice().Fire("organise", Arranged)),
    ];
}
