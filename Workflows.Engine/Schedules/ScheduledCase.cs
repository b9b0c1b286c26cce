using NodaTime;

namespace Workflows.Engine;

/// <summary>A case that the calendar opens.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Schedule">Name of the schedule.</param>
/// <param name="Agency">Agency that handles it.</param>
/// <param name="Period">The day that begins the period.</param>
/// <param name="LegalDay">Legal day of the opening: that day, or the one on which the procedure was first published if that is later.</param>
public sealed record ScheduledCase(string Procedure, string Schedule, string Agency, LocalDate Period, LocalDate LegalDay)
{
    /// <summary>Its id.</summary>
    public CaseId Id => CaseId.Scheduled(Procedure, Schedule, Agency, Period);

    /// <summary>What opens it.</summary>
    public CaseRequest Request() => new(Id, new Command.OpenCase
    {
        Actor = Actor.Time,
        OccurredOn = LegalDay,
        Id = Id,
        Agency = Agency,
        Schedule = new ScheduledPeriod(Schedule, Period),
    })
    {
        Procedure = Procedure,
    };
}

/// <summary>A period of a schedule.</summary>
/// <param name="Schedule">Name of the schedule.</param>
/// <param name="Period">The day that begins the period.</param>
public sealed record ScheduledPeriod(string Schedule, LocalDate Period);

/// <summary>An opening of the calendar that was refused.</summary>
/// <param name="Case">The case.</param>
/// <param name="Why">Why.</param>
/// <param name="Error">The bug that stood in the way; null for a refusal.</param>
public sealed record RefusedOpening(ScheduledCase Case, string Why, Exception? Error);
