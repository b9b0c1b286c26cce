namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>Replies as a handler fills them in.</summary>
internal static class Replies
{
    public static Given OnTheSpot { get; } = new()
    {
        ["reply.outcome"] = "disclosed",
        ["reply.content"] = "资金安排表",
        ["reply.onTheSpot"] = true,
        ["delivery.asRequested"] = true,
        ["fees.charged"] = false,
    };

    public static Given Later { get; } = OnTheSpot.With(new Given
    {
        ["reply.onTheSpot"] = false,
        ["delivery.way"] = "mail",
        ["delivery.by"] = "2026-04-10",
    });

    public static Given ForAFee { get; } = Later.Without("reply.onTheSpot").With(new Given
    {
        ["fees.charged"] = true,
        ["fees.basis"] = "吉林省政府信息公开收费规定",
        ["fees.basisNumber"] = "吉省价收〔2010〕1号",
        ["fees.search"] = 5,
        ["fees.copying"] = 12.5,
        ["fees.postage"] = 8,
        ["fees.total"] = 25.5,
        ["fees.payBy"] = "2026-03-31",
        ["fees.place"] = "政务大厅三楼",
    });

    public static Given Partly { get; } = OnTheSpot.With(new Given
    {
        ["reply.outcome"] = "partly-disclosed",
        ["reply.withheldPart"] = "供应商报价",
        ["reply.grounds"] = new[] { "commercial-secret" },
        ["reply.reasons"] = "属于商业秘密",
    }).With(Entry);

    public static Given AlreadyPublic { get; } = new() { ["reply.outcome"] = "already-public", ["alreadyPublic.where"] = "市政府门户网站" };

    public static Given NotThisAgency { get; } = new()
    {
        ["reply.outcome"] = "not-this-agency",
        ["otherAgency.ascertainable"] = true,
        ["otherAgency.name"] = "桦甸市财政局",
        ["otherAgency.phone"] = "0432-66229999",
        ["otherAgency.address"] = "人民路2号",
    };

    public static Given NotFound { get; } = new() { ["reply.outcome"] = "not-found", ["reply.reasons"] = "经检索未制作" };

    private static Given Entry => new()
    {
        ["information.title"] = "检测报告",
        ["information.description"] = "供应商检测数据",
        ["information.registerReason"] = "商业秘密",
        ["information.madeOn"] = "2025-06-01",
        ["information.madeBy"] = "桦甸市教育局",
    };

    /// <summary>A refusal on these grounds, with what the register asks for.</summary>
    public static Given Refusing(params string[] grounds)
    {
        var reply = new Given { ["reply.outcome"] = "refused", ["reply.grounds"] = grounds, ["reply.reasons"] = "见告知书" };
        if (grounds.Contains("state-secret"))
            reply = reply.With("information.secrecyLevel", "secret");
        if (grounds.Contains("third-party-objects"))
            reply = reply.With("objection.agencyFinding", "agrees").With("objection.agencyReasons", "确属商业秘密");
        return grounds.Any(ground => ground is "state-secret" or "security-or-stability" or "commercial-secret" or "personal-privacy")
            ? reply.With(Entry)
            : reply;
    }
}
