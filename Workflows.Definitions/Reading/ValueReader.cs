using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Reads where assigned values come from.</summary>
/// <param name="reading">What is shared.</param>
/// <param name="inChildTrigger">Whether <c>{ child: field }</c> means something.</param>
/// <param name="rows">The list whose rows <c>{ row: column }</c> speaks of; null when there is none.</param>
internal sealed class ValueReader(Reading reading, bool inChildTrigger, FieldDefinition? rows)
{
    /// <summary>Values for declared fields of this case.</summary>
    public ImmutableArray<Assignment> Sets(Element element, string key)
    {
        var assignments = ImmutableArray.CreateBuilder<Assignment>();
        foreach (var (name, value) in reading.Entries(element.Find(key), "赋值", NameForms.Field))
        {
            if (reading.Field(name) is { } field)
                assignments.Add(new(field.Name, Read(element, value, field)));
        }

        return assignments.ToImmutable();
    }

    /// <summary>Values for names that are declared elsewhere or nowhere.</summary>
    public ImmutableArray<Assignment> Named(Element element, string key) =>
        [.. reading.Entries(element.Find(key), "赋值", NameForms.Field)
            .Select(entry => new Assignment(entry.Key.Value, Read(element, entry.Value, null)))];

    private ValueSource Read(Element owner, SourceNode node, FieldDefinition? target)
    {
        if (node is SourceNode.Mapping)
            return Source(owner, node, target);
        if (node is SourceNode.Scalar { IsNull: true })
        {
            if (target is null)
                owner.Error(DiagnosticCodes.NotAvailableHere, node, "这里没有值可以去掉", "写上值，或删去这一行");
            return new ValueSource.Nothing();
        }

        var value = target is null ? reading.Untyped(node) : reading.Literal(node, target);
        return value is null ? new ValueSource.Nothing() : new ValueSource.Literal(value);
    }

    private ValueSource Source(Element owner, SourceNode node, FieldDefinition? target)
    {
        var element = new Element(reading, (SourceNode.Mapping)node, KeyTable.Source, owner.Path, node.Location);
        element.ExactlyOne("field", "child", "row", "today", "agency");
        if (element.Find("field") is { } field)
            return Field(field, target);
        if (element.Find("child") is { } child)
            return Child(element, child);
        if (element.Find("row") is { } row)
            return Row(row, target);
        if (element.Find("agency") is { } agency)
            return OwnAgency(element, agency, target);
        if (element.Has("today") && !element.Truth("today"))
            element.Error(DiagnosticCodes.MalformedValue, element.Find("today"), "`today` 只能写 true", "写 `{ today: true }`");
        if (target is { Type: not FieldType.Date })
            element.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{target.Name}` 不是日期", "`today` 只能赋给日期字段");
        return new ValueSource.Today();
    }

    private static ValueSource.OwnAgency OwnAgency(Element element, SourceNode node, FieldDefinition? target)
    {
        if (node is not SourceNode.Scalar { Value: "self" })
            element.Error(DiagnosticCodes.MalformedValue, node, "`agency` 的写法不对", "写 `{ agency: self }`");
        if (target is { Type: not FieldType.Text })
            element.Error(DiagnosticCodes.TypesDiffer, node, $"字段 `{target.Name}` 不是文字", "机关编号须放在 text 字段中");
        return new();
    }

    private ValueSource.Field Field(SourceNode node, FieldDefinition? target)
    {
        if (reading.Field(node) is not { } source)
            return new("");
        MustFit(node, source, target);
        return new(source.Name);
    }

    private ValueSource.Child Child(Element element, SourceNode node)
    {
        if (!inChildTrigger)
            element.Error(DiagnosticCodes.NotAvailableHere, node, "`{ child: … }` 只用于 `child:` 触发器", "改用 `{ field: … }` 或写明值");
        return new(reading.Named(node, "字段", NameForms.Field));
    }

    private ValueSource.Row Row(SourceNode node, FieldDefinition? target)
    {
        if (Column(reading, node, rows) is { } column)
            MustFit(node, column, target);
        return new((node as SourceNode.Scalar)?.Value ?? "");
    }

    /// <summary>A column of the list that a child is opened for; null, and complained of, when there is none.</summary>
    public static FieldDefinition? Column(Reading reading, SourceNode node, FieldDefinition? rows)
    {
        var name = reading.Text(node, "列");
        if (rows is null)
        {
            reading.Complaints.Error(DiagnosticCodes.NotAvailableHere, node.Location, "`{ row: … }` 只用于带 `forEach` 的子程序", "加上 `forEach: 列表字段`，或改用 `{ field: … }`");
            return null;
        }

        var column = rows.Columns.FirstOrDefault(c => c.Name == name);
        if (column is null)
            reading.Complaints.Error(DiagnosticCodes.UnknownColumn, node.Location, $"列表 `{rows.Name}` 没有列 `{Reading.Shown(name)}`", NearestName.Mend(name, [.. rows.Columns.Select(c => c.Name)]));
        return column;
    }

    private void MustFit(SourceNode node, FieldDefinition source, FieldDefinition? target)
    {
        if (target is not null && FieldFit.Misfit(source, target) is { } misfit)
            reading.Complaints.Error(DiagnosticCodes.TypesDiffer, node.Location, misfit, "改用同类型的字段");
    }
}
