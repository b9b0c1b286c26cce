using System.Text;
using NodaTime;
using NodaTime.Text;
using Workflows.Calendar;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Deadlines;

/// <summary>A due date as it stands in the calendar.</summary>
/// <param name="Uid">The same for a clock of a case, whatever becomes of it.</param>
/// <param name="Sequence">Goes up when the due date changes.</param>
/// <param name="ModifiedAt">When it changed last, or when it became overdue.</param>
/// <param name="Day">The last day; null where minutes count.</param>
/// <param name="At">The instant, where minutes count.</param>
/// <param name="Provisional">It can still move when a year is announced.</param>
/// <param name="Summary">Procedure, case number, clock.</param>
/// <param name="Description">The same at length, with the article.</param>
internal sealed record CalendarEntry(
    string Uid, int Sequence, Instant ModifiedAt, LocalDate? Day, Instant? At, bool Provisional, string Summary, string Description)
{
    /// <summary>The entry of a running clock.</summary>
    /// <param name="found">The clock.</param>
    /// <param name="definition">The definition to which its case is pinned.</param>
    /// <param name="now">Now.</param>
    public static CalendarEntry Of(CalendarDeadline found, PreparedDefinition definition, Instant now)
    {
        var deadline = found.Deadline;
        var clock = definition.Clock(found.Clock)!;
        var (overdue, provisional) = (found.EndsAt <= now, deadline.Status == DueStatus.Provisional);
        var mark = overdue ? "【逾期】" : provisional ? "【暂定】" : "";
        var says = new StringBuilder($"{definition.Definition.Title.Zh}\n案号：{found.Reference}\n{clock.Title.Zh}：");
        says.Append(deadline.DueAt is { } at ? Minute(at) : $"{Shown(deadline.Due!.Value)} 届满");
        if (provisional && deadline is { Earliest: { } earliest, Latest: { } latest })
            says.Append($"\n有的年度放假安排尚未公布，暂定；最早 {Shown(earliest)}，最晚 {Shown(latest)}");
        says.Append($"\n依据：{Basis(clock.Basis)}");
        return new CalendarEntry(
            $"{found.Case}-{found.Clock}@disclosure-workflows",
            found.Sequence,
            overdue && found.EndsAt > found.ChangedAt ? found.EndsAt : found.ChangedAt,
            deadline.DueAt is null ? deadline.Due : null,
            deadline.DueAt,
            provisional,
            $"{mark}{definition.Definition.Title.Zh} {found.Reference}：{clock.Title.Zh}",
            says.ToString());
    }

    private static string Basis(LegalBasis basis) => basis.Design ?? $"《{basis.Act}》{basis.Article}";

    private static string Shown(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Minute(Instant at) => at.WithOffset(ChinaTime.Offset).ToString("uuuu-MM-dd HH:mm '届满'", System.Globalization.CultureInfo.InvariantCulture);
}
