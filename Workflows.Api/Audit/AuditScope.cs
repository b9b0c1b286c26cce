using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Audit;

/// <summary>What a caller may audit: an audit administrator everything, an auditor the cases of the agencies in which they hold that role.</summary>
/// <param name="Agencies">The agencies; null for all.</param>
internal sealed record AuditScope(ImmutableArray<string>? Agencies)
{
    /// <summary>Says that the caller audits nothing.</summary>
    public static Problem Refused { get; } = Problem.Forbidden("审计只限审计管理员和机关的审计人员（在某一机关持有 auditor 角色）");

    /// <summary>The scope of a caller; null when they audit nothing.</summary>
    public static AuditScope? Of(Caller caller)
    {
        if (caller.ReadsAll)
            return new AuditScope((ImmutableArray<string>?)null);
        ImmutableArray<string> agencies = [.. caller.Actor.Roles.Where(held => held.Value.Contains(Caller.AuditorRole)).Select(held => held.Key)];
        return agencies.IsEmpty ? null : new AuditScope(agencies);
    }

    /// <summary>The agencies whose cases are listed: the one asked for, if it is among these.</summary>
    public ImmutableArray<string>? Asked(string? agency) => agency is null ? Agencies : Covers(agency) ? [agency] : [];

    /// <summary>Whether the case is one of these, or was opened by one of these.</summary>
    public bool Covers(CaseState state) => Covers(state.Agency) || (state.Parent is { } parent && Covers(parent.Agency));

    private bool Covers(string agency) => Agencies is not { } these || these.Contains(agency);
}
