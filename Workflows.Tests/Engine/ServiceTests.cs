using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>How documents are served, and on which day that counts.</summary>
public sealed class ServiceTests
{
    private World world = null!;
    private CaseId application;

    /// <summary>Registered on Monday 2 March 2026, the answer is due on 23 March.</summary>
    [SetUp]
    public void Register_on_monday_2_March()
    {
        world = new World(TestProcedures.All).On("2026-03-02");
        application = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        world.Fire(application, "register");
    }

    [TestCase("in-person", null, "2026-03-20", "2026-03-20", "2026-03-20")]
    [TestCase("collected", null, "2026-03-20", "2026-03-20", "2026-03-20")]
    [TestCase("agency", "2026-03-19", "2026-03-20", "2026-03-20", "2026-03-20")]
    [TestCase("agency", "2026-03-19", null, null, null)]
    [TestCase("post", "2026-03-19", null, "2026-03-19", null)]
    [TestCase("registered-post", "2026-03-19", "2026-03-23", "2026-03-19", "2026-03-23")]
    [TestCase("courier", "2026-03-19", "2026-03-20", "2026-03-19", "2026-03-20")]
    [TestCase("fax", "2026-03-19", "2026-03-20", "2026-03-19", "2026-03-20")]
    [TestCase("email", "2026-03-19", null, "2026-03-19", null)]
    [TestCase("email", "2026-03-19", "2026-03-20", "2026-03-19", "2026-03-20")]
    public void The_days_follow_the_channel(string channel, string? sent, string? received, string? answered, string? counts)
    {
        var days = ServiceDays.Of(new Service(1, channel, Day(sent), Day(received)), World.Day("2026-03-02"));
        days.AnsweredOn.Should().Be(Day(answered));
        days.ReceivedOn.Should().Be(Day(counts));
    }

    [TestCase("2019-05-14", "2019-06-03")]
    [TestCase("2019-05-15", null)]
    public void An_e_mail_counts_as_received_by_the_text_in_force_when_the_application_came(string appliedOn, string? counts)
    {
        var days = ServiceDays.Of(new Service(1, "email", Day("2019-06-03"), null), World.Day(appliedOn));
        days.AnsweredOn.Should().Be(World.Day("2019-06-03"));
        days.ReceivedOn.Should().Be(Day(counts));
    }

    [Test]
    public void What_is_posted_on_the_last_day_is_in_time_and_a_day_later_is_late()
    {
        world.On("2026-03-23");
        Reply();
        Serve(new Service(2, "registered-post", Day("2026-03-23"), null) { Number = "XA123" });
        Standing().Measures.Should().ContainSingle().Which.Timeliness.Should().Be(Timeliness.InTime);
        Standing().Measures[0].Deadline.Due.Should().Be(World.Day("2026-03-23"));
        Standing().Missing.Should().ContainSingle().Which.Should().Contain("签收");

        Follow(1, ServiceNews.Annulled, "2026-03-23", "登记了别的文书");
        world.On("2026-03-24");
        Serve(new Service(2, "registered-post", Day("2026-03-24"), null) { Number = "XA124" });
        Standing().Measures.Should().ContainSingle().Which.Should().Match<ServiceMeasure>(measure =>
            measure.Timeliness == Timeliness.Late && measure.Says == "“答复期限”于 2026-03-23 届满，2026-03-24 逾期");
    }

    [Test]
    public void What_another_agency_serves_counts_when_it_is_signed_for()
    {
        world.On("2026-03-20");
        Reply();
        Serve(new Service(2, "agency", Day("2026-03-20"), null));
        Standing().Days!.AnsweredOn.Should().BeNull();
        Standing().Measures.Should().ContainSingle().Which.Timeliness.Should().Be(Timeliness.Undecided);
        Standing().Missing.Should().ContainSingle();
        world.On("2026-03-25");
        Follow(1, ServiceNews.Received, "2026-03-24", null, "收发室");
        Standing().Days!.AnsweredOn.Should().Be(World.Day("2026-03-24"));
        Standing().Measures[0].Timeliness.Should().Be(Timeliness.Late);
        Standing().Missing.Should().BeEmpty();
        Refuse(1, ServiceNews.Received, "2026-03-24").Detail.Should().Contain("已登记签收");
        Refuse(1, ServiceNews.Returned, "2026-03-25", "退回").Detail.Should().Contain("已经签收");
    }

    [Test]
    public void What_came_back_no_longer_counts_and_the_next_service_does()
    {
        world.On("2026-03-20");
        Reply();
        Serve(new Service(2, "post", Day("2026-03-20"), null));
        world.On("2026-03-26");
        Follow(1, ServiceNews.Returned, "2026-03-26", "查无此人");
        Standing().Number.Should().BeNull();
        Standing().Missing.Should().ContainSingle().Which.Should().Contain("重新送达");
        Serve(new Service(2, "collected", null, Day("2026-03-26")));
        Standing().Number.Should().Be(2);
        Standing().Measures[0].Timeliness.Should().Be(Timeliness.Late);
        world.Journal.History(application).Count(entry => entry.Event is CaseEvent.DocumentServed).Should().Be(2, "nothing is overwritten");
        Refuse(1, ServiceNews.Received, "2026-03-26").Detail.Should().Contain("已退回");
    }

    [Test]
    public void The_first_answer_counts_of_several()
    {
        world.On("2026-03-19");
        Reply();
        world.On("2026-03-20");
        Serve(new Service(2, "collected", null, Day("2026-03-20")));
        Serve(new Service(2, "email", Day("2026-03-19"), null), "昨日已发出");
        Standing().Number.Should().Be(2);
        Standing().Days!.AnsweredOn.Should().Be(Day("2026-03-19"));
        Standing().Days!.ReceivedOn.Should().Be(Day("2026-03-20"), "the recipient has it since then, by whichever way");
        Standing().Missing.Should().BeEmpty();
        Standing(1).Should().BeNull("the receipt was not served");
    }

    [Test]
    public void The_day_of_a_corrected_issue_bounds_the_service()
    {
        world.On("2026-03-20");
        Reply();
        var issued = world.State(application).Documents[^1].Sequence;
        var moved = world.Journal.History(application).Last(entry => entry.Event is CaseEvent.Moved && entry.Sequence <= issued).Sequence;
        world.Accept(new CaseRequest(application, new Command.CorrectDate { Actor = world.Actor, Sequence = moved, Day = World.Day("2026-03-18"), Note = "误录" }));
        Serve(new Service(2, "registered-post", Day("2026-03-18"), null) { Number = "XA123" }, "补记");
        Standing().Days!.AnsweredOn.Should().Be(Day("2026-03-18"));
        Standing().Measures[0].Timeliness.Should().Be(Timeliness.InTime);
    }

    [Test]
    public void A_notice_that_ended_or_extended_no_period_is_measured_by_none()
    {
        Serve(new Service(1, "in-person", null, Day("2026-03-02")));
        Standing(1)!.Measures.Should().BeEmpty();
        Standing(1)!.Missing.Should().BeEmpty();
    }

    [TestCase("pigeon", "2026-03-02", null, null, "channel")]
    [TestCase("post", null, null, null, "sentOn")]
    [TestCase("post", "2026-03-01", null, null, "sentOn")]
    [TestCase("post", "2026-03-04", null, null, "sentOn")]
    [TestCase("post", "2026-03-02", "2026-03-04", null, "receivedOn")]
    [TestCase("collected", null, null, null, "receivedOn")]
    [TestCase("collected", "2026-03-02", "2026-03-02", null, "sentOn")]
    [TestCase("post", "2026-03-02", null, null, "note")]
    [TestCase("post", "2026-03-03", "2026-03-02", "补记", "receivedOn")]
    public void A_service_that_cannot_be_is_refused_by_its_field(string channel, string? sent, string? received, string? note, string field)
    {
        world.On("2026-03-03");
        var before = world.State(application).Version;
        world.Refuse(Record(new Service(1, channel, Day(sent), Day(received)), note)).Fields.Select(problem => problem.Field).Should().Contain(field);
        world.State(application).Version.Should().Be(before);
    }

    [Test]
    public void A_day_before_today_takes_the_right_to_back_date()
    {
        world.On("2026-03-03");
        world.Actor = TestAgencies.Everyone with { MayBackdate = false };
        world.Refuse(Record(new Service(1, "post", Day("2026-03-02"), null), "补记")).Fields.Select(problem => problem.Field).Should().Contain("sentOn");
        Serve(new Service(1, "post", Day("2026-03-03"), null));
        world.On("2026-03-06");
        Follow(1, ServiceNews.Received, "2026-03-05", null);
        world.State(application).Services[0].Service.ReceivedOn.Should().Be(World.Day("2026-03-05"), "when something was signed for is learnt afterwards");
    }

    [Test]
    public void Documents_services_and_files_that_there_are_not_are_refused()
    {
        world.Refuse(Record(new Service(2, "post", Day("2026-03-02"), null))).Code.Should().Be(RefusalCode.NotFound);
        world.Refuse(Record(new Service(1, "post", Day("2026-03-02"), null) { Attachment = 1 })).Fields.Should().Contain(problem => problem.Field == "attachment");
        Refuse(1, ServiceNews.Received, "2026-03-02").Code.Should().Be(RefusalCode.NotFound);
        Refuse(0, ServiceNews.Received, "2026-03-02").Code.Should().Be(RefusalCode.NotFound);
    }

    private static LocalDate? Day(string? day) => day is null ? null : World.Day(day);

    private void Reply() => world.Fire(application, "reply", new Dictionary<string, object> { ["reply.outcome"] = "refused" });

    private void Serve(Service service, string? note = null) => world.Accept(Record(service, note));

    private CaseRequest Record(Service service, string? note = null) =>
        new(application, new Command.RecordService { Actor = world.Actor, Service = service, Note = note });

    private CaseRequest News(int number, ServiceNews news, string on, string? note, string? receivedBy = null) =>
        new(application, new Command.FollowService { Actor = world.Actor, Number = number, News = news, On = World.Day(on), Note = note, ReceivedBy = receivedBy });

    private void Follow(int number, ServiceNews news, string on, string? note, string? receivedBy = null) => world.Accept(News(number, news, on, note, receivedBy));

    private Refusal Refuse(int number, ServiceNews news, string on, string? note = null) => world.Refuse(News(number, news, on, note));

    private ServiceStanding Standing() => Standing(2)!;

    private ServiceStanding? Standing(int document)
    {
        var state = world.State(application);
        var definition = world.Reference.Current.Procedures.Find(state.Procedure, state.DefinitionVersion)!;
        var calendar = world.Reference.Current.Calendars.Find(definition.Definition.Calendar, state.CalendarVersion)!;
        return ServiceStanding.Of(definition, state, document, calendar);
    }
}
