namespace Workflows.Calendar;

/// <summary>Turns pauses into disjoint, ordered intervals of day numbers.</summary>
internal static class PauseUnion
{
    /// <summary>The end of a pause that has not ended.</summary>
    public const int Open = int.MaxValue;

    /// <summary>
    /// Fills <paramref name="union"/>, which is as long as <paramref name="pauses"/>, with the intervals (From, Through] that have
    /// days after <paramref name="start"/>, and returns the part filled.
    /// </summary>
    /// <exception cref="ArgumentException">A pause ends before it begins.</exception>
    public static Span<(int From, int Through)> Of(ReadOnlySpan<Pause> pauses, DayTable table, int start, Span<(int From, int Through)> union)
    {
        var count = 0;
        foreach (var pause in pauses)
        {
            if (pause.Through < pause.From)
                throw new ArgumentException($"The pause from {pause.From:uuuu-MM-dd} ends earlier, on {pause.Through:uuuu-MM-dd}.", nameof(pauses));
            var from = Math.Max(start, table.NumberOf(pause.From));
            var through = pause.Through is { } end ? table.NumberOf(end) : Open;
            if (through > from)
                union[count++] = (from, through);
        }

        union = union[..count];
        union.Sort();
        var kept = 0;
        foreach (var (from, through) in union)
        {
            if (kept > 0 && from <= union[kept - 1].Through)
                union[kept - 1].Through = Math.Max(union[kept - 1].Through, through);
            else
                union[kept++] = (from, through);
        }

        return union[..kept];
    }
}
