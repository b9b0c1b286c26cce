using System.Numerics;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>The fewest and most working days that sets of days not announced can turn out to have.</summary>
internal sealed class Forecast
{
    private const int MostOccasions = 32;   // bits of a mask

    private readonly DayTable _table;
    private readonly int _firstExpected;
    private readonly uint[] _mayBeOff;      // by day after the firm ones: the occasions that may take it off, as bits
    private readonly uint[] _mayBeWorked;   // likewise: the occasions for which it may be worked
    private readonly Occasion[] _occasions;

    /// <summary>Marks the days after <paramref name="firm"/>, the last day number that is announced.</summary>
    public Forecast(DayTable table, int firm)
    {
        (_table, _firstExpected) = (table, firm + 1);
        _mayBeOff = new uint[table.Horizon - firm];
        _mayBeWorked = new uint[table.Horizon - firm];
        var firstYear = table.DateOf(firm).Year + 1;
        var years = Enumerable.Range(firstYear, 2).ToArray();
        var statutory = years.SelectMany(year => Festival.All.SelectMany(festival => festival.StatutoryDays(year))).Select(table.NumberOf).ToHashSet();
        var bounds = years.SelectMany(Envelope.OfAnnouncedYears.In).ToArray();
        if (bounds.Length > MostOccasions)
            throw new InvalidOperationException("The envelope knows more occasions than a mask has bits.");
        _occasions = new Occasion[bounds.Length];
        for (var i = 0; i < bounds.Length; i++)
        {
            var (anchor, limits, inLieu) = bounds[i];
            var at = table.NumberOf(anchor);
            var off = Mark(_mayBeOff, i, at + limits.OffFrom, at + limits.OffThrough, IsExpectedWorked);
            var worked = Mark(_mayBeWorked, i, at + limits.WorkedFrom, at + limits.WorkedThrough, day => !IsExpectedWorked(day) && !statutory.Contains(day));
            _occasions[i] = new(limits, inLieu, off, worked);
        }
    }

    /// <summary>The first and last day that the <paramref name="count"/>-th counted day after <paramref name="start"/> can turn out to be.</summary>
    /// <param name="start">A day number; days after it are counted.</param>
    /// <param name="count">How many.</param>
    /// <param name="pauses">Disjoint, ordered intervals of days not counted.</param>
    /// <returns>Null where no bound is found within the year after the calendar's last day.</returns>
    public (LocalDate? Earliest, LocalDate? Latest) DayOfCount(int start, int count, ReadOnlySpan<(int From, int Through)> pauses)
    {
        var seen = new Seen(this, stackalloc int[MostOccasions * 2]);
        LocalDate? earliest = null;
        for (var day = start + 1; day < _table.Horizon; day++)
        {
            while (pauses is [var first, ..] && first.Through < day)
                pauses = pauses[1..];
            if (pauses is [var pause, ..] && pause.From < day)
                continue;
            seen.Add(day);
            if (day < _firstExpected)
                continue;
            if (earliest is null && seen.Most() >= count)
                earliest = _table.DateOf(day);
            if (seen.Fewest() >= count)
                return (earliest, _table.DateOf(day));
        }

        return (earliest, null);
    }

    /// <summary>The first and last day that the last working day up to <paramref name="end"/> can turn out to be.</summary>
    public (int Earliest, int Latest) LastWorkingDay(int end)
    {
        var seen = new Seen(this, stackalloc int[MostOccasions * 2]);
        var latest = 0;
        for (var day = end; day >= 1; day--)
        {
            seen.Add(day);
            if (latest == 0 && seen.Most() >= 1)
                latest = day;
            if (seen.Fewest() >= 1)
                return (day, latest);
        }

        return (0, latest);
    }

    private bool IsExpectedWorked(int day) => _table.Rank(day) != _table.Rank(day - 1);

    private int Mark(uint[] masks, int occasion, int from, int through, Func<int, bool> wanted)
    {
        var marked = 0;
        for (var day = Math.Max(from, _firstExpected); day <= Math.Min(through, _table.Horizon); day++)
        {
            if (!wanted(day))
                continue;
            masks[day - _firstExpected] |= 1u << occasion;
            marked++;
        }

        return marked;
    }

    /// <summary>A festival of a certain year: its bounds, and how many days may be off or worked for it at all.</summary>
    private readonly record struct Occasion(Bounds Bounds, int DaysInLieu, int MayBeOff, int MayBeWorked)
    {
        // Of the days seen, some may be off and some worked; what they gain or lose must be made up by the days not seen, but for what
        // the festival may gain or lose as a whole.
        public int Fewest(int seenOff, int seenWorked) => Math.Max(
            -Math.Min(seenOff, Bounds.MostOff),
            -Bounds.MostGained - Math.Min(MayBeWorked - seenWorked, Bounds.MostWorked));

        public int Most(int seenOff, int seenWorked) => Math.Min(
            Math.Min(seenWorked, Bounds.MostWorked),
            DaysInLieu + Math.Min(MayBeOff - seenOff, Bounds.MostOff));
    }

    /// <summary>A growing set of days.</summary>
    private ref struct Seen(Forecast forecast, Span<int> counts)
    {
        private readonly Span<int> _counts = counts;    // by occasion: days that may be off, then days that may be worked
        private int _expected;

        public void Add(int day)
        {
            if (forecast.IsExpectedWorked(day))
                _expected++;
            if (day < forecast._firstExpected)
                return;
            var index = day - forecast._firstExpected;
            for (var mask = forecast._mayBeOff[index]; mask != 0; mask &= mask - 1)
                _counts[BitOperations.TrailingZeroCount(mask)]++;
            for (var mask = forecast._mayBeWorked[index]; mask != 0; mask &= mask - 1)
                _counts[MostOccasions + BitOperations.TrailingZeroCount(mask)]++;
        }

        public readonly int Fewest()
        {
            var sum = _expected;
            for (var i = 0; i < forecast._occasions.Length; i++)
                sum += forecast._occasions[i].Fewest(_counts[i], _counts[MostOccasions + i]);
            return sum;
        }

        public readonly int Most()
        {
            var sum = _expected;
            for (var i = 0; i < forecast._occasions.Length; i++)
                sum += forecast._occasions[i].Most(_counts[i], _counts[MostOccasions + i]);
            return sum;
        }
    }
}
