namespace Workflows.Tests.Scenarios.Publication;

/// <summary>What is delivered to the reading places, up to the point where a test begins.</summary>
internal static class Deliveries
{
    public const string Procedure = "huadian.delivery";
    public const string Receipt = "huadian.delivery-receipt";
    public const string Report = "huadian.reading-place-report";

    public static Given Guide { get; } = new()
    {
        ["information.title"] = "桦甸市教育局政府信息公开指南",
        ["information.documentNumber"] = "桦教发〔2026〕1号",
        ["information.changedOrMadeOn"] = "2026-03-02",
        ["information.kind"] = "guide",
        ["occasion"] = "made",
    };

    public static Given Materials { get; } = new()
    {
        ["delivery.way"] = "mail",
        ["delivery.marked"] = true,
        ["delivery.originals"] = 2,
        ["delivery.electronicFormat"] = "OFD",
        ["delivery.indexConforms"] = true,
    };

    public static Given Changed { get; } = Materials.With("delivery.newCatalogue", true).With("delivery.systemChanged", true);

    public static Given Repealed { get; } = new()
    {
        ["delivery.way"] = "in-person",
        ["delivery.indexConforms"] = true,
        ["delivery.systemChanged"] = true,
        ["repealed"] = new[] { new Given { ["title"] = "旧方案", ["documentNumber"] = "桦教发〔2020〕1号", ["repealedOn"] = "2026-03-02" } },
    };

    public static Given HandOver { get; } = new()
    {
        ["receipt.originals"] = 2,
        ["receipt.electronic"] = true,
        ["receipt.deliverer"] = "张三",
        ["receipt.receiver"] = "李四",
    };

    public static Case Opened(string occasion = "made", string day = "2026-03-02") =>
        Case.Open(Catalogue.World().On(day), Procedure, Bodies.Bureau, Guide.With("occasion", occasion));

    public static Case Delivered() => Opened().Fire("deliver", Materials);

    public static Case At(this Case delivery, string agency) =>
        new(delivery.World, delivery.State.Children.Last(child => child.Procedure == Receipt && child.Agency == agency).Id);
}
