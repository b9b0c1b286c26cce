using NodaTime;
using Workflows.Calendar;

namespace Workflows.Api.Calendars;

/// <summary>A day of a calendar.</summary>
/// <param name="Date">The Beijing date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Working">It counts as a working day.</param>
/// <param name="Name">The holiday, or the holiday that a make-up day was given for; null on ordinary days.</param>
/// <param name="Layer">The jurisdiction whose word decided it.</param>
/// <param name="Announced">False when it is only expected: no notice covers it yet.</param>
/// <param name="RegionalGap">A division of the calendar has no notice for its year.</param>
/// <param name="Notice">The number of the notice that governs it; null when none is announced.</param>
internal sealed record DayView(
    LocalDate Date, DayKind Kind, bool Working, string? Name, string Layer, bool Announced, bool RegionalGap, string? Notice)
{
    /// <summary>The day.</summary>
    public static DayView Of(DayInfo day) => new(
        day.Date, day.Kind, day.IsWorkingDay, day.Name, day.Layer.Value, day.IsAnnounced, day.HasRegionalGap, day.Notice?.Source);
}
