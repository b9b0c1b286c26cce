namespace Workflows.Calendar;

/// <summary>How sure a due date is.</summary>
public enum DueStatus
{
    /// <summary>Every day that mattered is set by a published notice. A later decree can still change it.</summary>
    Final,

    /// <summary>A day that mattered is not announced; the date is the expected one and lies between earliest and latest.</summary>
    Provisional,

    /// <summary>A pause has not ended, so there is no date yet.</summary>
    Open,

    /// <summary>The calendar does not reach that far, or cannot count such a period; there is no date.</summary>
    Unanswerable,
}
