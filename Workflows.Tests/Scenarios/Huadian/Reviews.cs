namespace Workflows.Tests.Scenarios.Huadian;

/// <summary>Secrecy reviews, up to the point where a test begins.</summary>
internal static class Reviews
{
    public static Given Request { get; } = new()
    {
        ["information.name"] = "校舍安全鉴定报告",
        ["information.content"] = "鉴定结论及点位",
        ["doubt"] = "点位是否涉密不能确定",
    };

    public static Given NoDoubt { get; } = new() { ["officeReview.inDoubt"] = false, ["officeReview.mayEndanger"] = false };

    public static Given InDoubt { get; } = new() { ["officeReview.inDoubt"] = true, ["officeReview.mayEndanger"] = false, ["officeReview.opinion"] = "拿不准" };

    public static Given Concluding(string conclusion, string? separablePart = null) => new()
    {
        ["conclusion"] = conclusion,
        ["separable"] = separablePart is not null,
        ["separablePart"] = separablePart,
        ["reasons"] = "依照保密范围",
        ["reviewer"] = "周八",
    };

    public static Given To(string target) => new()
    {
        ["escalation.target"] = target,
        ["escalation.agency"] = target == "competent-department" ? Bodies.Price : null,
    };

    public static Case Opened(string day) => Case.Open(Catalogue.World().On(day), Application.Review, Bodies.Bureau, Request);

    public static Case InSecrecyOffice(string day) => Opened(day).Fire("refer-to-secrecy-office", InDoubt);

    public static Case Escalated(string day, string target) =>
        InSecrecyOffice(day).Fire("request-escalation", To(target)).Fire("approve-escalation");

    public static Case ConcludeInSecrecyOffice(Case review, string conclusion, string? separablePart = null) =>
        review.Fire("refer-to-secrecy-office", InDoubt).Fire("conclude", Concluding(conclusion, separablePart));
}
