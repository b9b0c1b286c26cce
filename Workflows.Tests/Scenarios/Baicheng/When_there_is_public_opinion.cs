using FluentAssertions;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Baicheng;

public class When_there_is_public_opinion
{
    private static readonly Given Changes = new() { ["changes"] = "改为下月上旬" };

    [Test, Rule("BC-OPN-01")]
    public void It_is_found_analysed_reported_handled_and_responded_to_in_that_order()
    {
        Case.OpeningNeeds(Sentiment.Procedure, Bodies.Commerce, Sentiment.Post, "sentiment.title", "sentiment.content", "sentiment.channel");
        var opinion = Case.OpenOnlyAs("monitor", Catalogue.World().On("2026-03-02"), Sentiment.Procedure, Bodies.Commerce, Sentiment.Post);
        opinion["sentiment.learnedOn"].Should().Be("2026-03-02");
        Not(opinion, "report", "handle", "respond");
        var analysis = Sentiment.Graded("general");
        opinion.Needs("analyse", analysis, "analysis.grade", "analysis.respond").FireOnlyAs("analyst", "analyse", analysis);
        opinion.State.State.Should().Be("analysed");
        Not(opinion, "handle", "respond");
        opinion.Needs("report", Sentiment.ToBoth, "report.to").FireOnlyAs("monitor", "report", Sentiment.ToBoth);
        Not(opinion, "respond");
        opinion.Needs("handle", Sentiment.Handling, "handling.result").FireOnlyAs("handler", "handle", Sentiment.Handling);
        var response = Sentiment.Response(concernsOthers: false);
        opinion.Needs("respond", response, "response.content", "response.ways", "response.concernsOthers");
        opinion.FireOnlyAs("office", "respond", response).State.Outcome.Should().Be("responded");
        opinion["response.respondedOn"].Should().Be("2026-03-02");
    }

    [Test, Rule("BC-OPN-01")]
    public void What_is_not_worth_a_response_ends_when_it_is_handled() =>
        Sentiment.Handled(Sentiment.Graded("general", respond: false)).State.Outcome.Should().Be("closed");

    [Test, Rule("BC-OPN-01")]
    public void Other_agencies_concerned_confirm_before_the_response()
    {
        var opinion = Sentiment.Handled(Sentiment.Graded("larger"));
        opinion.Refuse("respond", Sentiment.Response(true)).CitesOnly("BC-OPN-01", "二(五)");
        opinion.Needs("consult-agencies", Sentiment.Asked, "response.draft", "otherAgencies").FireOnlyAs("handler", "consult-agencies", Sentiment.Asked);
        Not(opinion, "respond");
        var confirmation = opinion.Child(Sentiment.Confirmation);
        confirmation.State.Agency.Should().Be(Bodies.Baicheng);
        confirmation["response.draft"].Should().Be("补贴将于月底发放");
        confirmation["matter"].Should().Be("资金拨付时间");

        confirmation.Needs("want-changes", Changes, "changes").FireOnlyAs("confirmer", "want-changes", Changes);
        opinion["response.changes"].Should().Be("改为下月上旬");
        opinion.State.State.Should().Be("consulting");
        var revised = new Given { ["response.draft"] = "补贴将于下月上旬发放" };
        confirmation.Needs("revise", revised, "response.draft").Fire("revise", revised);
        confirmation["response.draft"].Should().Be("补贴将于下月上旬发放");
        confirmation.FireOnlyAs("confirmer", "confirm").State.Outcome.Should().Be("confirmed");
        opinion.State.State.Should().Be("handled");
        opinion.Fire("respond", Sentiment.Response(true)).State.Outcome.Should().Be("responded");
    }

    [Test, Rule("BC-OPN-01")]
    public void The_draft_is_revised_by_those_who_will_respond()
    {
        var opinion = Sentiment.Handled(Sentiment.Graded("larger")).Fire("consult-agencies", Sentiment.Asked);
        var confirmation = opinion.Child(Sentiment.Confirmation).Fire("want-changes", Changes);
        var revised = new Given { ["response.draft"] = "补贴将于下月上旬发放" };
        confirmation.World.Actor = Bodies.Only(Bodies.Baicheng, "asker", "confirmer");
        confirmation.Refuse("revise", revised).Code.Should().Be(RefusalCode.NotAllowed);
        confirmation.World.Actor = Bodies.Only(Bodies.Commerce, "asker");
        confirmation.Fire("revise", revised).State.State.Should().Be("asked");
    }

    [Test, Rule("BC-OPN-01")]
    public void A_confirmation_is_asked_for_by_a_case()
    {
        var asked = new Given { ["response.draft"] = "草稿", ["matter"] = "时间" };
        Handover.OnlyFromAnotherCase(Sentiment.Confirmation, Bodies.Baicheng, asked);
        Handover.IsComplete(Sentiment.Confirmation, Bodies.Commerce, Bodies.Baicheng, asked, "response.draft", "matter");
    }

    [Test, Rule("BC-OPN-02")]
    public void Major_sensitive_opinion_is_consulted_on_jointly_and_submitted_for_approval()
    {
        var analysis = Sentiment.Graded("major", sensitive: true);
        var opinion = Sentiment.Found().Needs("analyse", analysis, "analysis.sensitive", "analysis.suddenOnline").Fire("analyse", analysis);
        opinion.State.State.Should().Be("joint-consultation");
        Not(opinion, "report");
        opinion.Needs("record-consultation", Sentiment.Consulted, "consultation.participants", "consultation.conclusion");
        opinion.FireOnlyAs("analyst", "record-consultation", Sentiment.Consulted);
        Not(opinion, "report");
        var objection = new Given { ["approval.objection"] = "风险判断不足" };
        opinion.Needs("send-back", objection, "approval.objection").FireOnlyAs("leader", "send-back", objection);
        opinion.State.State.Should().Be("joint-consultation");
        opinion.Fire("record-consultation", Sentiment.Consulted).FireOnlyAs("leader", "approve");
        opinion.Fire("report", Sentiment.ToBoth).State.State.Should().Be("reported");
    }

    [TestCase("major", false)]
    [TestCase("larger", true)]
    [TestCase("general", true)]
    [Rule("BC-OPN-02")]
    public void Any_other_is_not(string grade, bool sensitive) =>
        Sentiment.Found().Fire("analyse", Sentiment.Graded(grade, sensitive)).State.State.Should().Be("analysed");

    [Test, Rule("BC-OPN-02")]
    public void Larger_sudden_sensitive_online_cases_are_released_under_the_city_mechanism()
    {
        var opinion = Sentiment.Handled(Sentiment.Graded("larger", sensitive: true, sudden: true));
        var response = Sentiment.Response(false).With("response.cityMechanism", "已按市机制报备");
        opinion.Needs("respond", response, "response.cityMechanism").Fire("respond", response).State.Outcome.Should().Be("responded");
        Sentiment.Handled(Sentiment.Graded("general", sensitive: true, sudden: true)).Fire("respond", Sentiment.Response(false)).State.Outcome.Should().Be("responded");
    }

    private static void Not(Case opinion, params string[] triggers)
    {
        foreach (var trigger in triggers)
            opinion.Refuse(trigger).Code.Should().Be(RefusalCode.NotAllowed, trigger);
    }
}
