using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using Workflows.Api.Documents;
using Workflows.Engine;
using Workflows.Tests.Documents;
using DocumentData = Workflows.Api.Documents.DocumentData;

namespace Workflows.Tests.Scenarios;

/// <summary>What is issued on the way to every state, as it is printed.</summary>
public class Letters
{
    private static readonly string[] Procedures = [.. Catalogue.Delivered.Procedures];

    [TestCaseSource(nameof(Procedures))]
    public void A_choice_is_printed_by_its_name(string procedure)
    {
        var codes = Catalogue.Definition(procedure).Fields.SelectMany(field => field.Columns.Add(field))
            .SelectMany(field => field.Values).Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, state) in Routes.Known.Where(known => known.Procedure == procedure))
        {
            foreach (var letter in Routes.To(procedure, state).Events.OfType<CaseEvent.DocumentIssued>())
                Words(Printed(letter)).Intersect(codes).Should().BeEmpty("{0} says it in Chinese", letter.Document);
        }
    }

    private static string Printed(CaseEvent.DocumentIssued letter) =>
        Sample.HtmlText(DocumentRenderer.Render(new TemplateCatalogue([]).Get(letter.Template)!, DocumentData.From(JsonElement.Parse(letter.Data))));

    private static string[] Words(string text) =>
        text.Split([.. text.Where(character => !char.IsAsciiLetterLower(character) && character != '-').Distinct()], StringSplitOptions.RemoveEmptyEntries);
}
