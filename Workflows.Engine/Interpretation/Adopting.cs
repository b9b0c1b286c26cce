namespace Workflows.Engine;

/// <summary>Takes a newer calendar: open clocks are computed anew, closed ones stay as they were.</summary>
/// <remarks>What has already taken effect is never undone; a date that moved is journaled old to new.</remarks>
internal static class Adopting
{
    public static Refusal? Decide(Draft draft, Command.AdoptCalendar command)
    {
        var calendar = draft.Context.Calendar;
        if (draft.State.Closed || draft.State.CalendarVersion == calendar.Version)
            return null;
        var happening = new Happening(draft.Context.Today, null, Authority.Through(command.Actor), command.Note);
        draft.Add(happening, new CaseEvent.CalendarAdopted(draft.State.CalendarVersion, calendar.Version));
        return draft.Recompute(happening, calendar);
    }
}
