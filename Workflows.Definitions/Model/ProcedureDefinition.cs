using System.Collections.Immutable;
using Workflows.Calendar;

namespace Workflows.Definitions;

/// <summary>
/// One version of a procedure as read from its YAML text: what an administrator publishes and a case is pinned to.
/// Immutable. All lists keep the order of the text.
/// </summary>
public sealed record ProcedureDefinition
{
    /// <summary>Name of the opening, by which clocks refer to it.</summary>
    public const string OpeningName = "open";

    /// <summary>Stable id, jurisdiction first: <c>huadian.disclosure-application</c>.</summary>
    public required string Procedure { get; init; }

    /// <summary>Name shown to people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The act (full name in Chinese) that a <see cref="LegalBasis"/> without an act of its own refers to.</summary>
    public required string Act { get; init; }

    /// <summary>The calendar by which its clocks count.</summary>
    public required CalendarId Calendar { get; init; }

    /// <summary>Pattern of the case number, with <c>{year}</c> and <c>{serial}</c>; counted per agency and year, without gaps.</summary>
    public required string Reference { get; init; }

    /// <summary>Roles that triggers name.</summary>
    public required ImmutableArray<RoleDefinition> Roles { get; init; }

    /// <summary>Every field a case can hold. Trigger input refers to these by name.</summary>
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    /// <summary>Flags: conditions that lie over any state, such as force majeure.</summary>
    public required ImmutableArray<FlagDefinition> Flags { get; init; }

    /// <summary>Deadlines.</summary>
    public required ImmutableArray<ClockDefinition> Clocks { get; init; }

    /// <summary>Letters and forms that triggers issue.</summary>
    public required ImmutableArray<DocumentDefinition> Documents { get; init; }

    /// <summary>How a case begins. Its name is always <c>open</c>.</summary>
    public required TriggerDefinition Opening { get; init; }

    /// <summary>States, depth first; a substate's name is <c>parent/child</c>.</summary>
    public required ImmutableArray<StateDefinition> States { get; init; }

    /// <summary>Triggers that every state offers which is not final.</summary>
    public required ImmutableArray<TriggerDefinition> Anywhere { get; init; }

    /// <summary>Triggers that every state offers, the final ones too: there they record, issue and open, and never move.</summary>
    public ImmutableArray<TriggerDefinition> Everywhere { get; init; } = [];

    /// <summary>Every trigger but the opening: those of the states, then those offered anywhere, then those offered everywhere.</summary>
    public IEnumerable<TriggerDefinition> Triggers => States.SelectMany(state => state.On).Concat(Anywhere).Concat(Everywhere);

    /// <summary>Rhythms of the calendar by which cases open of themselves.</summary>
    public ImmutableArray<ScheduleDefinition> Schedules { get; init; } = [];

    /// <summary>How its cases are counted in the annual report; null when they are not.</summary>
    public AnnualReportDefinition? AnnualReport { get; init; }

    /// <summary>Fields that a child case hands to its parent when it ends or tells it something.</summary>
    public required ImmutableArray<string> Returns { get; init; }

    /// <summary>Rules that the procedure as a whole carries, by what it has or by what it deliberately lacks.</summary>
    public required ImmutableArray<LegalBasis> Basis { get; init; }

    /// <summary>The YAML text itself: the editor's text, the diff's subject, the auditor's evidence.</summary>
    public required string Source { get; init; }
}
