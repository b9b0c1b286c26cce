using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>All agencies at one moment. Immutable.</summary>
/// <param name="All">By id.</param>
public sealed record AgencyDirectory(ImmutableSortedDictionary<string, Agency> All)
{
    /// <summary>The agency, or null when unknown.</summary>
    public Agency? Find(string? id) => id is not null && All.TryGetValue(id, out var agency) ? agency : null;

    /// <summary>The agency that exercises its powers today: itself, or the last of its successors. Null when unknown.</summary>
    public Agency? Standing(string? id)
    {
        var agency = Find(id);
        while (agency?.Successor is { } successor)
            agency = Find(successor);
        return agency;
    }

    /// <summary>The body that an agency has for something: its own, else that of the nearest superior that names one. Null when none does.</summary>
    /// <param name="agency">Whose body is looked for; superiors never lead back to it, see the checks with which agencies are stored.</param>
    /// <param name="relation">A word of <see cref="Workflows.Definitions.AgencyWords.Relations"/>; for <c>secrecy</c> the secrecy department counts as named.</param>
    /// <returns>The body's id; a body that has been merged is answered with the one that exercises its powers today.</returns>
    public string? BodyOf(Agency? agency, string relation)
    {
        for (var at = agency; at is not null; at = Find(at.Superior))
        {
            var named = at.Bodies.GetValueOrDefault(relation) ?? (relation == "secrecy" ? at.SecrecyDepartment : null);
            if (named is not null)
                return Standing(named)?.Id ?? named;
        }

        return null;
    }

    /// <summary>An agency and those merged into it, whose powers it exercises; in order of their ids.</summary>
    public IEnumerable<string> WithMerged(string id) => All.Keys.Where(other => other == id || Standing(other)?.Id == id);

    /// <summary>An agency, every agency below it, and those merged into any of them; in order of their ids.</summary>
    public IEnumerable<string> WithSubordinates(string id) => All.Keys.Where(other =>
    {
        // Superiors that lead back to where they began are refused when agencies are stored; the bound keeps this total.
        var at = other == id ? id : Standing(other)?.Id;
        for (var steps = 0; at is not null && steps <= All.Count; steps++)
        {
            if (at == id)
                return true;
            at = Standing(Find(at)?.Superior)?.Id;
        }

        return false;
    });
}
