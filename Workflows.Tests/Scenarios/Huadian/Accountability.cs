namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>Accountability cases and orders to correct.</summary>
internal static class Accountability
{
    public const string Procedure = "huadian.accountability";
    public const string Order = "huadian.correction-order";

    public static Given Lead { get; } = new()
    {
        ["source"] = "inspection",
        ["concerns.agency"] = Bodies.Bureau,
        ["conduct"] = "unapproved-disclosure",
        ["matter"] = "未经审查公开内部文件",
    };

    public static Given Complaint { get; } = Lead.With(new Given
    {
        ["source"] = "complaint",
        ["receivedBy"] = "openness-department",
        ["complaint.madeOn"] = "2026-02-27",
        ["complainant.name"] = "赵六",
        ["conduct"] = "application-obstructed",
    });

    public static Given Upheld { get; } = new()
    {
        ["investigation.findings"] = "经核实，情况属实",
        ["correction.demands"] = "撤下文件并补办审查",
        ["correction.by"] = "2026-03-20",
        ["grave"] = false,
    };

    public static Given Decision { get; } = new()
    {
        ["decision.measures"] = new[] { "public-criticism", "sanction" },
        ["decision.summary"] = "通报批评并给予处分",
        ["decision.persons"] = new[] { new { name = "钱七", post = "科长", measure = "警告" } },
    };

    public static Given Crime { get; } = new() { ["judicial.organ"] = "桦甸市人民检察院", ["judicial.reasons"] = "涉嫌泄露国家秘密罪" };

    public static Given Proposal { get; } = new()
    {
        ["concerns.agency"] = Bodies.Bureau,
        ["ground"] = "document-review",
        ["orderingBody"] = "supervisory-organ",
        ["matter"] = "公文未经公开审核即印发",
    };

    public static Given Demand { get; } = new() { ["correction.demands"] = "补办审核", ["correction.by"] = "2026-03-20" };

    public static Case Opened(Given lead, string body = Bodies.Supervision) => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, body, lead);

    public static Case Investigated(Given lead, string body = Bodies.Supervision) => Opened(lead, body).Fire("investigate");

    /// <summary>Upheld, correction ordered.</summary>
    public static Case Ordered(Given lead, bool grave, string body = Bodies.Supervision) =>
        Investigated(lead, body).Fire("order-correction", Upheld.With("grave", grave));

    public static Case Proposed(Given? proposal = null) => Case.Open(Catalogue.World().On("2026-03-02"), Order, Bodies.Supervision, proposal ?? Proposal);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "received", () => Opened(Lead)),
        new(Procedure, "investigation", () => Investigated(Lead)),
        new(Procedure, "correction-ordered", () => Ordered(Lead, grave: false)),
        new(Procedure, "unfounded", () => Investigated(Complaint, Bodies.Openness).Fire("find-unfounded", new Given { ["investigation.findings"] = "未发现违反规定" })),
        new(Procedure, "corrected", () => Ordered(Lead, grave: false).Fire("confirm-correction", new Given { ["correction.result"] = "已撤下" })),
        new(Procedure, "criticised", () => Ordered(Lead, grave: true).Fire("decide", Decision.Without("decision.persons").With("decision.measures", new[] { "public-criticism" }))),
        new(Procedure, "sanctioned", () => Ordered(Lead, grave: true).Fire("decide", Decision)),
        new(Procedure, "referred", () => Ordered(Complaint, grave: true, Bodies.Openness).Fire("refer")),
        new(Procedure, "handed-to-judiciary", () => Investigated(Lead).Fire("hand-to-judiciary", Crime)),

        new(Order, "proposed", () => Proposed()),
        new(Order, "ordered", () => Proposed().Fire("order", Demand)),
        new(Order, "corrected", () => Proposed().Fire("order", Demand).Fire("confirm-corrected", new Given { ["correction.result"] = "已补办" })),
        new(Order, "not-corrected", () => Proposed().Fire("order", Demand).On("2026-03-23").Fire("find-not-corrected", new Given { ["correction.result"] = "逾期未改", ["grave"] = false })),
        new(Order, "not-ordered", () => Proposed().Fire("decline", new Given { ["correction.result"] = "已自行改正" })),
    ];
}
