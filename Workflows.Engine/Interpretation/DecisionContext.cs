using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;

namespace Workflows.Engine;

/// <summary>Everything a decision may know besides the case and the command.</summary>
public sealed record DecisionContext
{
    /// <summary>The definition: the case's pinned version, or the newest for an opening.</summary>
    public required PreparedDefinition Definition { get; init; }

    /// <summary>The calendar: the case's pinned version, or the newest for an opening and an adoption.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The agencies.</summary>
    public required AgencyDirectory Agencies { get; init; }

    /// <summary>The number that a series gives next, by series and year.</summary>
    public required Func<string, int, int> NextSerial { get; init; }

    /// <summary>Facts that can be collected, in the order in which they were recorded.</summary>
    public Func<FactQuery, ImmutableArray<RecordedFact>> UncollectedFacts { get; init; } = _ => [];

    /// <summary>The version of a template in force, by template id.</summary>
    public required Func<string, int> TemplateVersion { get; init; }

    /// <summary>Now, by the system's clock.</summary>
    public required Instant Now
    {
        get;
        init
        {
            field = value;
            Today = ChinaTime.DayOf(value);
        }
    }

    /// <summary>Today in Asia/Shanghai.</summary>
    public LocalDate Today { get; private init; }
}
