using System.Text;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Storage.Journal;

/// <summary>What a search by text may find: the reference and the texts that are not personal.</summary>
internal static class SearchText
{
    public static string Of(CaseState state, Func<string, int, ProcedureDefinition> definitions)
    {
        var text = new StringBuilder(state.Reference);
        foreach (var field in definitions(state.Procedure, state.DefinitionVersion).Fields)
        {
            if (field is { Type: FieldType.Text, Personal: false } && state.Fields.TryGetValue(field.Name, out var value)
                && value is FieldValue.Text found)
            {
                text.Append('\n').Append(found.Value);
            }
        }

        return text.ToString();
    }
}
