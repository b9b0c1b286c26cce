namespace Workflows.Definitions;

/// <summary>Reads names for people and legal bases.</summary>
internal static class BasisReader
{
    public static LocalizedText Localized(this Reading reading, SourceNode node, string path)
    {
        if (node is SourceNode.Mapping)
        {
            var title = reading.Open(node, KeyTable.Title, path + ".title");
            return new(title.Text("zh"), title.OptionalText("en"));
        }

        return new(reading.Text(node, "名称"), null);
    }

    public static LegalBasis Basis(this Reading reading, SourceNode node, string path)
    {
        var basis = reading.Open(node, KeyTable.Basis, path);
        var article = basis.OptionalText("article");
        var design = basis.OptionalText("design");
        var act = basis.OptionalText("act");
        if (node is SourceNode.Mapping && article is null && design is null)
            basis.Error(DiagnosticCodes.NoBasis, node, "依据既没有条文也没有设计理由", "写 `article: 第…条`，或 `design: 理由`");
        if (design is not null && (article ?? act) is not null)
            basis.Error(DiagnosticCodes.ExclusiveKeys, basis.Find("design"), "`design` 不能与 `act`、`article` 并用", "有条文的删去 `design`，没有的删去条文");
        var rules = reading.Distinct(basis.Many("rule"), "规则", rule => Rule(reading, rule, path));
        return new(design is null ? Act(reading, basis, act) : null, article, design, rules);
    }

    private static string Act(Reading reading, Element basis, string? named) =>
        named is null ? reading.Acts.Own : reading.Acts.FullName(named, basis);

    private static string Rule(Reading reading, SourceNode node, string path)
    {
        var id = reading.Text(node, "规则编号");
        if (id.Length > 0 && !RuleIds.All.ContainsKey(id))
        {
            reading.Complaints.Warning(DiagnosticCodes.UnknownRule, node.Location, $"规则清单中没有 `{Reading.Shown(id)}`",
                NearestName.To(id, RuleIds.All.Keys) is { } near ? $"是否想写 `{near}`？" : "核对编号", path);
        }

        return id;
    }
}
