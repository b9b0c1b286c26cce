using Workflows.Engine;
using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Filing;

/// <summary>Filings of what is not disclosed, up to the point where a test begins.</summary>
internal static class Filings
{
    public const string Procedure = "huadian.non-disclosure-filing";
    public const string Confirmation = "huadian.filing-confirmation";
    public const string Opinion = "huadian.filing-secrecy-opinion";

    public static Given First { get; } = new() { ["filing.period"] = "first", ["filing.level"] = "direct" };

    public static Given Entry { get; } = new()
    {
        ["title"] = "供货合同",
        ["description"] = "食堂供货价格",
        ["reason"] = "商业秘密",
        ["madeOn"] = "2025-06-02",
        ["madeBy"] = "桦甸市教育局",
        ["documentNumber"] = "桦教字〔2025〕9号",
    };

    public static Given Check { get; } = new() { ["check.reviewer"] = "周八", ["check.levelled"] = true };

    public static Given OpinionGiven { get; } = new() { ["opinion"] = "第1项不属于国家秘密", ["reviewer"] = "吴九" };

    public static Given Confirming { get; } = new()
    {
        ["members"] = "法制办、监察局",
        ["eachExamined"] = true,
        ["filing.complete"] = true,
        ["filing.truthful"] = true,
    };

    public static Given Rejecting { get; } = Confirming.With("rejected", new[]
    {
        new Given { ["title"] = "供货合同", ["why"] = "价格已经公示", ["documentNumber"] = "桦教字〔2025〕9号", ["madeBy"] = "桦甸市教育局" },
    });

    public static Given Referral { get; } = new() { ["referral.effect"] = "leak", ["referral.agency"] = Bodies.Bureau, ["referral.matter"] = "目录外泄" };

    public static Case Gathered(string agency = Bodies.Bureau) => Case.Open(Refused("2026-03-02"), Procedure, agency, First);

    public static Case InCheck() => Gathered().Fire("submit-to-check");

    public static Case Ready() => InCheck().Fire("pass-check", Check);

    public static Case Filed() => Ready().Fire("file");

    public static Case WithOpinion()
    {
        var confirmation = Filed().Child(Confirmation);
        confirmation.Child(Opinion).Fire("give-opinion", OpinionGiven);
        return confirmation;
    }

    public static Case Of(Case confirmation) => confirmation with { Id = confirmation.State.Parent!.Case };

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "gathered", () => Gathered()),
        new(Procedure, "secrecy-check", InCheck),
        new(Procedure, "ready", Ready),
        new(Procedure, "filed", Filed),
        new(Procedure, "completed", () => Of(WithOpinion().Fire("confirm", Confirming))),
        new(Confirmation, "under-review", () => Filed().Child(Confirmation)),
        new(Confirmation, "confirmed", () => WithOpinion().Fire("confirm", Confirming)),
        new(Opinion, "asked", () => Filed().Child(Confirmation).Child(Opinion)),
        new(Opinion, "given", () => Filed().Child(Confirmation).Child(Opinion).Fire("give-opinion", OpinionGiven)),
    ];

    /// <summary>A world in which an application has been refused for a commercial secret.</summary>
    public static World Refused(string day)
    {
        var application = Application.UnderReview(day)
            .Fire("record-findings", Application.Nothing.With("findings.commercialSecret", "yes"))
            .Fire("escalate-secrecy", Application.Escalation);
        Reviews.ConcludeInSecrecyOffice(application.Child(Application.Review), "commercial-secret");
        return application.Fire("reply", Replies.Refusing("commercial-secret")).World;
    }

    /// <summary>The same, with the filing published, so that the calendar opens it, and a development zone.</summary>
    public static World Scheduled(string day)
    {
        var world = Refused(day);
        var now = world.Clock.GetCurrentInstant();
        world.Reference.Change(data => data with
        {
            Agencies = new AgencyDirectory(data.Agencies.All.SetItem(Bodies.Price, data.Agencies.All[Bodies.Price] with { Kinds = ["development-zone"] })),
            Procedures = data.Procedures.Procedures.Select(name => data.Procedures.Newest(name)!).Aggregate(ProcedureRegistry.Empty, (registry, one) =>
                registry.With(new PreparedDefinition(one.Definition, 1, one.Hash) { EffectiveAt = one.Definition.Procedure == Procedure ? now : null })),
        });
        return world;
    }
}
