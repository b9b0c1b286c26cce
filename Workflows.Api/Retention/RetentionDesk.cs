using NodaTime;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Retention;

/// <summary>Knows which cases have been kept long enough.</summary>
internal sealed class RetentionDesk(RetentionSettings settings, CaseQueries cases, ReferenceDataSource reference, IClock clock)
{
    /// <summary>Cases that may be erased today and have not been, those that ended first first.</summary>
    /// <param name="limit">At most this many.</param>
    public IReadOnlyList<CaseSummary> Due(int limit)
    {
        var found =
            from procedure in reference.Current.Procedures.Procedures
            let years = settings.For(procedure)
            where years is not null
            from summary in cases.EndedBefore(procedure, Today.PlusYears(-years.Value).PlusDays(1)).Where(IsDue).Take(limit)
            orderby summary.ClosedOn
            select summary;
        return [.. found.Take(limit)];
    }

    /// <summary>The period of the case has ended, and that of every case above it, which may still rest on what it knows.</summary>
    public bool IsDue(CaseSummary summary) =>
        DueOn(summary) is { } day && day <= Today
        && (summary.Parent is not { } parent || cases.Find(parent) is not { } above || cases.IsErased(parent) || IsDue(above));

    /// <summary>The first day on which the case may be erased, for its own part; null for never, or while it is open.</summary>
    public LocalDate? DueOn(CaseSummary summary) => settings.DueOn(summary.Procedure, summary.Closed ? summary.ClosedOn : null);

    private LocalDate Today => ChinaTime.DayOf(clock.GetCurrentInstant());
}
