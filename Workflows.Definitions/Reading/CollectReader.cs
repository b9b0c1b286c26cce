using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads which facts a trigger collects.</summary>
internal static class CollectReader
{
    public static readonly ImmutableSortedDictionary<string, CollectFrom> Words = new Dictionary<string, CollectFrom>
    {
        ["self"] = CollectFrom.Self,
        ["subordinates"] = CollectFrom.Subordinates,
        ["everyone"] = CollectFrom.Everyone,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableArray<CollectDefinition> Collects(Element effects, string branch)
    {
        var collects = ImmutableArray.CreateBuilder<CollectDefinition>();
        foreach (var node in effects.Many("collects"))
        {
            var element = effects.Reading.Open(node, KeyTable.Collect, ElementPath.Collect(branch, collects.Count));
            var collect = new CollectDefinition(
                element.Find("facts") is { } kind ? element.Reading.Named(kind, "记录", NameForms.Id) : "", Into(element), Of(element), element.Basis());
            if (collects.Any(earlier => earlier.Facts == collect.Facts))
                element.Error(DiagnosticCodes.NamedTwice, element.Find("facts"), $"记录 `{Reading.Shown(collect.Facts)}` 归集了两次", "一次操作中每种记录只归集到一个列表，删去其中一项");
            collects.Add(collect);
        }

        return collects.ToImmutable();
    }

    private static string Into(Element collect)
    {
        if (collect.Find("into") is not { } node || collect.Reading.Field(node) is not { } field)
            return "";
        if (field.Type != FieldType.List)
        {
            collect.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{field.Name}` 不是列表", "`into` 须是 list 字段");
            return field.Name;
        }

        if (field.Personal)
            collect.Error(DiagnosticCodes.NotAvailableHere, node, $"列表 `{field.Name}` 整体是个人信息，不能归集到其中", "在含有个人信息的列上写 `personal: true`，不写在列表上");
        foreach (var column in field.Columns)
        {
            if ((column.Name == CollectDefinition.CaseColumn && column.Type != FieldType.Text)
                || (column.Name == CollectDefinition.DayColumn && column.Type != FieldType.Date))
                collect.Error(DiagnosticCodes.TypesDiffer, node, $"列 `{column.Name}` 的类型不对", "归集的列表中，`case` 须是 text，`occurredOn` 须是 date");
        }

        return field.Name;
    }

    private static CollectFrom Of(Element collect)
    {
        if (collect.OptionalText("of") is not { Length: > 0 } text)
            return CollectFrom.Self;
        if (Words.TryGetValue(text, out var of))
            return of;
        collect.Error(DiagnosticCodes.MalformedValue, collect.Find("of"), $"`{Reading.Shown(text)}` 不是归集的范围", NearestName.Mend(text, [.. Words.Keys]));
        return CollectFrom.Self;
    }
}
