using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios.Publication;

/// <summary>Releases that touch other agencies, up to the point where a test begins.</summary>
internal static class Coordinations
{
    public const string Procedure = "huadian.release-coordination";
    public const string Consultation = "huadian.release-consultation";
    public const string Decision = "huadian.coordination-decision";
    public const string Objection = "huadian.release-objection";
    public const string Remedy = "huadian.release-remedy";

    public static Given Information { get; } = new()
    {
        ["information.title"] = "2026年中小学收费标准",
        ["information.content"] = "各项收费标准",
        ["information.origin"] = "made",
        ["information.approvalKind"] = "none",
    };

    public static Given Agencies { get; } = new()
    {
        ["consulted"] = new[] { new { agency = Bodies.Price, matter = "收费标准由物价部门核定" }, new { agency = Bodies.City, matter = "与上级标准一致" } },
    };

    public static Given ApprovalRequest { get; } = new() { ["approval.agency"] = Bodies.Price, ["approval.ground"] = "统计信息须经审批" };

    public static Given Written { get; } = new()
    {
        ["application.matter"] = "收费标准的发布",
        ["application.ownCoordination"] = "两次协商",
        ["application.dispute"] = "标准是否已核定",
        ["application.other"] = "开学在即",
    };

    public static Given Study { get; } = new() { ["study.agencies"] = "教育局、物价局", ["study.experts"] = "价格专家二人", ["study.opinion"] = "标准已核定" };

    public static Given Objecting { get; } = new() { ["released.title"] = "收费标准", ["released.agency"] = Bodies.Bureau, ["objection"] = "标准尚未核定" };

    public static Given Measures { get; } = new() { ["remedy.measures"] = "更正并说明" };

    public static Given Answer(string position) => new() { ["answer.position"] = position, ["answer.opinion"] = "标准尚未核定" };

    public static Given Result(string result) => new() { ["answer.result"] = result, ["answer.reasons"] = "标准已核定" };

    public static Case Opened(Given? information = null) => Case.Open(Catalogue.World().On("2026-03-02"), Procedure, Bodies.Bureau, information ?? Information);

    public static Case Consulted(params string[] positions)
    {
        var coordination = Opened().Fire("consult", Agencies);
        for (var index = 0; index < positions.Length; index++)
            coordination.Child(Consultation, index).Answers(positions[index]);
        return coordination;
    }

    /// <summary>The agency answers; where it objects, the talks end without agreement.</summary>
    public static Case Answers(this Case consultation, string position)
    {
        consultation.Fire("answer", Answer(position));
        return position == "objects" ? consultation.Fire("end-talks") : consultation;
    }

    /// <summary>The agency objects and the talks go on.</summary>
    public static Case Talking() => Consulted("agrees").Child(Consultation, 1).Fire("answer", Answer("objects").With("answer.opinion", "市级标准未定"));

    public static Case Applied() => Consulted("agrees", "objects").Fire("apply-for-coordination", Written);

    public static Case Studied() => Applied().Child(Decision).Fire("record-study", Study);

    public static Case Answered(string result)
    {
        var coordination = Applied();
        coordination.Child(Decision).Fire("record-study", Study).Fire("answer", Result(result));
        return coordination;
    }

    public static Case Approved(Case coordination)
    {
        coordination.Fire("request-approval", ApprovalRequest).Child(Application.Approval).Fire("decide", new Given { ["decision.result"] = "approved", ["department"] = "统计局" });
        return coordination;
    }

    public static Case Raised() => Case.Open(Catalogue.World().On("2026-03-02"), Objection, Bodies.Price, Objecting);

    public static Case Proposed()
    {
        var objection = Raised();
        objection.Child(Remedy).Fire("propose-remedy", Measures);
        return objection;
    }
}
