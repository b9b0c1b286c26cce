namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Spokespersons and liaison officers, up to the point where a test begins.</summary>
internal static class Spokespersons
{
    public const string Procedure = "huadian.spokesperson";
    public const string Filing = "huadian.spokesperson-filing";

    public static Given OfTheDepartment { get; } = new()
    {
        ["level"] = "department",
        ["spokesperson.name"] = "郑十",
        ["spokesperson.post"] = "leader-in-charge",
        ["spokesperson.suitable"] = true,
        ["liaison.name"] = "冯一",
        ["liaison.phone"] = "0432-66220001",
    };

    public static Given OfTheCity { get; } = OfTheDepartment.With("level", "city").With("spokesperson.post", "vice-mayor").With("spokesperson.fullTime", true);

    public static Given Changed { get; } = OfTheDepartment.Without("level").With("spokesperson.name", "陈二").With("change.reason", "工作调动");

    public static Given End { get; } = new() { ["end.reason"] = "机构改革，机关撤销" };

    public static Given Alone { get; } = new() { ["onlyOne"] = true };

    public static Given Remarks { get; } = new() { ["remarks"] = "联络员没有联系电话" };

    public static Case Designated(Given? posts = null, string agency = Bodies.Bureau) => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, agency, posts ?? OfTheDepartment);

    public static Case Filed() => Designated().Fire("file");

    public static Case AtThePressOffice() => Filed().Child(Filing);

    public static Case Serving()
    {
        var filed = Filed();
        filed.Child(Filing).Fire("record", Alone);
        return filed;
    }

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "designated", () => Designated()),
        new(Procedure, "filed", Filed),
        new(Procedure, "serving", Serving),
        new(Procedure, "ended", () => Serving().Fire("end", End)),
        new(Filing, "received", AtThePressOffice),
        new(Filing, "recorded", () => AtThePressOffice().Fire("record", Alone)),
        new(Filing, "returned", () => AtThePressOffice().Fire("return", Remarks)),
    ];
}
