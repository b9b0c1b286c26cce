using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;

namespace Workflows.Tests.Scenarios.Oversight;

public class When_news_is_released
{
    [Test, Rule("HD-SPK-02")]
    public void Materials_and_lines_are_prepared_first()
    {
        Case.OpeningNeeds(Releases.Procedure, Bodies.Bureau, Releases.Conferring, [.. Releases.Conferring.Without("release.departments").Keys]);
        var release = Case.OpenOnlyAs("liaison-officer", Catalogue.World().On("2026-03-02"), Releases.Procedure, Bodies.Bureau, Releases.Conferring);
        release.State.State.Should().Be("preparing");
        release["release.departments"].Should().Be("市公安局");
        var revised = Releases.Conferring.With("release.lines", "以公告为准");
        release.Needs("revise", revised, [.. revised.Without("release.departments").Keys]).FireOnlyAs("liaison-officer", "revise", revised);
        release["release.lines"].Should().Be("以公告为准");
    }

    [Test, Rule("HD-SPK-02")]
    public void An_emergency_has_a_plan()
    {
        var emergency = Releases.Interview.With("release.emergency", true);
        Case.RefuseToOpen(Catalogue.World(), Releases.Procedure, Bodies.Bureau, emergency).Misses("release.plan", "HD-SPK-02");
        Releases.Preparing().Refuse("revise", emergency).Misses("release.plan", "HD-SPK-02");
        Releases.Preparing(emergency.With("release.plan", "滚动发布"))["release.plan"].Should().Be("滚动发布");
        Releases.Preparing().Fire("revise", emergency.With("release.plan", "滚动发布"))["release.plan"].Should().Be("滚动发布");
    }

    [Test, Rule("HD-SPK-02")]
    public void It_is_reviewed_and_authorised_before_it_is_made()
    {
        var release = Releases.Preparing();
        release.Refuse("release", Releases.Entered);
        release.Needs("submit", Releases.Reviewed, "release.secrecyReviewed");
        release.Refuse("submit", Releases.Reviewed.With("release.secrecyReviewed", false)).CitesOnly("HD-SPK-02", "三(二)");
        release.FireOnlyAs("spokesperson", "submit", Releases.Reviewed).State.State.Should().Be("awaiting-authorisation");
        release.Needs("authorise", Releases.Scope, "authorisation.scope").FireOnlyAs("agency-leader", "authorise", Releases.Scope);
        release.State.State.Should().Be("authorised");
        release.Issued.Should().Equal("press-authorisation 桦新授〔2026〕1号");
        release.Letter("press-authorisation").Template.Should().Be("huadian.press-authorisation");
        release.Printed("press-authorisation", "authorisation.scope").Should().Be("招生范围、时间和办法");
        release.FireOnlyAs("spokesperson", "release", Releases.Entered).State.State.Should().Be("released");
        release["release.releasedOn"].Should().Be("2026-03-02");
    }

    [Test, Rule("HD-SPK-02")]
    public void What_is_not_authorised_is_prepared_again()
    {
        var release = Releases.Submitted().Needs("decline", Releases.NotAuthorised, "authorisation.reasons").FireOnlyAs("agency-leader", "decline", Releases.NotAuthorised);
        release.State.State.Should().Be("preparing");
        release["authorisation.reasons"].Should().Be("口径尚需核实");
        var authorised = Releases.Authorised().Needs("revoke", Releases.NotAuthorised, "authorisation.reasons").FireOnlyAs("agency-leader", "revoke", Releases.NotAuthorised);
        authorised.State.State.Should().Be("preparing");
        authorised["authorisation.reasons"].Should().Be("口径尚需核实");
    }

    [Test, Rule("HD-SPK-02")]
    public void The_press_office_organises_a_conference()
    {
        Releases.Preparing().Refuse("ask-for-conference").CitesOnly("HD-SPK-02", "第三条");
        Releases.Authorised(Releases.Conferring).Refuse("release", Releases.Entered).CitesOnly("HD-SPK-02", "第三条");
        var release = Releases.Preparing(Releases.Conferring).FireOnlyAs("liaison-officer", "ask-for-conference");
        release.Refuse("ask-for-conference").CitesOnly("HD-SPK-02", null);
        var conference = release.Child(Releases.Conference);
        conference.State.Agency.Should().Be(Bodies.Press);
        conference.State.State.Should().Be("asked");
        release.Fire("submit", Releases.Reviewed).Fire("authorise", Releases.Scope);
        release.Refuse("release", Releases.Entered).CitesOnly("HD-SPK-02", "第三条");
        conference.Needs("organise", Releases.Arranged, [.. Releases.Arranged.Keys]).FireOnlyAs("press-officer", "organise", Releases.Arranged);
        conference.State.State.Should().Be("organised");
        conference.State.Outcome.Should().Be("organised");
        release["conference.arrangements"].Should().Be("3月6日，市政府三楼");
        release["conference.advice"].Should().Be("突出时间安排");
        release.Fire("release", Releases.Entered).State.State.Should().Be("released");
    }

    [Test, Rule("HD-PRO-04")]
    public void What_is_released_is_on_the_citys_site_at_the_same_time()
    {
        var release = Releases.Authorised().Needs("release", Releases.Entered, "citySite.entered");
        release.Refuse("release", Releases.Entered.With("citySite.entered", false)).CitesOnly("HD-PRO-04", "第五条");
        release.Fire("release", Releases.Entered)["citySite.entered"].Should().Be(true);
    }

    [Test, Rule("HD-SPK-02")]
    public void Its_effect_is_evaluated()
    {
        var release = Releases.Released().Needs("evaluate", Releases.Evaluation, "evaluation.effect").FireOnlyAs("spokesperson", "evaluate", Releases.Evaluation);
        release.State.State.Should().Be("evaluated");
        release.State.Outcome.Should().Be("evaluated");
        release["evaluation.lessons"].Should().Be("提前准备图解");
        release.Issued.Last().Should().Be("press-record 桦新发〔2026〕1号");
        release.Letter("press-record").Template.Should().Be("huadian.press-record");
        release.Printed("press-record", "release.releasedOn").Should().Be("2026-03-06");
    }

    [Test, Rule("HD-SPK-02")]
    public void What_is_not_released_says_why()
    {
        var release = Releases.Preparing().Needs("abandon", Releases.NoLonger, "abandon.reason").FireOnlyAs("spokesperson", "abandon", Releases.NoLonger);
        release.State.State.Should().Be("not-released");
        release.State.Outcome.Should().Be("not-released");
        release["abandon.reason"].Should().Be("政策推迟出台");
    }

    [Test, Rule("HD-SEC-11")]
    public void What_is_released_is_there_to_be_inspected()
    {
        var values = Releases.Released().Facts("disclosed-information").Should().ContainSingle().Which.Values;
        values["title"].Should().Be(new FieldValue.Text("义务教育招生政策"));
        values["agency"].Should().Be(new FieldValue.Text(Bodies.Bureau));
        values["publishedOn"].Should().Be(new FieldValue.Date(Engine.World.Day("2026-03-06")));
    }

    [Test, Rule("HD-SPK-02")]
    public void The_press_office_is_told_what_it_is_about()
    {
        var told = new Given { ["release.subject"] = "政策", ["release.materials"] = "发布稿", ["release.lines"] = "口径" };
        Handover.IsComplete(Releases.Conference, Bodies.Bureau, Bodies.Press, told, [.. told.Keys]);
        Handover.OnlyFromAnotherCase(Releases.Conference, Bodies.Press, told);
    }
}
