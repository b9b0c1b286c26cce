using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Calendar;

/// <summary>A later decree that changed a notice; the notice's holidays and workdays already include the change.</summary>
/// <param name="Source">The document number of the decree.</param>
/// <param name="Published">The day on which it became public.</param>
/// <param name="Note">What it says.</param>
/// <param name="Changed">The dates that it turned from worked to off or from off to worked.</param>
public sealed record NoticeAmendment(string Source, LocalDate Published, string Note, ImmutableArray<LocalDate> Changed);
