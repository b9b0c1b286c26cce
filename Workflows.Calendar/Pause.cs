using NodaTime;

namespace Workflows.Calendar;

/// <summary>Time that does not count: the days in (<paramref name="From"/>, <paramref name="Through"/>].</summary>
/// <param name="From">The day on which the pause began, such as the day a consultation was sent. It still counts.</param>
/// <param name="Through">The last day not counted, such as the day the answer came; null while the pause lasts.
/// A pause that ends on the day it began excludes nothing.</param>
/// <param name="Reason">Why, in words for the person who reads the explanation.</param>
/// <param name="Basis">The article by which the time stands still; empty where none is known.</param>
/// <remarks>No text says how the two days at the edges count; by the rule of 民法典 第二百零一条 the day of an event is not
/// counted towards what it starts. Overlapping pauses are a union.</remarks>
public readonly record struct Pause(LocalDate From, LocalDate? Through, string Reason = "", string Basis = "")
{
    /// <summary>The pause for consulting another party: it ends with the answer, and at the latest with the party's own period.</summary>
    /// <param name="sent">The day the request was sent.</param>
    /// <param name="answered">The day the answer came; null while there is none.</param>
    /// <param name="ownDue">The end of the party's own period; null while it is not known, as before the party has the request.</param>
    /// <param name="reason">Why, in words for the person who reads the explanation.</param>
    /// <returns>Until an answer comes the end of the party's own period stands in for it, so the date that follows is the latest possible.</returns>
    /// <remarks>政府信息公开条例 第三十二条, 第三十三条第三款: the time for the consulted party's opinion is not counted; the party has its own
    /// fifteen working days.</remarks>
    public static Pause ForConsultation(LocalDate sent, LocalDate? answered, LocalDate? ownDue, string reason = "") =>
        new(sent, ownDue < answered ? ownDue : answered ?? ownDue, reason);
}
