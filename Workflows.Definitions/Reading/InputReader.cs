using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads the fields that a trigger takes: its own, then those of the groups that it asks for.</summary>
internal static class InputReader
{
    public static ImmutableArray<InputDefinition> Inputs(Element trigger, EffectReader effects)
    {
        var inputs = trigger.Entries("input", "输入字段", NameForms.Field)
            .Select(entry => Input(trigger, effects, entry, ElementPath.Input(trigger.Path, entry.Key.Value))).ToList();
        var own = inputs.Select(input => input.Field).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var (input, at) in trigger.References("asks", NameKind.InputGroup).SelectMany(group => trigger.Reading.InputGroups.Asked(group)))
        {
            if (own.Contains(input.Field))
                continue;
            if (inputs.Any(other => other.Field == input.Field))
                trigger.Error(DiagnosticCodes.NamedTwice, trigger.Find("asks"), $"所列的几个输入组都有字段 `{input.Field}`", "从其中一组删去，或在 `input` 中写明用哪一种");
            trigger.Reading.Place(ElementPath.Input(trigger.Path, input.Field), at);
            inputs.Add(input);
        }

        return [.. inputs];
    }

    public static InputDefinition Input(Element owner, EffectReader effects, SourceNode.Entry entry, string path)
    {
        var reading = owner.Reading;
        reading.Field(entry.Key);
        reading.Place(path, entry.Key.Location);
        if (entry.Value is SourceNode.Scalar { Value: "required" or "optional" } word)
            return new(entry.Key.Value, word.Value == "required", null, null);
        if (entry.Value is not SourceNode.Mapping mapping)
        {
            owner.Error(DiagnosticCodes.MalformedValue, entry.Value, $"输入 `{entry.Key.Value}` 的写法不对",
                "写 `required`、`optional` 或 `{ requiredWhen: 条件, basis: … }`");
            return new(entry.Key.Value, false, null, null);
        }

        var element = new Element(reading, mapping, KeyTable.Input, path, entry.Key.Location);
        if (element.Has("required") && element.Has("requiredWhen"))
            element.Error(DiagnosticCodes.ExclusiveKeys, element.Find("requiredWhen"), "`required` 与 `requiredWhen` 不能并用", "只保留一个");
        return new(entry.Key.Value, element.Truth("required"), effects.When(element, "requiredWhen"), element.OptionalBasis());
    }
}
