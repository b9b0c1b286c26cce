using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Documents: numbered without gaps per agency and year, filled with the case's own data.</summary>
internal static class Issuing
{
    public static void Issue(Draft draft, Happening happening, ImmutableArray<IssueDefinition> issues, ConditionScope scope)
    {
        if (issues.IsEmpty)
            return;
        var definition = draft.Context.Definition;
        var numbers = new Dictionary<string, IssuedNumber>(StringComparer.Ordinal)
        {
            ["case"] = new IssuedNumber(draft.State.Reference, null, draft.Context.Today.Year, 0),
        };
        // A document that carries another's number comes after it, wherever the definition lists it.
        foreach (var issue in issues.OrderBy(issue => definition.Documents[issue.Document].NumberOf is null ? 0 : 1))
        {
            if (issue.When is { } when && !scope.Holds(when))
                continue;
            var document = definition.Documents[issue.Document];
            var number = document.Number is { } pattern
                ? draft.Number(pattern, $"{draft.State.Agency}/{definition.Definition.Procedure}/{document.Name}")
                : numbers.GetValueOrDefault(document.NumberOf!, numbers["case"]) with { Series = null };
            numbers[document.Name] = number;
            draft.Add(happening, new CaseEvent.DocumentIssued(
                document.Name,
                document.Title.Zh,
                document.Template,
                draft.Context.TemplateVersion(document.Template),
                number,
                document.Basis,
                DocumentData.Of(draft, document, number, happening)));
        }
    }
}
