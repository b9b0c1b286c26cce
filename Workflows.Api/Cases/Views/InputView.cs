using System.Collections.Immutable;
using Workflows.Definitions;

namespace Workflows.Api.Cases;

/// <summary>A field that a trigger takes.</summary>
/// <param name="Name">Name.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Required">It must be sent.</param>
/// <param name="RequiredSometimes">It must be sent when other values ask for it.</param>
/// <param name="Personal">It is personal data.</param>
/// <param name="MaxLength">Most characters of a text; null for other types.</param>
/// <param name="Values">The only values, for choices.</param>
/// <param name="Columns">Columns of a list.</param>
/// <param name="Basis">Article that asks for it.</param>
internal sealed record InputView(
    string Name,
    LocalizedText Title,
    FieldType Type,
    bool Required,
    bool RequiredSometimes,
    bool Personal,
    int? MaxLength,
    ImmutableArray<ChoiceValue> Values,
    ImmutableArray<InputView> Columns,
    LegalBasis? Basis)
{
    /// <summary>The fields of a trigger.</summary>
    public static ImmutableArray<InputView> Of(Engine.PreparedDefinition definition, TriggerDefinition trigger) =>
    [
        .. trigger.Input.Select(input => Of(definition.Field(input.Field)!, input.Required) with
        {
            RequiredSometimes = input.RequiredWhen is not null,
            Basis = input.Basis ?? definition.Field(input.Field)!.Basis ?? trigger.Basis,
        }),
    ];

    private static InputView Of(FieldDefinition field, bool required) => new(
        field.Name,
        field.Title,
        field.Type,
        required,
        RequiredSometimes: false,
        field.Personal,
        field.Type == FieldType.Text ? field.MaxLength : null,
        field.Values,
        [.. field.Columns.Select(column => Of(column, column.Required))],
        field.Basis);
}
