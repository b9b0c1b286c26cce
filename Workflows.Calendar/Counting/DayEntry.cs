namespace Workflows.Calendar;

/// <summary>What a layer says about a day. Days on which no layer says anything have no entry.</summary>
internal sealed record DayEntry(DayKind Kind, string Name, CalendarId Layer, NoticeReference? Notice);
