using FluentAssertions;
using NodaTime;
using NodaTime.Text;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Scenarios.Filing;

public class When_public_opinion_is_collected
{
    [TestCase("especially-major", "2026-03-02T08:40:00", "2026-03-02T09:10:00")]
    [TestCase("major", "2026-03-02T08:40:00", "2026-03-02T09:40:00")]
    [TestCase("larger", "2026-03-02T08:40:00", "2026-03-02T10:40:00")]
    [TestCase("general", "2026-03-02T08:40:00", "2026-03-02T11:40:00")]
    [Rule("HD-OPN-01"), Rule("HD-OPN-02")]
    public void An_emergency_is_reported_within_its_grades_time_of_its_occurrence(string grade, string at, string due)
    {
        var opinion = Opinions.Collected(Opinions.Emergency(grade, at + "+08:00"));
        Due(opinion).Should().Be(due);
        opinion["event.place"].Should().Be("人民路");
        opinion.State.Fields["opinion.learnedAt"].Should().Be(new FieldValue.Moment(Instant.FromUtc(2026, 3, 2, 0, 50)));
        opinion.Fire("report", Opinions.Report).State.Clocks.Should().BeEmpty();
    }

    [TestCase("2026-02-17", "2026-02-17T08:40:00", "2026-02-17T09:40:00", Description = "Spring Festival")]
    [TestCase("2026-10-01", "2026-10-01T00:10:00", "2026-10-01T01:10:00", Description = "National Day, at night")]
    [Rule("HD-OPN-01")]
    public void No_holiday_stops_these_hours(string day, string at, string due) =>
        Due(Opinions.Collected(Opinions.Emergency("major", at + "+08:00"), day)).Should().Be(due);

    [TestCase("other")]
    [TestCase("sensitive")]
    [Rule("HD-OPN-01")]
    public void Other_opinion_has_no_clock_and_no_grade(string kind)
    {
        var input = Opinions.Any.With("opinion.kind", kind);
        Due(Opinions.Collected(input)).Should().BeNull();
        Case.RefuseToOpen(Catalogue.World(), Opinions.Procedure, Bodies.Bureau, input.With("event.grade", "major")).CitesOnly("HD-OPN-01", "一(二)");
        Opinions.Collected(input).On("2026-04-01").Fire("report", Opinions.Report)["report.late"].Should().BeNull();
    }

    [TestCase("opinion.subject")]
    [TestCase("opinion.content")]
    [TestCase("opinion.channel")]
    [TestCase("opinion.kind")]
    [TestCase("opinion.learnedAt")]
    [TestCase("event.occurredAt")]
    [TestCase("event.grade")]
    [Rule("HD-OPN-01"), Rule("HD-OPN-02")]
    public void It_says_what_and_when_and_how_grave(string field) =>
        Case.RefuseToOpen(Catalogue.World().On(Opinions.Day), Opinions.Procedure, Bodies.Bureau, Opinions.Emergency("major").Without(field))
            .Fields.Select(problem => problem.Field).Should().Equal(field);

    [Test, Rule("HD-OPN-01")]
    public void An_event_has_occurred() =>
        Case.RefuseToOpen(Catalogue.World().On(Opinions.Day), Opinions.Procedure, Bodies.Bureau, Opinions.Emergency("major", "2026-03-02T09:30:00+08:00"))
            .Fields.Select(problem => problem.Field).Should().Equal("event.occurredAt");

    [Test, Rule("HD-OPN-01"), Rule("HD-OPN-02")]
    public void Those_who_collect_open_it()
    {
        var world = Catalogue.World().On(Opinions.Day);
        world.Actor = Bodies.AllBut("collector");
        Case.RefuseToOpen(world, Opinions.Procedure, Bodies.Bureau, Opinions.Any).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test, Rule("HD-OPN-01"), Rule("HD-OPN-02")]
    public void Another_grade_counts_anew_from_the_event()
    {
        var opinion = Opinions.Collected(Opinions.Emergency("general"));
        var worse = Opinions.Grading("emergency", "especially-major", "2026-03-02T08:50:00+08:00");
        opinion.Needs("regrade", worse, "grading.reason", "opinion.kind");
        opinion.Fire("regrade", worse);
        Due(opinion).Should().Be("2026-03-02T09:20:00");
        opinion["event.grade"].Should().Be("especially-major");
        opinion["grading.reason"].Should().Be("伤亡人数已核实");
        opinion.Fire("regrade", Opinions.Grading("emergency", "larger", "2026-03-02T08:40:00+08:00"));
        Due(opinion).Should().Be("2026-03-02T10:40:00");
    }

    [TestCase("collector")]
    [TestCase("handler")]
    [Rule("HD-OPN-02")]
    public void Those_who_collect_or_handle_grade_it(string role)
    {
        var opinion = Opinions.Collected(Opinions.Emergency("general"));
        opinion.World.Actor = Bodies.AllBut("collector", "handler");
        opinion.Refuse("regrade", Opinions.Grading("other", null, null)).Code.Should().Be(RefusalCode.NotAllowed);
        opinion.World.Actor = Bodies.Only(Bodies.Bureau, role);
        opinion.Fire("regrade", Opinions.Grading("other", null, null))["opinion.kind"].Should().Be("other");
    }

    [Test, Rule("HD-OPN-01"), Rule("HD-OPN-02")]
    public void What_turns_out_to_be_an_emergency_gets_the_clock_and_what_does_not_loses_it()
    {
        var opinion = Opinions.Collected(Opinions.Any);
        var emergency = Opinions.Grading("emergency", "major", "2026-03-02T08:30:00+08:00");
        opinion.Refuse("regrade", emergency.Without("event.occurredAt")).Misses("event.occurredAt", "HD-OPN-01");
        opinion.Refuse("regrade", emergency.Without("event.grade")).Misses("event.grade", "HD-OPN-01");
        opinion.Fire("regrade", emergency);
        Due(opinion).Should().Be("2026-03-02T09:30:00");
        opinion.Fire("regrade", Opinions.Grading("sensitive", null, null));
        Due(opinion).Should().BeNull();
        opinion["event.grade"].Should().BeNull();
    }

    [Test, Rule("HD-OPN-03"), Rule("HD-OPN-01")]
    public void A_late_report_is_seen_to_be_late()
    {
        Opinions.Collected(Opinions.Emergency("major")).Fire("report", Opinions.Report)["report.late"].Should().BeNull();
        var late = Opinions.Collected(Opinions.Emergency("major", "2026-03-02T07:59:00+08:00")).Fire("report", Opinions.Report);
        late["report.late"].Should().Be(true);
        late.State.State.Should().Be("reported");
        late.Issued.Should().Equal("report 桦舆情〔2026〕1号");
    }

    private static string? Due(Case opinion) => opinion.State.Clocks.GetValueOrDefault("report")?.Deadline.DueAt is { } due
        ? LocalDateTimePattern.ExtendedIso.Format(due.WithOffset(ChinaTime.Offset).LocalDateTime)
        : null;
}
