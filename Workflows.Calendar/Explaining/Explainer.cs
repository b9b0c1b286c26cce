using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>Lists the days that led to a due date.</summary>
/// <remarks>The list is made day by day, without the table's sums, so that the two ways of counting can be held against each other.</remarks>
internal static class Explainer
{
    private const string Years = "民法典 第二百条";
    private const string FromTheNextDay = "民法典 第二百零一条第一款";
    private const string EndMovesOn = "民法典 第二百零三条第一款";
    private const string WeeklyRest = "国务院关于职工工作时间的规定 第七条";
    private const string Festivals = "全国年节及纪念日放假办法";

    public static Explanation Explain(WorkingCalendar calendar, Period period, LocalDate start, ImmutableArray<Pause> pauses)
    {
        var due = calendar.Due(period, start, pauses.AsSpan());
        var days = ImmutableArray.CreateBuilder<ExplainedDay>();
        if (due.Status != DueStatus.Unanswerable)
        {
            days.Add(new(calendar.Describe(start), DayTreatment.Start, null, null, FromTheNextDay));
            days.AddRange(period switch
            {
                Period.FixedDate => [new(calendar.Describe(due.Date!.Value), DayTreatment.End, null, null, Years)],
                Period.QuarterLastWorkingWeek => Counted(calendar, due.WindowFrom!.Value, due.Date, int.MaxValue, []),
                Period.CalendarDays calendarDays => Counted(calendar, start.PlusDays(1), due.Date, calendarDays.N, pauses),
                _ => Counted(calendar, start.PlusDays(1), due.Date, int.MaxValue, pauses),
            });
        }

        return new(calendar.Id, calendar.Version, period, start, due, days.DrainToImmutable());
    }

    // Lists the days from `from` to `through`, or to the day on which an open pause began. `calendarDays` is how many days of
    // any kind are counted, int.MaxValue when working days are.
    private static IEnumerable<ExplainedDay> Counted(WorkingCalendar calendar, LocalDate from, LocalDate? through, int calendarDays, ImmutableArray<Pause> pauses)
    {
        var restDaysCount = calendarDays != int.MaxValue;
        var open = pauses.Where(pause => pause.Through is null).Select(pause => (LocalDate?)pause.From).Min();
        var number = 0;
        for (var date = from; date <= (through ?? open); date = date.PlusDays(1))
        {
            var day = calendar.Describe(date);
            var pausing = pauses.Where(pause => pause.From < date && !(pause.Through < date)).ToList();
            yield return (pausing, number < calendarDays, day.IsWorkingDay || restDaysCount) switch
            {
                ({ Count: > 0 }, _, _) => new(day, DayTreatment.Paused, null, Joined(pausing.Select(pause => pause.Reason)), Joined(pausing.Select(pause => pause.Basis))),
                (_, true, true) => new(day, DayTreatment.Counted, ++number, null, FromTheNextDay),
                (_, true, false) => new(day, DayTreatment.Rest, null, null, day.Kind == DayKind.Weekend ? WeeklyRest : Festivals),
                _ => new(day, date == through ? DayTreatment.End : DayTreatment.EndMoves, null, null, EndMovesOn),
            };
        }
    }
    private static string Joined(IEnumerable<string> texts) => string.Join("；", texts.Where(text => text.Length > 0).Distinct());
}
