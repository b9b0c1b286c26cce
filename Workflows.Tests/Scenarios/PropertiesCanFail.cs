using FluentAssertions;
using NUnit.Framework;
using Workflows.Definitions;
using Workflows.Tests.Scenarios.Baicheng;
using Workflows.Tests.Scenarios.Publication;
using Application = Workflows.Tests.Scenarios.Huadian.Application;

namespace Workflows.Tests.Scenarios;

/// <summary>A property is worth something when random walks break it as soon as the procedure does not ask for it.</summary>
public class PropertiesCanFail
{
    /// <summary>Walks are random: one set of them may miss what the next one finds.</summary>
    private const int Tries = 10;

    /// <summary>All but the handing over: it opens the publication, so without it there is none.</summary>
    private static readonly string[] Steps =
        ["finish-soliciting", "finish-argumentation", "submit", "issue-review-opinion", "decide", "prepare-issue", "countersign", "sign"];

    private static readonly TestCaseData[] Properties =
    [
        Without(Application.Procedure, ["HD-APP-08"], new Properties().No_reply_comes_before_the_six_findings),
        Without(Application.Procedure, ["HD-APP-16"], new Properties().Nothing_is_disclosed_without_a_secrecy_conclusion),
        Without(Application.Procedure, ["HD-SEC-06"], new Properties().Neither_a_state_secret_nor_what_endangers_is_ever_disclosed),
        Without(Application.Procedure, ["HD-SEC-06", "HD-SEC-07"], new Properties().A_commercial_secret_or_privacy_is_disclosed_only_with_consent_or_in_the_public_interest),
        Without(Disclosures.Procedure, ["HD-PRO-03"], new NothingIsPublishedThatMustNot().No_secret_and_nothing_dangerous_is_published_and_others_secrets_only_after_a_decision),
        Without(Disclosures.Procedure, ["HD-SEC-06"], new NothingIsPublishedThatMustNot().No_secret_and_nothing_dangerous_is_published_and_others_secrets_only_after_a_decision),
        Without(NormativeDocument.Procedure, ["BC-NRM-08"], new NoStepIsSkipped().Nothing_is_decided_before_its_window_has_closed),
        Past(PreDisclosure.Procedure, "close-window", new NoStepIsSkipped().Nothing_is_decided_before_its_window_has_closed),
        .. Steps.Select(step => Past(NormativeDocument.Procedure, step, new NoStepIsSkipped().A_published_document_has_gone_every_step_in_order)),
    ];

    [TestCaseSource(nameof(Properties))]
    public void It_is_broken_when_the_procedure_does_not_ask_for_it(ProcedureDefinition altered, Action property) =>
        Catalogue.With(altered, () => Enumerable.Range(0, Tries).Any(_ => Fails(property)).Should().BeTrue());

    private static bool Fails(Action property)
    {
        try
        {
            property();
            return false;
        }
        catch (Exception broken) when (broken.Message.Contains("Falsifiable", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static TestCaseData Without(string procedure, string[] rules, Action property) => new TestCaseData(
        Mutation.WithoutRequirements(Catalogue.Definition(procedure), rules), property).SetArgDisplayNames($"{procedure} without {string.Join(", ", rules)}", property.Method.Name);

    /// <summary>A procedure in which a step can be passed by: what leads to it leads past it.</summary>
    private static TestCaseData Past(string procedure, string step, Action property)
    {
        var definition = Catalogue.Definition(procedure);
        var (at, past) = definition.States.SelectMany(state => state.On.Where(trigger => trigger.Name == step).Select(trigger => (state.Name, trigger.Branches[0].To!))).First();
        return new TestCaseData(Mutation.Redirected(definition, at, past), property).SetArgDisplayNames($"{procedure} past {step}", property.Method.Name);
    }
}
