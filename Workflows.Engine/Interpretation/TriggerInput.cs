using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Checks a trigger's input against its fields.</summary>
internal static class TriggerInput
{
    /// <summary>The values given, typed, and the case's fields with them in place; or every problem with them, one for each field.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="scope">The case without the new values.</param>
    /// <param name="now">Now: what a clock counts from has happened.</param>
    public static (ImmutableSortedDictionary<string, FieldValue> Values, ConditionScope Scope, ImmutableArray<FieldProblem> Problems) Read(
        PreparedDefinition definition, PreparedTrigger trigger, InputValues input, ConditionScope scope, Instant now)
    {
        List<FieldProblem> problems = [];
        var values = HandedOver.Taken(definition, trigger, input.Typed, problems);
        if (input.Json is { } json)
        {
            if (json.ValueKind != JsonValueKind.Object)
                return (values, scope, [new FieldProblem("input", "应为对象，字段名作为键", null)]);
            foreach (var property in json.EnumerateObject())
                Read(definition, trigger, property, ref values, problems);
        }

        NotInFuture(definition, values, now, problems);
        if (values.Count > 0)
            scope = scope with { Fields = scope.Fields.Count == 0 ? values : scope.Fields.SetItems(values) };
        if (!trigger.Definition.Input.IsEmpty)
            Required(definition, trigger, scope, values, problems);
        return (values, scope, problems.Count == 0 ? [] : [.. problems.DistinctBy(problem => problem.Field)]);
    }

    private static void Read(
        PreparedDefinition definition,
        PreparedTrigger trigger,
        JsonProperty property,
        ref ImmutableSortedDictionary<string, FieldValue> values,
        List<FieldProblem> problems)
    {
        var name = property.Name;
        if (!trigger.Input.ContainsKey(name))
        {
            problems.Add(new FieldProblem(
                SentName.Shown(name), trigger.Input.Count == 0 ? "本操作没有字段" : $"本操作没有此字段；可用的字段：{string.Join("、", trigger.Definition.Input.Select(i => i.Field))}", null));
            return;
        }

        if (property.Value.ValueKind == JsonValueKind.Null)
            return;
        var field = definition.Field(name)!;
        if (FieldReader.Read(property.Value, field, out var problem) is { } value)
            values = values.SetItem(field.Name, value);
        else
            problems.Add(new FieldProblem(name, $"{field.Title.Zh}：{problem}", field.Basis));
    }

    private static void NotInFuture(
        PreparedDefinition definition, ImmutableSortedDictionary<string, FieldValue> values, Instant now, List<FieldProblem> problems)
    {
        foreach (var clock in definition.Clocks)
        {
            if (clock.Definition.From is not { } from || !values.TryGetValue(from, out var value))
                continue;
            var future = value switch
            {
                FieldValue.Date day => day.Value > ChinaTime.DayOf(now),
                FieldValue.Moment moment => moment.Value > now,
                _ => false,
            };
            if (future)
                problems.Add(new FieldProblem(from, $"{definition.Field(from)!.Title.Zh}：不能晚于现在，“{clock.Definition.Title.Zh}”从它起算", clock.Definition.Basis));
        }
    }

    private static void Required(
        PreparedDefinition definition,
        PreparedTrigger trigger,
        ConditionScope scope,
        ImmutableSortedDictionary<string, FieldValue> values,
        List<FieldProblem> problems)
    {
        foreach (var input in trigger.Definition.Input)
        {
            var required = input.Required || (input.RequiredWhen is { } when && scope.Holds(when));
            // What an earlier event recorded need not be sent again, unless it is asked for each time.
            var given = (input.Required ? values : scope.Fields).GetValueOrDefault(input.Field)
                is not (null or FieldValue.Choices { Values.IsEmpty: true } or FieldValue.Rows { Items.IsEmpty: true });
            if (required && !given && problems.All(problem => problem.Field != input.Field))
            {
                problems.Add(new FieldProblem(
                    input.Field, $"{definition.Field(input.Field)!.Title.Zh}：必须填写", input.Basis ?? definition.Field(input.Field)!.Basis ?? trigger.Definition.Basis));
            }
        }
    }
}
