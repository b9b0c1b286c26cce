using System.Collections.Immutable;
using System.Text.Json;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Checks a trigger's input against its fields.</summary>
internal static class TriggerInput
{
    /// <summary>The values given, typed; or every problem with them.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="scope">The case without the new values.</param>
    public static (ImmutableSortedDictionary<string, FieldValue> Values, ImmutableArray<FieldProblem> Problems) Read(
        PreparedDefinition definition, PreparedTrigger trigger, InputValues input, ConditionScope scope)
    {
        var values = input.Typed.Count == 0 && input.Json is null ? FieldMap.Empty : input.Typed;
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (input.Json is { } json)
        {
            if (json.ValueKind != JsonValueKind.Object)
                return (values, [new FieldProblem("input", "应为对象，字段名作为键", null)]);
            var read = values.ToBuilder();
            foreach (var property in json.EnumerateObject())
                Read(definition, trigger, property, read, problems);
            values = read.ToImmutable();
        }

        if (!trigger.Definition.Input.IsEmpty)
            Required(definition, trigger, scope with { Fields = scope.Fields.SetItems(values) }, values, problems);
        return (values, problems.DrainToImmutable());
    }

    private static void Read(
        PreparedDefinition definition,
        PreparedTrigger trigger,
        JsonProperty property,
        ImmutableSortedDictionary<string, FieldValue>.Builder values,
        ImmutableArray<FieldProblem>.Builder problems)
    {
        if (!trigger.Input.ContainsKey(property.Name))
        {
            problems.Add(new FieldProblem(
                Shorten(property.Name), trigger.Input.Count == 0 ? "本操作没有字段" : $"本操作没有此字段；可用的字段：{string.Join("、", trigger.Definition.Input.Select(i => i.Field))}", null));
            return;
        }

        if (property.Value.ValueKind == JsonValueKind.Null)
            return;
        var field = definition.Field(property.Name)!;
        if (FieldReader.Read(property.Value, field, out var problem) is { } value)
            values[property.Name] = value;
        else
            problems.Add(new FieldProblem(property.Name, $"{field.Title.Zh}：{problem}", field.Basis));
    }

    private static void Required(
        PreparedDefinition definition,
        PreparedTrigger trigger,
        ConditionScope scope,
        ImmutableSortedDictionary<string, FieldValue> values,
        ImmutableArray<FieldProblem>.Builder problems)
    {
        foreach (var input in trigger.Definition.Input)
        {
            var required = input.Required || (input.RequiredWhen is { } when && scope.Holds(when));
            // What an earlier event recorded need not be sent again, unless it is asked for each time.
            var given = input.Required ? values.ContainsKey(input.Field) : scope.Fields.ContainsKey(input.Field);
            if (required && !given)
            {
                problems.Add(new FieldProblem(
                    input.Field, $"{definition.Field(input.Field)!.Title.Zh}：必须填写", input.Basis ?? definition.Field(input.Field)!.Basis ?? trigger.Definition.Basis));
            }
        }
    }

    private static string Shorten(string name) => name.Length <= 100 ? name : name[..100] + "…";
}
