using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A state of a case.</summary>
public sealed record StateDefinition
{
    /// <summary>A <see cref="Notice"/> that says: nobody is told.</summary>
    public const string NoNotice = "none";

    /// <summary>Id; a substate is <c>parent/child</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Shown name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Superstate whose triggers this one shares, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>For a superstate: the full name of the substate that entering it leads to; null for a plain state.</summary>
    public string? Initial { get; init; }

    /// <summary>The case has ended. Triggers of a final state may record something but lead nowhere.</summary>
    public bool Final { get; init; }

    /// <summary>For a final state: what a parent case is told.</summary>
    public string? Outcome { get; init; }

    /// <summary>For a final state: document that tells the person concerned, or <c>none</c>.</summary>
    public string? Notice { get; init; }

    /// <summary>For a final state: the row of the annual report in which the case is counted; exactly one applies.</summary>
    public ImmutableArray<ReportPlace> Report { get; init; } = [];

    /// <summary>Triggers offered here.</summary>
    public ImmutableArray<TriggerDefinition> On { get; init; } = [];

    /// <summary>Article.</summary>
    public required LegalBasis Basis { get; init; }
}
