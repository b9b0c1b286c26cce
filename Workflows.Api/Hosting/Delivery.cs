using System.Collections.Immutable;
using System.Text;
using Workflows.Api.Documents;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>
/// Puts what comes with the product into the database, so that a case finds the definition and the templates it is pinned to
/// there for ever, whatever a later product brings.
/// </summary>
/// <remarks>
/// What a later product brings in another text becomes the next version, also where it goes back to an earlier text, unless an
/// administrator has taken the procedure or the template over: their text stands, and a draft in work is left alone.
/// </remarks>
internal static class Delivery
{
    private static readonly ActorStamp System = new(Actor.System.Id, Actor.System.Name, null, null);

    /// <summary>Delivers what the database does not have yet.</summary>
    public static async Task Run(CaseDatabase database, Seed seed)
    {
        var published = database.Definitions.All().ToLookup(version => version.Procedure, StringComparer.Ordinal);
        var drafts = database.Definitions.Drafts().Select(draft => draft.Procedure).ToHashSet(StringComparer.Ordinal);
        foreach (var procedure in seed.Procedures.Procedures.Where(procedure => !drafts.Contains(procedure)))
            await Definitions(database, procedure, [.. published[procedure]], seed.Procedures.VersionsOf(procedure)).ConfigureAwait(false);
        var templates = database.Templates.All().ToLookup(version => version.Id, StringComparer.Ordinal);
        await Task.WhenAll(TemplateCatalogue.BuiltIn.Select(template => Template(database, template, [.. templates[template.Id]]))).ConfigureAwait(false);
    }

    private static async Task Definitions(
        CaseDatabase database, string procedure, List<PublishedDefinition> known, IEnumerable<ProcedureVersion> delivered)
    {
        ImmutableArray<ProcedureVersion> versions = [.. delivered];
        foreach (var version in versions)
        {
            if (known.Count > 0 && known[^1].PublishedBy != System.Name)
                return;
            // Only the last one is to be in force; those before it are there for cases that may be pinned to them.
            if (ReferenceEquals(version, versions[^1]) ? known.Count > 0 && known[^1].Sha256 == version.Sha256 : known.Any(one => one.Sha256 == version.Sha256))
                continue;
            var stored = await database.Definitions.Publish(procedure, known.Count + 1, version.Source, System).ConfigureAwait(false);
            known.Add(stored ?? throw new StartRefusedException($"Version {known.Count + 1} of {procedure} cannot be stored."));
        }
    }

    private static async Task Template(CaseDatabase database, DocumentTemplate delivered, ImmutableArray<StoredTemplate> known)
    {
        ImmutableArray<byte> content = [.. Encoding.UTF8.GetBytes(delivered.Source)];
        if (!known.IsEmpty && (known[^1].PublishedBy != System.Name || known[^1].Content.AsSpan().SequenceEqual(content.AsSpan())))
            return;
        var next = known.IsEmpty ? 0 : known[^1].Version + 1;
        if (await database.Templates.Publish(delivered.Id, next, content, System).ConfigureAwait(false) is null)
            throw new StartRefusedException($"Version {next} of template {delivered.Id} cannot be stored.");
    }
}
