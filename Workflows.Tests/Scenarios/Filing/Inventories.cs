namespace Workflows.Tests.Scenarios.Filing;

/// <summary>Inventories in Huadian, up to the point where a test begins.</summary>
internal static class Inventories
{
    public const string Procedure = "huadian.information-inventory";

    public static Given Scope { get; } = new()
    {
        ["scope"] = "建局以来未移交档案馆的全部信息",
        ["formerBodies"] = new[] { new Given { ["name"] = "桦甸市教育督导室", ["change"] = "merged", ["changedOn"] = "2019-03-01" } },
    };

    public static Given Summary { get; } = new() { ["summary"] = "共清理3条" };

    public static Given Item { get; } = new()
    {
        ["item.title"] = "招生办法",
        ["item.documentNumber"] = "桦教字〔2025〕3号",
        ["item.madeOn"] = "2025-05-06",
        ["item.madeBy"] = "桦甸市教育督导室",
        ["item.attribute"] = "proactive",
        ["item.invalid"] = false,
    };

    public static Given Withheld(string ground) => Item.With("item.attribute", "not-disclosed").With("item.ground", ground)
        .With("item.description", "安全鉴定").With("item.reason", "依照保密范围").With("item.preparedAnswer", "经审查不予公开")
        .With("item.exception", false).With("item.law", "档案法").With("item.secrecyLevel", "confidential");

    public static Case Begun() => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.Bureau, Scope);

    public static Case Older() => Begun().Fire("finish-since-2003");

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "inventory/since-2003", Begun),
        new(Procedure, "inventory/before-2003", Older),
        new(Procedure, "finished", () => Older().Fire("finish", Summary)),
    ];
}
