namespace Workflows.Definitions;

/// <summary>Reads what follows from a trigger.</summary>
internal sealed class EffectReader(Reading reading, bool inChildTrigger)
{
    private readonly ValueReader _values = new(reading, inChildTrigger, rows: null);

    public Condition? When(Element element, string key) =>
        element.Find(key) is { } node ? new ConditionReader(reading, element.Path, inChildTrigger).Read(node) : null;

    public BranchDefinition Branch(Element element, string path) => new()
    {
        To = element.OptionalReference("to", NameKind.State),
        Sets = _values.Sets(element, "sets"),
        Raises = element.References("raises", NameKind.Flag),
        Lowers = element.References("lowers", NameKind.Flag),
        Issues = [.. element.Many("issues").Select(node => Issue(node, element.Path))],
        Opens = [.. element.Many("opens").Select((node, index) => Opens(node, ElementPath.Opens(path, index)))],
        Records = [.. element.Many("records").Select((node, index) => Fact(node, ElementPath.Fact(path, index)))],
        Collects = CollectReader.Collects(element, path),
        TellsParent = element.Truth("tellsParent"),
    };

    private IssueDefinition Issue(SourceNode node, string path)
    {
        if (node is not SourceNode.Mapping mapping)
            return new(reading.Reference(node, NameKind.Document), null);
        var element = new Element(reading, mapping, KeyTable.Issue, path, node.Location);
        return new(element.OptionalReference("document", NameKind.Document) ?? "", When(element, "when"));
    }

    private OpensDefinition Opens(SourceNode node, string path)
    {
        var element = reading.Open(node, KeyTable.Opens, path);
        var procedure = element.Find("procedure") is { } name ? reading.Named(name, "程序", NameForms.Procedure) : "";
        FieldDefinition? rows = null;
        if (element.Find("forEach") is { } forEach)
        {
            rows = reading.Field(forEach);
            if (rows is { Type: not FieldType.List })
                element.Error(DiagnosticCodes.TypesDiffer, forEach, $"字段 `{rows.Name}` 不是列表", "`forEach` 须是 list 字段");
        }

        var agency = element.Find("agency") is { } target ? Agency(element, target, rows) : new AgencyTarget.Self();
        return new(procedure, rows?.Name, agency, new ValueReader(reading, inChildTrigger, rows).Named(element, "with"), When(element, "when"))
        {
            Linked = element.Truth("linked"),
            Where = [.. reading.Entries(element.Find("where"), "列", NameForms.Field).Select(entry => Filter(entry, rows)).OfType<RowFilter>()],
        };
    }

    private RowFilter? Filter(SourceNode.Entry entry, FieldDefinition? rows)
    {
        if (ValueReader.Column(reading, entry.Key, rows) is not { } column)
            return null;
        return new(column.Name, [.. Reading.Many(entry.Value).Select(value => reading.Literal(value, column)).OfType<FieldValue>()]);
    }

    private AgencyTarget Agency(Element opens, SourceNode node, FieldDefinition? rows)
    {
        if (node is SourceNode.Mapping mapping)
        {
            var element = new Element(reading, mapping, KeyTable.Agency, opens.Path, node.Location);
            element.ExactlyOne("body", "field", "row");
            if (element.Find("body") is { } body)
                return new AgencyTarget.Body(Relation(body));
            if (element.Find("row") is { } row)
                return new AgencyTarget.Row(AgencyId(row, ValueReader.Column(reading, row, rows)));
            return new AgencyTarget.Field(element.Find("field") is { } field ? AgencyId(field, reading.Field(field)) : "");
        }

        switch ((node as SourceNode.Scalar)?.Value)
        {
            case "self":
                return new AgencyTarget.Self();
            case "superior":
                return new AgencyTarget.Superior();
            case "secrecy-department":
                return new AgencyTarget.SecrecyDepartment();
            case "parent":
                return new AgencyTarget.Parent();
            default:
                opens.Error(DiagnosticCodes.MalformedValue, node, "`agency` 的写法不对",
                    "写 `self`、`superior`、`secrecy-department`、`parent`、`{ body: 关系 }`、`{ field: 字段 }` 或 `{ row: 列 }`");
                return new AgencyTarget.Self();
        }
    }

    private string Relation(SourceNode node)
    {
        var name = reading.Named(node, "机关关系", NameForms.Id);
        if (NameForms.Id.Fits(name) && !AgencyWords.Relations.ContainsKey(name))
            reading.Complaints.Error(DiagnosticCodes.MalformedValue, node.Location, $"不认识的机关关系 `{name}`", $"应为 {string.Join("、", AgencyWords.Relations.Keys)} 之一");
        return name;
    }

    private string AgencyId(SourceNode node, FieldDefinition? field)
    {
        if (field is { Type: not FieldType.Text })
            reading.Complaints.Error(DiagnosticCodes.TypesDiffer, node.Location, $"`{field.Name}` 不是文字", "机关编号须放在 text 字段中");
        return field?.Name ?? "";
    }

    private FactDefinition Fact(SourceNode node, string path)
    {
        var element = reading.Open(node, KeyTable.Fact, path);
        var kind = element.Find("kind") is { } name ? reading.Named(name, "记录", NameForms.Id) : "";
        return new(kind, When(element, "when"), _values.Named(element, "values"), element.Basis())
        {
            Agency = element.Find("agency") is { } about ? Agency(element, about, null) : new AgencyTarget.Self(),
        };
    }
}
