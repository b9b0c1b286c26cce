using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Workflows.Definitions;

/// <summary>A rhythm of the calendar by which cases open of themselves: one for each agency named and each period.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>Id; it and the period tell one opening from another, in every version of the procedure.</summary>
    public required string Name { get; init; }

    /// <summary>Shown name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The days of each year that begin a period, in order; none is 29 February. At least one.</summary>
    public required ImmutableArray<AnnualDate> Days { get; init; }

    /// <summary>The agencies for which cases open.</summary>
    public required ScheduleAgencies For { get; init; }

    /// <summary>Literal values for the opening's input.</summary>
    public ImmutableArray<Assignment> With { get; init; } = [];

    /// <summary>Article.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The days as the definition writes them: <c>03-01, 09-01</c>, <c>every-month: 1</c>.</summary>
    public string On => Days.Length == 12 && Days.All(day => day.Day == Days[0].Day)
        ? $"every-month: {Days[0].Day.ToString(CultureInfo.InvariantCulture)}"
        : string.Join(", ", Days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}")));

    /// <summary>Periods from one day through another, both inclusive, oldest first. A period goes by the day that begins it.</summary>
    public IEnumerable<LocalDate> Periods(LocalDate from, LocalDate through)
    {
        for (var year = from.Year; year <= through.Year; year++)
        {
            foreach (var day in Days)
            {
                if (day.InYear(year) is var period && period >= from && period <= through)
                    yield return period;
            }
        }
    }

    /// <summary>The period in which a day lies: the last that began on it or before.</summary>
    public LocalDate Current(LocalDate on) => Periods(on.PlusYears(-1), on).Last();

    /// <summary>The first period that begins after a day.</summary>
    public LocalDate Next(LocalDate after) => Periods(after.PlusDays(1), after.PlusYears(1).PlusDays(1)).First();
}

/// <summary>Which agencies a schedule is for; a part left out asks nothing.</summary>
/// <param name="Division">Their division code begins with it; null for all.</param>
/// <param name="Kinds">They are of one of these kinds; empty for all.</param>
public sealed record ScheduleAgencies(string? Division, ImmutableArray<string> Kinds)
{
    /// <summary>Whether an agency of such a division and such kinds is one of them.</summary>
    public bool Cover(string division, ImmutableArray<string> kinds) =>
        (Division is null || division.StartsWith(Division, StringComparison.Ordinal)) && (Kinds.IsEmpty || kinds.Any(Kinds.Contains));
}
