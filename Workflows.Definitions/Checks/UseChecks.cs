namespace Workflows.Definitions;

/// <summary>Is every role and document that is declared used?</summary>
internal static class UseChecks
{
    public static void Run(Findings findings)
    {
        var definition = findings.Definition;
        var triggers = PlacedTrigger.Of(definition).ToArray();
        var roles = triggers.Select(t => t.Trigger.Cause).OfType<TriggerCause.Person>().SelectMany(p => p.Roles).ToHashSet(StringComparer.Ordinal);
        var documents = triggers.SelectMany(t => t.Trigger.Branches).SelectMany(b => b.Issues).Select(i => i.Document).ToHashSet(StringComparer.Ordinal);
        foreach (var role in definition.Roles.Where(r => !roles.Contains(r.Name)))
            Unused(findings, ElementPath.Role(role.Name), $"角色 `{role.Name}` 没有触发器使用");
        foreach (var document in definition.Documents.Where(d => !documents.Contains(d.Name)))
            Unused(findings, ElementPath.Document(document.Name), $"文书 `{document.Name}` 从未签发");
    }

    public static void Unused(Findings findings, string path, string message) =>
        findings.Warning(DiagnosticCodes.NeverUsed, path, message, "使用它，或删去声明");
}
