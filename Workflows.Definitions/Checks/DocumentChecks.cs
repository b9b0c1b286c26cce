namespace Workflows.Definitions;

/// <summary>Has every document exactly one number?</summary>
internal static class DocumentChecks
{
    public static void Run(Findings findings)
    {
        var documents = findings.Definition.Documents;
        foreach (var document in documents.Where(d => d.Number is null == d.NumberOf is null))
        {
            findings.Error(DiagnosticCodes.DocumentWithoutNumber, ElementPath.Document(document.Name),
                $"文书 `{document.Name}` 须恰有 `number` 与 `numberOf` 之一", "写 `number: …〔{year}〕{serial}号`，或 `numberOf: 一并签发的文书`，或 `numberOf: case`");
        }

        var borrowed = documents.Where(d => d.NumberOf is not (null or DocumentDefinition.NumberOfCase))
            .ToDictionary(d => d.Name, d => d.NumberOf!, StringComparer.Ordinal);
        foreach (var (path, branch) in PlacedTrigger.Of(findings.Definition).SelectMany(t => t.Branches))
        {
            var issued = branch.Issues.Select(i => i.Document).ToHashSet(StringComparer.Ordinal);
            foreach (var document in issued.Where(d => borrowed.TryGetValue(d, out var lender) && (lender == d || !issued.Contains(lender))))
            {
                findings.Error(DiagnosticCodes.NumberedDocumentNotIssued, path,
                    $"`{document}` 借用 `{borrowed[document]}` 的文号，但这里没有一并签发它", $"在 `issues` 中加上 `{borrowed[document]}`，或给 `{document}` 自己的文号");
            }
        }
    }
}
