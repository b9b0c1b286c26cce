using NodaTime;

namespace Workflows.Calendar;

/// <summary>Time that does not count: the days in (<paramref name="From"/>, <paramref name="Through"/>].</summary>
/// <param name="From">The day on which the pause began, such as the day a consultation was sent. It still counts.</param>
/// <param name="Through">The last day not counted, such as the day the answer came; null while the pause lasts.
/// A pause that ends on the day it began excludes nothing.</param>
/// <param name="Reason">Why, in words for the person who reads the explanation.</param>
/// <remarks>No text says how the two days at the edges count; by the rule of 民法典 第二百零一条 the day of an event is not
/// counted towards what it starts. Overlapping pauses are a union.</remarks>
public readonly record struct Pause(LocalDate From, LocalDate? Through, string Reason = "");
