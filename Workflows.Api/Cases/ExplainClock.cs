using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Calendar;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Explains a due date day by day.</summary>
internal static class ExplainClock
{
    /// <summary>An explained due date.</summary>
    /// <param name="Clock">The clock today.</param>
    /// <param name="Extension">Units added to the period by extensions.</param>
    /// <param name="Calendar">Whose calendar was used.</param>
    /// <param name="CalendarVersion">The data that was used.</param>
    /// <param name="Start">The day of the event that started it; itself not counted.</param>
    /// <param name="StartedAt">Where minutes count: the instant from which they do.</param>
    /// <param name="Status">How sure the date is; for minutes the instant is always certain.</param>
    /// <param name="Due">Last day; null while a pause is open.</param>
    /// <param name="DueAt">Where minutes count: the instant at which it runs out.</param>
    /// <param name="Earliest">The earliest day it can become.</param>
    /// <param name="Latest">The latest day it can become.</param>
    /// <param name="FirmThrough">Days up to this one are announced.</param>
    /// <param name="AwaitedYear">The year whose notice makes the date firm.</param>
    /// <param name="Days">Each day from the start; none where minutes count.</param>
    internal sealed record Reply(
        ClockView Clock,
        int Extension,
        string Calendar,
        string CalendarVersion,
        LocalDate Start,
        Instant? StartedAt,
        DueStatus Status,
        LocalDate? Due,
        Instant? DueAt,
        LocalDate? Earliest,
        LocalDate? Latest,
        LocalDate FirmThrough,
        int? AwaitedYear,
        ImmutableArray<DayView> Days);

    /// <summary>A day of an explanation.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Number">Its running number; null when it was not counted.</param>
    /// <param name="Kind">What the calendar says of it.</param>
    /// <param name="Name">The holiday, or the one that a make-up day was given for.</param>
    /// <param name="Treatment">What it did for the period.</param>
    /// <param name="Counted">It was counted.</param>
    /// <param name="Why">Why the time stood still; null when it did not.</param>
    /// <param name="Article">Act and article by which it was treated so; of a paused day those of the pause (the reason, where a pause is a choice of design).</param>
    /// <param name="Notice">The notice that the calendar's word rests on; null when none is announced.</param>
    /// <param name="Announced">False when the day is only expected.</param>
    internal sealed record DayView(
        LocalDate Date,
        int? Number,
        DayKind Kind,
        string? Name,
        DayTreatment Treatment,
        bool Counted,
        string? Why,
        string Article,
        NoticeView? Notice,
        bool Announced);

    /// <summary>A notice of days off.</summary>
    /// <param name="Source">Document number.</param>
    /// <param name="Published">Day on which it became public.</param>
    /// <param name="Url">Where it was published.</param>
    internal sealed record NoticeView(string Source, LocalDate Published, string? Url);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cases/{id}/clocks/{clock}/explanation", Handle)
        .WithName("explainClock").WithTags("Cases")
        .WithSummary("Explain a due date day by day")
        .WithDescription("The present or last run of the clock: each day with its number, what the calendar says of it, the article and the notice.")
        .Produces<Reply>().Refuses(404);

    private static async Task<IResult> Handle(
        Caller caller, string id, string clock, CaseDesk desk, CaseViews views, ReferenceDataSource reference, AccessLog log)
    {
        if (desk.Find(id, caller) is not { } state)
            return Problem.NoSuchCase.Result();
        var explained = ClockExplanation.Of(
            views.Definition(state), state, clock, views.Calendar(state), procedure => reference.Current.Procedures.Newest(procedure)?.Definition.Title.Zh ?? procedure);
        if (explained is null)
            return Problem.NotFound("本案没有这个期限，或者尚未起算").Result();
        await log.Case(caller, state, $"clocks/{clock}").ConfigureAwait(false);
        return Results.Ok(View(explained, views.Clocks(state).First(view => view.Name == clock)));
    }

    private static Reply View(ClockExplanation explained, ClockView clock)
    {
        var due = explained.Days.Due;
        return new Reply(
            clock,
            explained.Extension,
            explained.Days.Calendar.Value,
            explained.Days.Version,
            explained.Days.Start,
            explained.StartedAt,
            explained.DueAt is null ? due.Status : DueStatus.Final,
            due.Date,
            explained.DueAt,
            due.Earliest,
            due.Latest,
            due.FirmThrough,
            due.AwaitedYear,
            [.. explained.Days.Days.Select(View)]);
    }

    private static DayView View(ExplainedDay day) => new(
        day.Day.Date,
        day.Number,
        day.Day.Kind,
        day.Day.Name,
        day.Treatment,
        day.Number is not null,
        day.PauseReason,
        day.Basis,
        day.Day.Notice is { } notice ? new NoticeView(notice.Source, notice.Published, notice.Url) : null,
        day.Day.IsAnnounced);
}
