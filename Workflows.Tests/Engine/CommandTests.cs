using System.Collections.Immutable;
using System.Text.Json;
using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>What a command may claim, who may send it, and what a refusal says.</summary>
public class CommandTests
{
    private World world = null!;
    private CaseId application;

    [SetUp]
    public void Open()
    {
        world = new World(TestProcedures.All).On("2026-03-02");
        application = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
    }

    [Test]
    public void A_case_is_pinned_to_what_its_first_entry_names()
    {
        var opened = (CaseEvent.Opened)world.Journal.History(application)[0].Event;
        opened.Reference.Text.Should().Be("试〔2026〕1号");
        opened.DefinitionVersion.Should().Be(1);
        opened.CalendarVersion.Should().Be(world.Reference.Current.Calendars.Newest(new("CN")).Version);
        world.State(application).Should().BeEquivalentTo(
            world.Journal.History(application).Aggregate((CaseState?)null, (state, entry) => CaseState.Evolve(state, entry)));
    }

    [Test]
    public void A_trigger_of_another_state_is_refused_with_the_states_that_offer_it()
    {
        var refusal = world.Refuse(application, "reply", Outcome("refused"));
        refusal.Code.Should().Be(RefusalCode.NotAllowed);
        refusal.Unmet.Single().Basis.Article.Should().Be("第八条");
        world.State(application).Version.Should().Be(1);
    }

    [Test]
    public void An_unknown_trigger_is_not_found() => world.Refuse(application, "fly").Code.Should().Be(RefusalCode.NotFound);

    [Test]
    public void A_trigger_of_time_cannot_be_fired_by_a_person()
    {
        world.Fire(application, "register");
        world.Fire(application, "consult", new { parties = new[] { new { name = "甲" } } });
        var party = world.Child(application, TestProcedures.Consultation);
        world.Fire(party, "record-receipt");
        world.Refuse(party, "deem").Detail.Should().Contain("期限届满");
    }

    [Test]
    public void Only_the_role_that_the_trigger_names_may_fire_it_and_only_in_the_agency_of_the_case()
    {
        world.Fire(application, "register");
        world.Actor = TestAgencies.With("handler", [TestAgencies.Bureau], "handler");
        world.Refuse(application, "extend", Extension(5)).Detail.Should().Contain("office-head");
        world.Actor = TestAgencies.With("head elsewhere", [TestAgencies.Superior], "office-head");
        world.Refuse(application, "extend", Extension(5)).Code.Should().Be(RefusalCode.NotAllowed);
        world.Actor = TestAgencies.With("head", [TestAgencies.Bureau], "office-head");
        world.Fire(application, "extend", Extension(5));
        world.Journal.History(application).Last(entry => entry.Event is CaseEvent.Moved).Actor
            .Should().Be(new ActorStamp("head", "head", TestAgencies.Bureau, "office-head"));
    }

    [Test]
    public void Every_wrong_field_is_told_at_once_with_how_to_mend_it()
    {
        var refusal = world.Refuse(new CaseRequest(new CaseId(Guid.NewGuid()), new Command.OpenCase
        {
            Actor = world.Actor,
            Id = new CaseId(Guid.NewGuid()),
            Agency = TestAgencies.Bureau,
            Input = World.Json(new Dictionary<string, object> { ["applicant.name"] = 5, ["colour"] = "red" }),
        })
        { Procedure = TestProcedures.Application });
        refusal.Code.Should().Be(RefusalCode.Invalid);
        refusal.Fields.Select(field => field.Field).Should().Equal("applicant.name", "colour", "subject");
    }

    [Test]
    public void A_required_field_with_a_wrong_value_is_told_once()
    {
        world.Fire(application, "register");
        var problem = world.Refuse(application, "reply", Outcome("nonsense")).Fields.Should().ContainSingle().Which;
        problem.Field.Should().Be("reply.outcome");
        problem.Says.Should().Contain("disclosed（公开）").And.NotContain("必须填写");
    }

    [Test]
    public void A_field_sent_twice_is_told_once()
    {
        world.Fire(application, "register");
        using var sent = JsonDocument.Parse("""{ "reply.outcome": 1, "reply.outcome": 2, "colour": 1, "colour": 2 }""");
        var command = new Command.FireTrigger { Actor = world.Actor, Trigger = "reply", Input = InputValues.FromJson(sent.RootElement) };
        world.Refuse(new CaseRequest(application, command)).Fields.Select(field => field.Field).Should().Equal("reply.outcome", "colour");
    }

    [Test]
    public void A_day_in_the_future_is_refused() =>
        Register("2026-03-03", "提前", world.Actor).Should().BeOfType<CaseOutcome.Refused>()
            .Which.Refusal.Fields.Single().Field.Should().Be("occurredOn");

    [Test]
    public void A_day_in_the_past_needs_the_right_to_claim_it()
    {
        world.On("2026-03-04");
        Register("2026-03-03", "补记", world.Actor with { MayBackdate = false }).Should().BeOfType<CaseOutcome.Refused>();
        Register("2026-03-03", null, world.Actor).Should().BeOfType<CaseOutcome.Refused>()
            .Which.Refusal.Fields.Single().Field.Should().Be("note");
        Register("2026-03-03", "补记", world.Actor).Should().BeOfType<CaseOutcome.Done>()
            .Which.State.Clocks["reply"].Deadline.Due.Should().Be(new LocalDate(2026, 3, 24));
    }

    [Test]
    public void Legal_days_do_not_run_backward_within_a_case()
    {
        world.On("2026-03-04");
        world.Fire(application, "register");
        var refused = world.Send(new CaseRequest(application, new Command.FireTrigger
        {
            Actor = world.Actor,
            Trigger = "record-secrecy",
            OccurredOn = new LocalDate(2026, 3, 3),
            Note = "补记",
            Input = World.Json(new Dictionary<string, object> { ["secrecy.conclusion"] = "may-disclose" }),
        }));
        refused.Should().BeOfType<CaseOutcome.Refused>().Which.Refusal.Detail.Should().Contain("2026-03-04");
    }

    [Test]
    public void Of_two_commands_on_the_same_version_the_second_is_stale()
    {
        var request = new CaseRequest(application, new Command.FireTrigger { Actor = world.Actor, Trigger = "register" }) { ExpectedVersion = 1 };
        world.Send(request).Should().BeOfType<CaseOutcome.Done>();
        world.Send(request).Should().BeOfType<CaseOutcome.Refused>().Which.Refusal.Code.Should().Be(RefusalCode.Stale);
    }

    [Test]
    public void A_repeated_request_gets_the_first_reply_and_the_same_key_for_another_is_refused()
    {
        CaseRequest Request(string hash) => new(application, new Command.FireTrigger { Actor = world.Actor, Trigger = "register" })
        {
            Key = new IdempotencyKey("caller", "k"),
            RequestHash = hash,
            Reply = (state, _) => new StoredReply(hash, 200, $"\"{state.Version}\"", null, ImmutableArray.Create<byte>(1, 2)),
        };
        var first = world.Send(Request("a")).Should().BeOfType<CaseOutcome.Done>().Which;
        world.Send(Request("a")).Should().BeOfType<CaseOutcome.Repeated>().Which.Reply.Should().Be(first.Reply);
        world.Send(Request("b")).Should().BeOfType<CaseOutcome.Refused>().Which.Refusal.Code.Should().Be(RefusalCode.KeyReused);
    }

    [Test]
    public void Opening_children_and_their_parents_event_are_one_transaction()
    {
        world.Fire(application, "register");
        world.Fire(application, "consult", new { parties = new[] { new { name = "甲" }, new { name = "乙" } } });
        world.State(application).Children.Select(child => world.State(child.Id).Parent!.Case).Should().AllBeEquivalentTo(application);
        world.Refuse(application, "reply", Outcome("refused")).Unmet.Single().Says.Should().Be("第三方意见尚未收齐");
    }

    [Test]
    public void Cancelling_a_case_cancels_its_open_children_and_frees_every_clock()
    {
        world.Fire(application, "register");
        world.Fire(application, "consult", new { parties = new[] { new { name = "甲" } } });
        world.Accept(new CaseRequest(application, new Command.CancelCase { Actor = world.Actor, Note = "申请人撤回" }));
        world.State(application).Should().Match<CaseState>(state => state.Closed && state.State == "cancelled" && state.Clocks.IsEmpty);
        world.State(world.Child(application, TestProcedures.Consultation)).State.Should().Be("cancelled");
        world.Refuse(application, "reply", Outcome("refused")).Code.Should().Be(RefusalCode.NotAllowed);
    }

    [Test]
    public void Documents_are_numbered_without_gaps_and_one_can_carry_the_number_of_the_case()
    {
        var second = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "决算" });
        world.Refuse(second, "reply", Outcome("refused"));
        world.Fire(application, "register");
        world.Fire(second, "register");
        world.Fire(second, "reply", Outcome("refused"));
        world.State(application).Documents.Single().Number.Should().Be("回〔2026〕1号");
        world.State(second).Documents.Select(document => document.Number).Should().Equal("回〔2026〕2号", "试〔2026〕2号");
        world.Journal.History(second).Should().ContainSingle(entry => entry.Event is CaseEvent.FactRecorded);
    }

    [Test]
    public void A_branch_that_does_not_apply_is_a_refusal_and_not_an_error()
    {
        world.Fire(application, "register");
        world.Refuse(application, "reply", Outcome("disclosed")).Code.Should().Be(RefusalCode.NotAllowed);
        world.Fire(application, "record-secrecy", new Dictionary<string, object> { ["secrecy.conclusion"] = "may-disclose" });
        world.Fire(application, "reply", Outcome("disclosed")).Outcome.Should().Be("disclosed");
    }

    [Test]
    public void A_date_beyond_every_calendar_is_refused()
    {
        var far = new World(TestProcedures.All).On("2026-03-02");
        var late = far.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        far.Clock.Reset(Instant.FromUtc(2031, 1, 2, 1, 0));
        far.Refuse(late, "register").Code.Should().Be(RefusalCode.Invalid);
        far.State(late).Version.Should().Be(1);
    }

    [Test]
    public void Offers_say_what_can_be_done_next_and_why_the_rest_cannot()
    {
        world.Fire(application, "register");
        var handler = TestAgencies.With("handler", [TestAgencies.Bureau], "handler");
        var state = world.State(application);
        var offers = Offers.Of(Context(), state, handler).ToDictionary(offer => offer.Trigger.Name);
        offers["reply"].Allowed.Should().BeTrue();
        offers["extend"].Because.Single().Says.Should().Contain("公开工作机构负责人");
        offers["register"].Because.Single().Says.Should().Contain("已收到");
        offers.Should().NotContainKey("concluded");
    }

    private DecisionContext Context() => new()
    {
        Definition = world.Reference.Current.Procedures.Newest(TestProcedures.Application)!,
        Calendar = world.Reference.Current.Calendars.Newest(new("CN")),
        Agencies = TestAgencies.Directory,
        NextSerial = (_, _) => 1,
        TemplateVersion = _ => 0,
        Now = world.Clock.GetCurrentInstant(),
    };

    private CaseOutcome Register(string day, string? note, Actor actor) => world.Send(new CaseRequest(
        application, new Command.FireTrigger { Actor = actor, Trigger = "register", OccurredOn = World.Day(day), Note = note }));

    private static Dictionary<string, object> Outcome(string outcome) => new() { ["reply.outcome"] = outcome };

    private static Dictionary<string, object> Extension(int days) => new() { ["extension.days"] = days };
}
