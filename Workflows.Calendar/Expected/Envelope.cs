using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>
/// The bounds within which every arrangement announced since 2008 lies: one set for the long holidays (春节, 劳动节, 国庆节),
/// one for the others, and one for each single occasion, which may come again on its date.
/// </summary>
/// <remarks>
/// <para>A set of days then has at least and at most so many working days: around each festival, no more weekdays off and rest
/// days worked than the bounds allow, inside the windows of the bounds, and exchanged against each other. Every past year lies
/// inside by construction, for every start, number of days and pause.</para>
/// <para>A year not yet seen may do what none did. Each year's notice as first published lies inside the bounds drawn from the
/// other years once the windows of days worked are widened by <see cref="Margin"/> days at both ends; so they are. A decree in
/// the middle of a year (2015, 2020), or a change of the statute, cannot be foreseen.</para>
/// </remarks>
internal sealed class Envelope
{
    /// <summary>By how many days the windows of days worked are widened at both ends, to hold a year not seen.</summary>
    public const int Margin = 3;

    private static readonly Lazy<Envelope> Announced = new(() => new(CalendarArchive.Official.Notices.SelectMany(notice => notice.Year < 2008 ? [] : Arrangement.Of(notice))));

    private readonly ImmutableDictionary<string, Bounds> _bounds;
    private readonly ImmutableArray<(string Name, LocalDate Date)> _occasions;

    /// <summary>Draws the bounds around the given arrangements.</summary>
    public Envelope(IEnumerable<Arrangement> arrangements)
    {
        var all = arrangements.ToList();
        _bounds = all.GroupBy(arrangement => GroupOf(arrangement.Festival)).ToImmutableDictionary(group => group.Key, Around);
        _occasions = [.. all.Where(arrangement => !IsFestival(arrangement.Festival)).Select(arrangement => (arrangement.Festival, arrangement.Anchor))];
    }

    /// <summary>The envelope of the embedded notices from 2008 on; the text of 2007 gave other festivals.</summary>
    public static Envelope OfAnnouncedYears => Announced.Value;

    /// <summary>The bounds for a festival, or for the name of a single occasion.</summary>
    public Bounds For(string festival) => _bounds[GroupOf(festival)];

    /// <summary>The dates in a year around which days may be arranged, with the bounds of each.</summary>
    public IEnumerable<(LocalDate Anchor, Bounds Bounds, int DaysInLieu)> In(int year) =>
        Festival.All.Select(festival => (festival.DateIn(year), For(festival.Name), Baseline.DaysInLieu(year, festival.Name)))
            .Concat(_occasions.Select(occasion => (new LocalDate(year, occasion.Date.Month, occasion.Date.Day), For(occasion.Name), 0)));

    private static Bounds Around(IEnumerable<Arrangement> group)
    {
        var all = group.ToList();
        var off = all.SelectMany(arrangement => arrangement.Off).ToList();
        var worked = all.SelectMany(arrangement => arrangement.Worked).ToList();
        return new(
            off.Min(), off.Max(), worked.Min() - Margin, worked.Max() + Margin,
            all.Max(arrangement => arrangement.Off.Length), all.Max(arrangement => arrangement.Worked.Length),
            all.Max(arrangement => Math.Max(0, arrangement.Off.Length - arrangement.Worked.Length)));
    }

    private static string GroupOf(string festival) =>
        festival is "春节" or "劳动节" or "国庆节" ? "long" : IsFestival(festival) ? "short" : festival;

    private static bool IsFestival(string name) => Array.Exists(Festival.All, festival => festival.Name == name);
}
