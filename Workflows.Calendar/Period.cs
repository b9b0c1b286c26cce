using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>How long something may take, as a rule writes it. <see cref="ToString"/> gives text that <see cref="TryParse"/> reads back.</summary>
/// <remarks>The longest period is 10,000 units; it keeps every sum far from overflow.</remarks>
public abstract record Period
{
    private const int Longest = 10_000;

    private Period()
    {
    }

    /// <summary>The period in Chinese, such as <c>15个工作日</c>.</summary>
    public abstract string ToChinese();

    /// <summary>The period as definitions write it, such as <c>15 working-days</c>.</summary>
    public sealed override string ToString() => Text();

    /// <summary>
    /// Reads <c>15 working-days</c>, <c>3 days</c>, <c>30 minutes</c>, <c>2 hours</c>, <c>03-31</c> or <c>31 March</c>,
    /// and <c>last-working-week-of-quarter</c>. The singular is read as well.
    /// </summary>
    /// <returns>False when the text is none of these, or a number is not in 1…10,000, or no year has such a date every time.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = text switch
        {
            null => null,
            QuarterLastWorkingWeek.Name => new QuarterLastWorkingWeek(),
            _ when text.Split(' ') is [var count, var unit] => Counted(count, unit),
            _ when text.Split('-') is [{ Length: 2 } month, { Length: 2 } day] => Fixed(month, day),
            _ => null,
        };
        return period is not null;
    }

    private protected abstract string Text();

    private static Period? Counted(string count, string unit)
    {
        if (Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, unit, 0, 12) is >= 0 and var month)
            return Fixed((month + 1).ToString(CultureInfo.InvariantCulture), count);
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is < 1 or > Longest)
            return null;
        return unit switch
        {
            "working-days" or "working-day" => new WorkingDays(n),
            "days" or "day" => new CalendarDays(n),
            "minutes" or "minute" => new Minutes(n),
            "hours" or "hour" when n <= Longest / 60 => new Minutes(n * 60),
            _ => null,
        };
    }

    private static FixedDate? Fixed(string month, string day) =>
        int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && FixedDate.ExistsEveryYear(m, d)
            ? new FixedDate(m, d)
            : null;

    private static int InRange(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, Longest);
        return n;
    }

    /// <summary>A number of working days; the last of them is the due date.</summary>
    /// <param name="N">How many, 1 to 10,000.</param>
    /// <remarks>An extension by m more days is asked for as <c>WorkingDays(N + m)</c>: the days added follow the last day of the base.</remarks>
    public sealed record WorkingDays(int N) : Period
    {
        /// <summary>How many, 1 to 10,000.</summary>
        public int N { get; } = InRange(N);

        /// <inheritdoc/>
        public override string ToChinese() => $"{N}个工作日";

        private protected override string Text() => N == 1 ? "1 working-day" : $"{N} working-days";
    }

    /// <summary>A number of calendar days; when the last of them is a rest day, the period ends on the next working day.</summary>
    /// <param name="N">How many, 1 to 10,000.</param>
    /// <remarks>民法典 第二百零三条第一款.</remarks>
    public sealed record CalendarDays(int N) : Period
    {
        /// <summary>How many, 1 to 10,000.</summary>
        public int N { get; } = InRange(N);

        /// <inheritdoc/>
        public override string ToChinese() => $"{N}日";

        private protected override string Text() => N == 1 ? "1 day" : $"{N} days";
    }

    /// <summary>A number of minutes on the wall clock, by day and night, rest days included.</summary>
    /// <param name="N">How many, 1 to 10,000.</param>
    public sealed record Minutes(int N) : Period
    {
        /// <summary>How many, 1 to 10,000.</summary>
        public int N { get; } = InRange(N);

        /// <summary>The instant at which a period that began at <paramref name="start"/> ends.</summary>
        public Instant DueAt(Instant start) => start + Duration.FromMinutes(N);

        /// <inheritdoc/>
        public override string ToChinese() => N % 60 == 0 ? $"{N / 60}小时" : $"{N}分钟";

        private protected override string Text() => (N % 60 == 0, N / 60, N) switch
        {
            (true, 1, _) => "1 hour",
            (true, var hours, _) => $"{hours} hours",
            (_, _, 1) => "1 minute",
            _ => $"{N} minutes",
        };
    }

    /// <summary>A date of the year, which neither rest days nor pauses move: the first such date after the start.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">A day that the month has in every year; 29 February is refused.</param>
    public sealed record FixedDate(int Month, int Day) : Period
    {
        /// <summary>1 to 12.</summary>
        public int Month { get; } = Month;

        /// <summary>The day of the month.</summary>
        public int Day { get; } = ExistsEveryYear(Month, Day)
            ? Day
            : throw new ArgumentOutOfRangeException(nameof(Day), $"No year has the date {Month:00}-{Day:00} every time.");

        /// <summary>The first such date strictly after <paramref name="start"/>.</summary>
        public LocalDate FirstAfter(LocalDate start)
        {
            var date = new LocalDate(start.Year, Month, Day);
            return date > start ? date : date.PlusYears(1);
        }

        /// <inheritdoc/>
        public override string ToChinese() => $"{Month}月{Day}日";

        private protected override string Text() => $"{Month:00}-{Day:00}";

        internal static bool ExistsEveryYear(int month, int day) =>
            month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2001, month);
    }

    /// <summary>
    /// The Monday-to-Sunday week that holds the quarter's last working day, as far as it lies in the quarter; due on that day.
    /// It is the first such day after the start. Pauses do not move it.
    /// </summary>
    public sealed record QuarterLastWorkingWeek : Period
    {
        internal const string Name = "last-working-week-of-quarter";

        /// <inheritdoc/>
        public override string ToChinese() => "季度最后一个工作周";

        private protected override string Text() => Name;
    }
}
