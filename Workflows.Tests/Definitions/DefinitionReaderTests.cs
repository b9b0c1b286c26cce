using FluentAssertions;
using NodaTime;
using NUnit.Framework;
using Workflows.Calendar;
using Workflows.Definitions;
using Period = Workflows.Calendar.Period;

namespace Workflows.Tests.Definitions;

public class DefinitionReaderTests
{
    private static readonly ReadResult Read = DefinitionReader.Read(Fixture.Valid, "valid.yaml");

    private static ProcedureDefinition Definition => Read.Definition!;

    [Test]
    public void Read_of_a_valid_text_has_nothing_to_say() => Read.Diagnostics.Should().BeEmpty();

    [Test]
    public void Read_keeps_head_and_text()
    {
        Definition.Procedure.Should().Be("test.application");
        Definition.Title.Should().Be(new LocalizedText("申请", "Application"));
        Definition.Calendar.Should().Be(CalendarId.China);
        Definition.Returns.Should().Equal("conclusion");
        Definition.Source.Should().Be(Fixture.Valid);
    }

    [Test]
    public void Basis_without_act_means_the_act_of_the_file()
    {
        Definition.Basis.Single().Should().BeEquivalentTo(new LegalBasis("试验办法", "第一条", null, ["HD-APP-01"]));
        State("review").Basis.Should().BeEquivalentTo(new LegalBasis(null, null, "征询期间仍在详审", []));
    }

    [Test]
    public void Substates_are_named_after_their_superstate()
    {
        Definition.States.Select(s => s.Name).Should().Equal(
            "received", "review", "review/examination", "review/consultation", "closed", "refused");
        State("review").Initial.Should().Be("review/examination");
        State("review/examination").Parent.Should().Be("review");
    }

    [Test]
    public void Condition_in_short_form_is_typed_by_its_field()
    {
        Definition.Opening.Requires.Single().That.Should().BeOfType<Condition.Not>()
            .Which.Of.Should().BeEquivalentTo(new Condition.In("channel", [new FieldValue.Text("telephone")]));
    }

    [Test]
    public void Condition_with_two_bounds_is_one_range()
    {
        Trigger("review", "extend").Requires[1].That.Should().Be(
            new Condition.Range("extension.days", new FieldValue.Number(1), new FieldValue.Number(15)));
    }

    [Test]
    public void Condition_with_several_keys_means_all_of_them()
    {
        Trigger("review", "reply").Branches[1].When.Should().BeOfType<Condition.All>()
            .Which.Of.Should().HaveCount(2).And.Contain(new Condition.Not(new Condition.Flag("force-majeure")));
    }

    [Test]
    public void Clock_has_its_parts()
    {
        var clock = Definition.Clocks.Single();
        clock.Period.Should().Be(new Period.WorkingDays(15));
        clock.Stops.On.Should().Equal("reply");
        clock.PausedWhile.Select(p => p.Child ?? p.Flag).Should().Equal("test.consultation", "force-majeure");
        clock.Extension!.AtMost.Should().Be(new Period.WorkingDays(15));
        clock.Warn.Should().Equal(5, 1);
    }

    [Test]
    public void Trigger_without_branches_has_one_that_always_applies()
    {
        var register = Trigger("received", "register").Branches.Single();
        register.When.Should().BeNull();
        register.To.Should().Be("review");
        register.Sets.Should().Equal(new Assignment("registeredOn", new ValueSource.Today()));
    }

    [Test]
    public void Opens_knows_rows_and_agency()
    {
        var opens = Trigger("review/examination", "consult").Branches.Single().Opens.Single();
        opens.ForEach.Should().Be("thirdParties");
        opens.Agency.Should().Be(new AgencyTarget.Row("agency"));
        opens.With.Should().Equal(
            new Assignment("party", new ValueSource.Row("name")), new Assignment("askedOn", new ValueSource.Today()));
    }

    [Test]
    public void Locations_point_at_the_key_of_an_element()
    {
        var place = Read.Locations.Of("states[received].on[register]");
        Fixture.Valid.Split('\n')[place.Line - 1].Should().Be("      register:");
        place.Column.Should().Be(7);
        Read.Locations.Of("states[received].on[register].opens[3]").Should().Be(place);
    }

    [Test]
    public void Literal_is_read_by_the_type_of_its_field()
    {
        var text = Fixture.Valid.Replace("sets: { registeredOn: { today: true } }",
            "sets: { registeredOn: 2026-09-30, copies: 3, fee: 12.50, urgent: true, media: [disk, paper], answer: null, channel: counter }",
            StringComparison.Ordinal);
        var sets = DefinitionReader.Read(text).Definition!.States[0].On[0].Branches[0].Sets;
        sets.Select(s => (s.Value as ValueSource.Literal)?.Value).Should().Equal(
            new FieldValue.Date(new LocalDate(2026, 9, 30)), new FieldValue.Number(3), new FieldValue.Number(12.50m),
            new FieldValue.Boolean(true), new FieldValue.Choices(["paper", "disk"]), null, new FieldValue.Text("counter"));
        sets[5].Value.Should().Be(new ValueSource.Nothing());
    }

    [Test]
    public void Short_name_of_an_act_means_its_full_name() =>
        NoteDown("").Basis.Should().BeEquivalentTo(new { Act = "试验实施细则", Article = "第一条" });

    [Test]
    public void Inputs_of_a_group_follow_the_triggers_own_which_count_before_them()
    {
        NoteDown("").Input.Should().Equal(new InputDefinition("remark", false, null, null));
        NoteDown("input: { answer: optional }, ").Input.Select(i => i.Field).Should().Equal("answer", "remark");
        NoteDown("input: { remark: required }, ").Input.Should().Equal(new InputDefinition("remark", true, null, null));
    }

    [Test]
    public void Two_groups_may_not_give_the_same_field_unless_the_trigger_says_how()
    {
        var text = Fixture.Text("small.yaml").Replace("  remark: { remark: optional }", "  remark: { remark: optional }\n  more: { remark: required }", StringComparison.Ordinal)
            .Replace("title: 备注, by: clerk, asks: remark,", "title: 备注, by: clerk, asks: [remark, more],", StringComparison.Ordinal);
        DefinitionReader.Read(text).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("DEF214");
        DefinitionReader.Read(text.Replace("asks: [remark, more],", "asks: [remark, more], input: { remark: optional },", StringComparison.Ordinal)).Diagnostics.Should().BeEmpty();
    }

    private static TriggerDefinition NoteDown(string also) => DefinitionReader.Read(
        Fixture.Text("small.yaml").Replace("title: 备注, by: clerk, ", "title: 备注, by: clerk, " + also, StringComparison.Ordinal)).Definition!.Everywhere.Single();

    private static StateDefinition State(string name) => Definition.States.Single(s => s.Name == name);

    private static TriggerDefinition Trigger(string state, string name) => State(state).On.Single(t => t.Name == name);
}
