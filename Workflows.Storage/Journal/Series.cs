using Workflows.Engine;
using Workflows.Storage.Database;

namespace Workflows.Storage.Journal;

/// <summary>Series of numbers without gaps: a number is taken by the entry that carries it, in the same transaction.</summary>
internal static class Series
{
    public static int Next(Session session, string series, int year) =>
        session.Sql("SELECT last FROM counters WHERE series = ? AND year = ?").With(series).With(year).First(row => row.Int(0)) + 1;

    /// <summary>The number that an event takes from a series, if it takes one.</summary>
    public static IssuedNumber? TakenBy(CaseEvent what) => what switch
    {
        CaseEvent.Opened { Reference: { Series: not null } number } => number,
        CaseEvent.DocumentIssued { Number: { Series: not null } number } => number,
        _ => null,
    };

    /// <exception cref="InvalidOperationException">The number is not the next one of its series.</exception>
    public static void Take(Session session, IssuedNumber number)
    {
        var next = Next(session, number.Series!, number.Year);
        if (number.Serial != next)
            throw new InvalidOperationException($"'{number.Text}' takes number {number.Serial} of {number.Series} {number.Year}; the next one is {next}.");
        session.Sql("INSERT INTO counters (series, year, last) VALUES (?, ?, ?) ON CONFLICT (series, year) DO UPDATE SET last = excluded.last")
            .With(number.Series).With(number.Year).With(next).Run();
    }
}
