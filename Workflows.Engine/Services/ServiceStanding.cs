using System.Collections.Immutable;
using NodaTime;
using Workflows.Calendar;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>How a document that was served stands in law.</summary>
/// <param name="Number">Number of the service that counts among those of the case, from 1; null when none does: all came back, or were recorded wrongly.</param>
/// <param name="Days">The day on which it answered, and the first on which any of them was received; null when none counts.</param>
/// <param name="Measures">Whether it was in time, for each clock that its issue ended or extended.</param>
/// <param name="Missing">What is still to be recorded, and what for.</param>
public sealed record ServiceStanding(int? Number, ServiceDays? Days, ImmutableArray<ServiceMeasure> Measures, ImmutableArray<string> Missing)
{
    /// <summary>The standing of a document.</summary>
    /// <param name="definition">The definition the case is pinned to.</param>
    /// <param name="state">The case.</param>
    /// <param name="document">Number of the document, from 1.</param>
    /// <param name="calendar">The calendar the case counts by.</param>
    /// <returns>Null when no service of it was recorded.</returns>
    /// <remarks>
    /// Of several services the one that answered first counts; one that came back does not, so that nothing is called in time that
    /// the recipient never had. The recipient has received what arrived first, by whichever of them.
    /// </remarks>
    public static ServiceStanding? Of(PreparedDefinition definition, CaseState state, int document, WorkingCalendar calendar)
    {
        (int Number, Service Service, ServiceDays Days)? counts = null;
        ServiceDays? received = null;
        var any = false;
        for (var index = 0; index < state.Services.Length; index++)
        {
            var known = state.Services[index];
            if (known.Service.Document != document)
                continue;
            any = true;
            var days = ServiceDays.Of(known.Service, state.OpenedOn);
            if (known.Ended is null && Before(days.ReceivedOn, received?.ReceivedOn))
                received = days;
            if (known.Ended is null && (counts is null || Before(days.AnsweredOn, counts.Value.Days.AnsweredOn)))
                counts = (index + 1, known.Service, days);
        }

        if (!any)
            return null;
        if (counts is not { } found)
            return new ServiceStanding(null, null, [], ["已登记的送达均已退回或者登记有误，请重新送达并登记"]);
        var both = received is null ? found.Days : found.Days with { ReceivedOn = received.ReceivedOn, ReceivedBasis = received.ReceivedBasis };
        return new ServiceStanding(found.Number, both, Measure(definition, state, document, both, calendar), StillToRecord(found.Service, both));
    }

    /// <summary>Legal day of the event that issued a document, as corrected since; what is printed on it stays.</summary>
    internal static LocalDate DayOfIssue(CaseState state, int document) =>
        IssuedBy(state, document) is >= 0 and var by ? state.Legal[by].Day : state.Documents[document - 1].IssuedOn;

    private static int IssuedBy(CaseState state, int document)
    {
        var issued = state.Documents[document - 1].Sequence;
        var by = state.Legal.Length - 1;
        while (by >= 0 && state.Legal[by].Sequence > issued)
            by--;
        return by;
    }

    private static bool Before(LocalDate? one, LocalDate? other) => one is { } day && (other is not { } known || day < known);

    private static ImmutableArray<string> StillToRecord(Service service, ServiceDays days)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (days.AnsweredOn is null)
            missing.Add("签收日期：答复时间以签收之日为准");
        if (days.ReceivedOn is null && days.AnsweredOn is not null)
            missing.Add("签收或者对方确认收到的日期：对方的期限从收到之日起算");
        if (service.Number is null && ServiceChannels.Numbered(service.Channel))
            missing.Add("邮件或者快递单号");
        return missing.DrainToImmutable();
    }

    /// <summary>The event that issued the document, and the clocks that it ended or extended, with their due dates just before it.</summary>
    /// <remarks>条例 第三十三条: the answer within the period; an extension told to the applicant before the period has run out.</remarks>
    private static ImmutableArray<ServiceMeasure> Measure(
        PreparedDefinition definition, CaseState state, int document, ServiceDays days, WorkingCalendar calendar)
    {
        var by = IssuedBy(state, document);
        var measures = ImmutableArray.CreateBuilder<ServiceMeasure>();
        foreach (var clock in by < 1 ? [] : definition.Clocks)
        {
            var happened = state.Legal[by];
            var extends = happened.Extension is not null && clock.Definition.Extension?.On == happened.Trigger;
            if ((extends || clock.Stops(happened)) && Deadlines.Before(clock, state, by, calendar) is { } deadline)
                measures.Add(ServiceMeasure.Of(clock.Definition, deadline, days.AnsweredOn, extends));
        }

        return measures.ToImmutable();
    }
}

/// <summary>Whether a document was served within a clock's period.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Deadline">Its due date just before the document was issued.</param>
/// <param name="Timeliness">In time or not.</param>
/// <param name="Says">Why, in Chinese.</param>
public sealed record ServiceMeasure(ClockDefinition Clock, Deadline Deadline, Timeliness Timeliness, string Says)
{
    internal static ServiceMeasure Of(ClockDefinition clock, Deadline deadline, LocalDate? answered, bool extends)
    {
        var last = deadline.Latest ?? deadline.Due;
        var timeliness = answered is not { } day || last is not { } final ? Timeliness.Undecided
            : day > final ? Timeliness.Late
            : day <= (deadline.Earliest ?? final) ? Timeliness.InTime
            : Timeliness.Undecided;
        var period = $"“{clock.Title.Zh}”{(extends ? "延长前" : "")}";
        var says = (answered, deadline.Due) switch
        {
            (_, null) => $"{period}没有届满日：期限尚在中止",
            (null, { } due) => $"{period}于 {due:uuuu-MM-dd} 届满，送达的日期尚不能确定",
            ({ } on, { } due) when timeliness == Timeliness.Undecided => $"{period}暂定于 {due:uuuu-MM-dd} 届满，日历公布后方能确定 {on:uuuu-MM-dd} 是否按期",
            ({ } on, { } due) => $"{period}于 {due:uuuu-MM-dd} 届满，{on:uuuu-MM-dd} {(timeliness == Timeliness.InTime ? "按期" : "逾期")}",
        };
        return new ServiceMeasure(clock, deadline, timeliness, says);
    }
}

/// <summary>Whether something was done within a period.</summary>
public enum Timeliness
{
    /// <summary>On its last day or before (按期).</summary>
    InTime,

    /// <summary>After its last day (逾期).</summary>
    Late,

    /// <summary>Not known: a day is missing, or the calendar is not announced.</summary>
    Undecided,
}
