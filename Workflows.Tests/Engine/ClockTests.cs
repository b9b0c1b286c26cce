using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Deadlines as the interpreter computes them from legal events, on the real calendar of 2026.</summary>
public class ClockTests
{
    private World world = null!;
    private CaseId application;

    [SetUp]
    public void Register_on_monday_2_March()
    {
        world = new World(TestProcedures.All).On("2026-03-02");
        application = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        world.Fire(application, "register");
    }

    [Test, Rule("CNT-01")]
    public void The_day_of_registration_is_not_counted() => Due().Should().Be(new LocalDate(2026, 3, 23));

    [Test, Rule("CNT-04")]
    public void A_consultation_stops_the_clock_from_sending_to_the_answer()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        Reading().Deadline.Status.Should().Be(DueStatus.Open);
        world.On("2026-03-05").Fire(Party(), "record-receipt");
        world.On("2026-03-11").Fire(Party(), "answer", new { position = "agrees" });

        // Working days 5, 6, 9, 10 and 11 March are not counted.
        Due().Should().Be(new LocalDate(2026, 3, 30));
        world.State(application).State.Should().Be("review/examination");
    }

    [Test, Rule("CNT-04")]
    public void Two_third_parties_cost_the_time_once()
    {
        world.On("2026-03-04");
        Consult("甲公司", "乙公司");
        world.Fire(Party(0), "record-receipt");
        world.Fire(Party(1), "record-receipt");
        world.On("2026-03-06").Fire(Party(0), "answer", new { position = "agrees" });
        world.State(application).State.Should().Be("review/consultation");
        world.On("2026-03-11").Fire(Party(1), "answer", new { position = "objects" });

        Due().Should().Be(new LocalDate(2026, 3, 30));
    }

    [Test, Rule("CNT-04")]
    public void Silence_ends_the_pause_with_the_third_partys_own_period()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.On("2026-04-20");

        world.State(Party()).Outcome.Should().Be("deemed-consent");
        world.Journal.History(Party()).Last(entry => entry.Event is CaseEvent.Moved).OccurredOn.Should().Be(new LocalDate(2026, 3, 25));
        // Two working days were used before, thirteen remain after 25 March; 6 April is a holiday.
        Due().Should().Be(new LocalDate(2026, 4, 14));
    }

    [Test, Rule("CNT-04")]
    public void Pause_and_resumption_on_one_day_exclude_nothing()
    {
        world.On("2026-03-10").Fire(application, "raise");
        world.Fire(application, "lower");
        Due().Should().Be(new LocalDate(2026, 3, 23));
    }

    [Test, Rule("CNT-04")]
    public void Overlapping_pauses_are_a_union()
    {
        world.On("2026-03-04").Fire(application, "raise");
        world.On("2026-03-05");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.On("2026-03-06").Fire(Party(), "answer", new { position = "agrees" });
        world.On("2026-03-11").Fire(application, "lower");
        Due().Should().Be(new LocalDate(2026, 3, 30));
    }

    [Test]
    public void An_extension_follows_the_last_day_and_is_granted_once()
    {
        world.On("2026-03-23").Fire(application, "extend", new Dictionary<string, object> { ["extension.days"] = 15 });
        Due().Should().Be(new LocalDate(2026, 4, 14));
        world.Refuse(application, "extend", new Dictionary<string, object> { ["extension.days"] = 1 })
            .Unmet.Single().Basis.Article.Should().Be("第十条第二款");
    }

    [Test]
    public void An_extension_after_the_due_date_or_too_long_is_refused()
    {
        world.Refuse(application, "extend", new Dictionary<string, object> { ["extension.days"] = 16 }).Code.Should().Be(RefusalCode.NotAllowed);
        world.On("2026-03-24");
        world.Refuse(application, "extend", new Dictionary<string, object> { ["extension.days"] = 5 }).Detail.Should().Contain("2026-03-23");
        Due().Should().Be(new LocalDate(2026, 3, 23));
    }

    [Test]
    public void Time_warns_at_five_and_one_days_left_and_when_overdue_each_on_its_day()
    {
        world.On("2026-04-01");
        world.Journal.History(application).Where(entry => entry.Event is CaseEvent.Warned)
            .Select(entry => (((CaseEvent.Warned)entry.Event).Left, entry.OccurredOn)).Should().Equal(
                (5, new LocalDate(2026, 3, 16)), (1, new LocalDate(2026, 3, 20)), (0, new LocalDate(2026, 3, 23)));
    }

    [Test]
    public void What_is_due_is_done_once_and_on_its_own_day_after_the_service_was_down_for_a_week()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.Clock.Reset(ChinaTime.EndOf(new LocalDate(2026, 4, 1)));
        for (var sweep = 0; sweep < 3; sweep++)
            world.Sweep.Run(world.Clock.GetCurrentInstant()).GetAwaiter().GetResult();

        var deemed = world.Journal.History(Party()).Where(entry => entry.Event is CaseEvent.Moved { Trigger: "deem" }).ToArray();
        deemed.Should().ContainSingle().Which.OccurredOn.Should().Be(new LocalDate(2026, 3, 25));
        deemed[0].RecordedAt.Should().Be(world.Clock.GetCurrentInstant());
    }

    [Test]
    public void What_time_has_done_comes_before_what_a_person_does_even_when_the_sweep_is_late()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.Clock.Reset(ChinaTime.EndOf(new LocalDate(2026, 4, 1)));
        world.Refuse(Party(), "answer", new { position = "objects" }).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test]
    public void A_late_answer_undoes_nothing_but_reaches_the_handler()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.On("2026-04-01").Fire(Party(), "record-late-answer", new { position = "objects" });
        var child = world.State(application).Children.Single();
        child.Outcome.Should().Be("deemed-consent");
        child.ClosedOn.Should().Be(new LocalDate(2026, 3, 25));
        child.Values["position"].Should().Be(new FieldValue.Text("objects"));
    }

    [Test]
    public void Correcting_the_day_of_registration_moves_the_due_date()
    {
        world.On("2026-03-05");
        world.Accept(Correct(sequence: 2, new LocalDate(2026, 3, 3)));
        Due().Should().Be(new LocalDate(2026, 3, 24));
        world.State(application).Fields["registeredOn"].Should().Be(new FieldValue.Date(new LocalDate(2026, 3, 3)));
    }

    [Test]
    public void A_correction_that_would_undo_an_effect_of_time_is_refused()
    {
        world.On("2026-03-04");
        Consult("甲公司");
        world.Fire(Party(), "record-receipt");
        world.On("2026-04-01");
        var receipt = world.Journal.History(Party()).First(entry => entry.Event is CaseEvent.Moved).Sequence;
        world.Refuse(Correct(receipt, new LocalDate(2026, 3, 9), Party())).Code.Should().Be(RefusalCode.NotAllowed);
        world.State(Party()).Outcome.Should().Be("deemed-consent");
    }

    private void Consult(params string[] names) =>
        world.Fire(application, "consult", new { parties = names.Select(name => new { name }) });

    private CaseRequest Correct(int sequence, LocalDate day, CaseId? id = null) =>
        new(id ?? application, new Command.CorrectDate { Actor = world.Actor, Sequence = sequence, Day = day, Note = "误录" });

    private CaseId Party(int index = 0) => world.Child(application, TestProcedures.Consultation, index);

    private ClockReading Reading() => world.State(application).Clocks["reply"];

    private LocalDate? Due() => Reading().Deadline.Due;
}
