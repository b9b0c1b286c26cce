namespace Workflows.Tests.Scenarios.Oversight;

/// <summary>Receiving offices and implementing rules, up to the point where a test begins.</summary>
internal static class ImplementingRules
{
    public const string Procedure = "huadian.implementing-rules-filing";
    public const string Recording = "huadian.implementing-rules-record";

    public static Given Rules { get; } = new()
    {
        ["office.name"] = "教育局办公室",
        ["office.address"] = "桦甸市人民路1号",
        ["office.hours"] = "工作日8:30—16:30",
        ["office.phone"] = "0432-66220000",
        ["office.fax"] = "0432-66220002",
        ["office.email"] = "gk@example.cn",
        ["office.workflow"] = "登记、初审、受理、详审、答复",
        ["office.promise"] = "能当场答复的当场答复",
        ["guide.printed"] = true,
        ["rules.title"] = "桦甸市教育局依申请公开实施细则",
        ["rules.adoptedOn"] = "2026-02-27",
        ["rules.content"] = "办公室受理，业务科室承办，局长审签",
    };

    public static Given Made { get; } = Rules.With("occasion", "made");

    public static Given Clear { get; } = new() { ["clear"] = true };

    public static Given Remarks { get; } = new() { ["remarks"] = "职责不明确" };

    public static Case Prepared(Given? rules = null) => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.Bureau, rules ?? Made);

    public static Case Submitted() => Prepared().Fire("file");

    public static Case AtTheDepartment() => Submitted().Child(Recording);

    public static IEnumerable<Route> Routes { get; } =
    [
        new(Procedure, "prepared", () => Prepared()),
        new(Procedure, "submitted", Submitted),
        new(Procedure, "filed", () => Secrets.Of(AtTheDepartment().Fire("record", Clear))),
        new(Recording, "received", AtTheDepartment),
        new(Recording, "recorded", () => AtTheDepartment().Fire("record", Clear)),
        new(Recording, "returned", () => AtTheDepartment().Fire("return", Remarks)),
    ];
}
