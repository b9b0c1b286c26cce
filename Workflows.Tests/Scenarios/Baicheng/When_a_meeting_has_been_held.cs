using FluentAssertions;
using NUnit.Framework;

namespace Workflows.Tests.Scenarios.Baicheng;

[Rule("BC-MTG-01")]
public class When_a_meeting_has_been_held
{
    [Test]
    public void It_is_published_unless_secret_within_the_twenty_working_days_of_proactive_disclosure()
    {
        Case.OpeningNeeds(Publication.Meeting, Bodies.Commerce, Publication.Directors,
            "meeting.title", "meeting.kind", "meeting.heldOn", "meeting.content", "meeting.notice", "meeting.materials", "form");
        var meeting = Case.OpenOnlyAs("office", Catalogue.World().On("2026-03-04"), Publication.Meeting, Bodies.Commerce, Publication.Directors);
        meeting.Due("disclosure").Should().Be("2026-03-30");
        meeting.Needs("record-secrecy-check", Publication.Clear, "secrecyCheck.result", "secrecyCheck.reviewer", "toPublish");
        meeting.FireOnlyAs("secrecy-reviewer", "record-secrecy-check", Publication.Clear);
        meeting.State.State.Should().Be("publishing");

        var publication = meeting.Child(Publication.Procedure);
        publication["information.title"].Should().Be("2026年第3次局长办公会议");
        publication["information.content"].Should().Be("会议纪要");
        publication["source"].Should().Be("meeting");
        publication.Due("publication").Should().Be("2026-03-30");
        publication.On("2026-03-10").Fire("publish", Publication.OnTheSite);
        meeting.State.Outcome.Should().Be("disclosed");
        meeting["publishedOn"].Should().Be("2026-03-10");
    }

    [Test]
    public void A_secret_meeting_is_not_published()
    {
        var meeting = Publication.Held("2026-03-04").Fire("record-secrecy-check", Publication.Secret);
        meeting.State.Outcome.Should().Be("not-disclosed");
        meeting.State.Children.Should().BeEmpty();
    }

    [Test]
    public void What_is_not_secret_of_a_partly_secret_meeting_is_published()
    {
        var meeting = Publication.Held("2026-03-04").Fire("record-secrecy-check", Publication.Clear.With("secrecyCheck.result", "partly").With("toPublish", "工作动态"));
        meeting.Child(Publication.Procedure)["information.content"].Should().Be("工作动态");
    }

    [Test]
    public void What_the_office_sends_back_is_checked_again()
    {
        var meeting = Publication.Held("2026-03-04").Fire("record-secrecy-check", Publication.Clear);
        meeting.Child(Publication.Procedure).Fire("decline", new Given { ["decline.reason"] = "仍含涉密内容" });
        meeting.State.State.Should().Be("secrecy-check");
        meeting.Needs("record-secrecy-check", Publication.Clear, "toPublish");
    }

    [Test]
    public void A_teleconference_is_published_when_it_concerns_the_public()
    {
        var teleconference = Publication.Directors.With("meeting.kind", "teleconference").With("meeting.publicConcern", true);
        Case.OpeningNeeds(Publication.Meeting, Bodies.Commerce, teleconference, "meeting.publicConcern");
        Case.RefuseToOpen(Catalogue.World().On("2026-03-04"), Publication.Meeting, Bodies.Commerce, teleconference.With("meeting.publicConcern", false)).CitesOnly("BC-MTG-01", "一");
        Publication.Held("2026-03-04", teleconference).State.State.Should().Be("secrecy-check");
    }

    [Test]
    public void Over_Spring_Festival_the_days_off_do_not_count()
    {
        // Held on Tuesday 10 February; 15 to 23 February are off, Saturdays the 14th and 28th are worked.
        var meeting = Publication.Held("2026-02-10", Publication.Directors.With("meeting.heldOn", "2026-02-10"));
        meeting.Due("disclosure").Should().Be("2026-03-16");
    }
}
