using System.Collections.Immutable;

namespace Workflows.Calendar;

/// <summary>What came of reading a notice.</summary>
/// <param name="Notice">The notice; null when a diagnostic that is no warning was found.</param>
/// <param name="Diagnostics">Everything found, in the order of the text.</param>
public sealed record NoticeReading(CalendarNotice? Notice, ImmutableArray<NoticeDiagnostic> Diagnostics);
