using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Api.Access;
using Workflows.Api.Administration;
using Workflows.Api.Json;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Calendars;

/// <summary>Loads the notice of a year.</summary>
/// <remarks>CNT-05: when the arrangement is loaded, every open case counts by it, each date that moved is journaled old to new.</remarks>
internal static class PutNotice
{
    /// <summary>What loading a notice did.</summary>
    /// <param name="Changed">False when this very notice was in force already.</param>
    /// <param name="Calendar">The calendar with it.</param>
    /// <param name="Cases">Open cases that took the new calendar.</param>
    /// <param name="Deadlines">Due dates that moved or became firm.</param>
    /// <param name="Refused">Open cases that could not take it: a date would lie beyond the calendar. They go on counting by the old one.</param>
    /// <param name="Warnings">What is worth a second look in the notice.</param>
    internal sealed record Reply(
        bool Changed, CalendarView Calendar, int Cases, int Deadlines, int Refused, ImmutableArray<DiagnosticView> Warnings);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/calendars/{jurisdiction}/notices/{year:int}", Handle)
        .WithName("putNotice").WithTags("Calendars")
        .WithSummary("Load the notice of a year's days off and make-up working days, or a corrected one")
        .WithDescription(
            "The body is the notice: `jurisdiction`, `year`, `source`, `published`, `url`, `holidays` (`name`, `from`, `to`), `workdays` (`date`, `for`) and "
            + "`amendments` (`source`, `published`, `note`, `changed`). The reply comes when every open case has taken the new calendar; each keeps a "
            + "record of the dates that moved. The same notice again changes nothing.")
        .Produces<Reply>().Refuses(422).ForSystemAdministrators();

    private static async Task<IResult> Handle(
        Caller caller, string jurisdiction, int year, JsonBody<JsonObject> notice, CaseDatabase database, ReferenceDataSource reference, Sweep sweep, ChangeTurn turn)
    {
        var json = Encoding.UTF8.GetString(notice.Sent.Span);
        var read = CalendarNoticeReader.Read(json, string.Create(CultureInfo.InvariantCulture, $"{jurisdiction.ToLowerInvariant()}-{year}.json"));
        ImmutableArray<DiagnosticView> diagnostics = [.. read.Diagnostics.Select(DiagnosticView.Of)];
        if (read.Notice is not { } loaded)
            return Problem.Faulty("放假安排有错误，改正后才能载入", diagnostics).Result();

        var (changed, refused) = await turn.Run(() => Load(loaded, json, caller, database, reference)).ConfigureAwait(false);
        if (refused is not null)
            return refused.Result();
        // Also when nothing changed: an earlier run may have been cut short.
        var adopted = await sweep.AdoptCalendars($"载入{loaded.Year}年放假安排（{loaded.Source}）").ConfigureAwait(false);
        return Results.Ok(new Reply(
            changed, CalendarView.Of(reference.Current.Calendars.Newest(loaded.Jurisdiction)), adopted.Cases, adopted.Deadlines, adopted.Refused, diagnostics));
    }

    private static async Task<(bool Changed, Problem? Refused)> Load(
        CalendarNotice notice, string json, Caller caller, CaseDatabase database, ReferenceDataSource reference)
    {
        var calendars = reference.Current.Calendars;
        var known = calendars.Archive.Notices.FirstOrDefault(other => other.Jurisdiction == notice.Jurisdiction && other.Year == notice.Year);
        if (known is not null && Text(known) == Text(notice))
            return (false, null);
        CalendarRegistry with;
        try
        {
            with = calendars.With(notice);
        }
        catch (ArgumentException)
        {
            return (false, Problem.Invalid("holidays", $"与 {notice.Year - 1} 年或 {notice.Year + 1} 年的放假安排设定了同一天；同一天只能由一个年度的通知安排，请核对"));
        }

        var calendar = with.Newest(notice.Jurisdiction);
        if (!calendar.Notices.Contains(notice.Reference))
            return (false, Problem.Invalid("year", $"全国放假安排须逐年相接，现有 {calendar.FirstDay.Year} 至 {calendar.FirmThrough.Year} 年；请先载入中间的年份"));
        await database.Notices.Add(notice.Jurisdiction.Value, notice.Year, json, calendar.Version, caller.Stamp).ConfigureAwait(false);
        reference.Change(data => data with { Calendars = with });
        return (true, null);
    }

    private static string Text(CalendarNotice notice) => JsonSerializer.Serialize(notice, ApiJson.Options);
}
