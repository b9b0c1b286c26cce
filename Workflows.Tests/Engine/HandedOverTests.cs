using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>A case opens the newest version of its child, which may ask for other things than when the case was opened.</summary>
public class HandedOverTests
{
    private static readonly string Parent = TestProcedures.Text(TestProcedures.Application);
    private static readonly string Child = TestProcedures.Text(TestProcedures.Consultation);

    private World world = null!;
    private CaseId application;

    [Test]
    public void What_the_child_no_longer_takes_is_left_out()
    {
        Registered(Parent);
        Publish(Child.Replace("input: { name: required }, ", "", StringComparison.Ordinal));
        Consult();
        world.State(Party).Fields.Should().BeEmpty();
    }

    [Test]
    public void What_the_child_takes_but_no_longer_declares_so_is_refused_by_name()
    {
        Registered(Parent);
        Publish(Child.Replace("name: { type: text,", "name: { type: date,", StringComparison.Ordinal));
        var refusal = Refused();
        refusal.Fields.Single().Field.Should().Be("name");
        refusal.Detail.Should().Contain("征求第三方意见").And.Contain("test.consultation").And.Contain("应为日期");
    }

    [Test]
    public void A_day_is_not_taken_for_a_text()
    {
        Registered(Parent.Replace("name: { row: name }", "name: { field: registeredOn }", StringComparison.Ordinal));
        Refused().Fields.Single().Says.Should().Contain("类型不一致");
    }

    [Test]
    public void What_the_child_newly_asks_for_is_named()
    {
        Registered(Parent);
        Publish(Child.Replace("input: { name: required }", "input: { name: required, position: required }", StringComparison.Ordinal));
        Refused().Fields.Single().Field.Should().Be("position");
    }

    [Test]
    public void A_text_too_long_for_the_child_is_refused_and_not_dropped()
    {
        Registered(Parent);
        Publish(Child.Replace("name: { type: text,", "name: { type: text, maxLength: 1,", StringComparison.Ordinal));
        Consult("甲");
        world.Refuse(application, "consult", Parties("甲公司")).Fields.Single().Says.Should().Contain("文本过长");
    }

    [Test]
    public void Columns_that_the_child_does_not_have_are_left_out()
    {
        const string Handed = "name: { row: name }, others: { field: parties }";
        const string Columns = "others: { type: list, title: 名单, columns: { address: { type: text, title: 地址 } } }";
        Registered(Parent.Replace("name: { row: name }", Handed, StringComparison.Ordinal)
            .Replace("    columns:\n", "    columns:\n      address: { type: text, title: 地址 }\n", StringComparison.Ordinal));
        Publish(Child.Replace("input: { name: required }", "input: { name: required, others: required }", StringComparison.Ordinal)
            .Replace("fields:\n", $"fields:\n  {Columns}\n", StringComparison.Ordinal));
        world.Fire(application, "consult", new { parties = new[] { new { name = "甲", address = "某路" } } });
        world.State(Party).Fields["others"].Should().BeOfType<FieldValue.Rows>().Which.Items.Single()
            .Keys.Should().Equal("address");
    }

    [TestCase("silent: 没有答复", "应为下列之一")]
    [TestCase(null, "应为下列之一")]
    public void What_a_child_returns_and_its_parent_cannot_take_is_refused_by_name(string? value, string says)
    {
        Registered(TakingBack);
        Publish(value is null
            ? Child.Replace("type: choice, title: 意见, values: { agrees: 同意, objects: 不同意 }", "type: text, title: 意见", StringComparison.Ordinal)
            : Child.Replace("objects: 不同意 }", $"objects: 不同意, {value} }}", StringComparison.Ordinal));
        Consult();
        world.Fire(Party, "record-receipt");
        var (parent, child) = (world.State(application), world.State(Party));
        var refusal = world.Refuse(Party, "answer", new { position = "silent" });
        refusal.Code.Should().Be(RefusalCode.Invalid);
        refusal.Fields.Single().Field.Should().Be("opinion");
        refusal.Fields.Single().Says.Should().Contain(says);
        refusal.Detail.Should().Contain("test.application 第 1 版");
        (world.State(application), world.State(Party)).Should().Be((parent, child));

        world.Fire(Party, "answer", new { position = "agrees" }).Outcome.Should().Be("answered");
        world.State(application).Fields["opinion"].Should().Be(new FieldValue.Text("agrees"));
    }

    [Test]
    public void Cases_that_time_cannot_move_hold_up_no_other()
    {
        Registered(TakingBack);
        Publish(SaysSilent(Child));
        world.Fire(application, "consult", new { parties = Enumerable.Range(1, 300).Select(n => new { name = $"甲{n}" }) });
        foreach (var party in world.State(application).Children)
            world.Fire(party.Id, "record-receipt");
        world.On("2026-03-03");
        var other = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "决算" });
        world.Fire(other, "register");

        world.On("2026-04-20");
        world.State(application).Children.Should().HaveCount(300).And.OnlyContain(child => child.Outcome == null, "the parent cannot take what time makes of them");
        world.Journal.History(other).Where(entry => entry.Event is CaseEvent.Warned).Select(entry => entry.RecordedAt).Should().HaveCount(3).And.OnlyHaveUniqueItems("each on its day");
    }

    /// <summary>A parent that keeps what its child says, of two answers.</summary>
    internal static string TakingBack => Parent
        .Replace("fields:\n", "fields:\n  opinion: { type: choice, title: 意见, values: { agrees: 同意, objects: 不同意 } }\n", StringComparison.Ordinal)
        .Replace("to: review/examination }\n", "to: review/examination, sets: { opinion: { child: position } } }\n", StringComparison.Ordinal)
        .Replace("any: [open] } }\n", "any: [open] }, sets: { opinion: { child: position } } }\n", StringComparison.Ordinal);

    /// <summary>A child that time ends with a third answer.</summary>
    internal static string SaysSilent(string child) => child
        .Replace("objects: 不同意 }", "objects: 不同意, silent: 没有答复 }", StringComparison.Ordinal)
        .Replace("to: deemed, basis", "to: deemed, sets: { position: silent }, basis", StringComparison.Ordinal);

    private CaseId Party => world.Child(application, TestProcedures.Consultation);

    private void Registered(string parent)
    {
        world = new World(Read(parent), Read(Child)).On("2026-03-02");
        application = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        world.Fire(application, "register");
    }

    private void Publish(string child)
    {
        child.Should().NotBe(Child);
        world.Reference.Change(data => data with { Procedures = data.Procedures.With(new PreparedDefinition(Read(child), 2, "test")) });
    }

    private void Consult(string name = "甲") => world.Fire(application, "consult", Parties(name));

    private Refusal Refused()
    {
        var before = world.State(application);
        var refusal = world.Refuse(application, "consult", Parties("甲"));
        refusal.Code.Should().Be(RefusalCode.Invalid);
        world.State(application).Should().BeSameAs(before);
        world.Journal.Cases.Should().ContainSingle();
        return refusal;
    }

    private static object Parties(string name) => new { parties = new[] { new { name } } };

    private static ProcedureDefinition Read(string text)
    {
        var read = DefinitionReader.Read(text, "test");
        return read.Definition ?? throw new AssertionException(string.Join("\n", read.Diagnostics));
    }
}
