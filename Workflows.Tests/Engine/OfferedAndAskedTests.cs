using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Tests.Engine;

/// <summary>Requirements with a condition of their own, triggers offered everywhere, clocks in what follows from a move.</summary>
public class OfferedAndAskedTests
{
    private static readonly string Text = TestProcedures.Text(TestProcedures.Application)
        .Replace("says: 第三方意见尚未收齐, basis: { article: 第六条 } }", """
            says: 第三方意见尚未收齐, basis: { article: 第六条 } }
                      - { when: { secrecy.conclusion: secret }, that: { reply.outcome: refused }, says: 涉密的不予公开, basis: { article: 第七条 } }
            """, StringComparison.Ordinal)
        .Replace("records: [ { kind: register,", "records: [ { kind: in-time, when: { clock: reply, is: running }, values: {}, basis: { article: 第十条 } }, { kind: register,", StringComparison.Ordinal)
        + """
        everywhere:
          note: { title: 附记, by: [handler], records: [ { kind: note, values: {}, basis: { article: 第十七条 } } ], basis: { article: 第十七条 } }

        """;

    private World world = null!;
    private CaseId application;

    [SetUp]
    public void Register()
    {
        world = new World(DefinitionReader.Read(Text).Definition!, TestProcedures.All.Single(d => d.Procedure == TestProcedures.Consultation)).On("2026-03-02");
        application = world.Open(TestProcedures.Application, TestAgencies.Bureau, new { subject = "预算" });
        world.Fire(application, "register");
    }

    [Test]
    public void A_requirement_is_asked_only_where_its_condition_holds()
    {
        world.Fire(application, "record-secrecy", Conclusion("secret"));
        var refusal = world.Refuse(application, "reply", Outcome("disclosed"));
        refusal.Unmet.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Says = "涉密的不予公开", Basis = new { Article = "第七条" } });
        world.Fire(application, "record-secrecy", Conclusion("may-disclose"));
        world.Fire(application, "reply", Outcome("disclosed")).State.Should().Be("disclosed");
    }

    [Test]
    public void Nothing_is_asked_where_the_field_of_the_condition_is_absent() =>
        world.Refuse(application, "reply", Outcome("disclosed")).Unmet.Should().NotContain(unmet => unmet.Says == "涉密的不予公开");

    [Test]
    public void A_trigger_offered_everywhere_is_offered_before_and_after_the_end()
    {
        world.Fire(application, "note").State.Should().Be("review/examination");
        world.Fire(application, "reply", Outcome("refused"));
        world.Fire(application, "note").State.Should().Be("refused");
        Facts("note").Should().Be(2);
    }

    [Test]
    public void A_fact_is_told_by_the_clocks_as_they_were_before_the_move()
    {
        world.Fire(application, "reply", Outcome("refused")).Closed.Should().BeTrue();
        Facts("in-time").Should().Be(1);
    }

    [Test]
    public void A_clock_that_was_overdue_does_not_run()
    {
        world.On("2026-03-24").Fire(application, "reply", Outcome("refused"));
        Facts("in-time").Should().Be(0);
    }

    private int Facts(string kind) => world.Journal.History(application).Count(entry => entry.Event is CaseEvent.FactRecorded fact && fact.Kind == kind);

    private static Dictionary<string, string> Outcome(string outcome) => new() { ["reply.outcome"] = outcome };

    private static Dictionary<string, string> Conclusion(string conclusion) => new() { ["secrecy.conclusion"] = conclusion };
}
