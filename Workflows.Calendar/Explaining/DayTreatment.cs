namespace Workflows.Calendar;

/// <summary>What a day did for a period.</summary>
public enum DayTreatment
{
    /// <summary>The day of the starting event, which is never counted.</summary>
    Start,

    /// <summary>The day was counted and has a running number.</summary>
    Counted,

    /// <summary>A rest day, not counted in working days.</summary>
    Rest,

    /// <summary>Not counted because of a pause.</summary>
    Paused,

    /// <summary>The number of days was complete, but the last was a rest day: the end moves past this day.</summary>
    EndMoves,

    /// <summary>The end of the period, though not counted: a fixed date, or the working day to which the end moved.</summary>
    End,
}
