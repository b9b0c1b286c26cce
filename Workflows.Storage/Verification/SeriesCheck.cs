using Workflows.Engine;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Checks;

/// <summary>Every series must have given 1 to n, each once, and its counter must say n.</summary>
internal sealed class SeriesCheck
{
    private readonly Dictionary<(string Series, int Year), HashSet<int>> taken = [];

    public void Add(CaseEvent what)
    {
        if (Series.TakenBy(what) is not { } number)
            return;
        var key = (number.Series!, number.Year);
        if (!taken.TryGetValue(key, out var numbers))
            taken.Add(key, numbers = []);
        numbers.Add(number.Serial);
    }

    public void Compare(Session session, List<Fault> faults)
    {
        session.Sql("SELECT series, year, last FROM counters").Each(row =>
        {
            taken.Remove((row.Text(0), row.Int(1)), out var numbers);
            if (numbers is null || numbers.Count != row.Long(2) || numbers.Max() != row.Long(2))
                Add($"The series {row.Text(0)} of {row.Long(1)} says {row.Long(2)}; the journal has {numbers?.Count ?? 0} numbers of it.");
        });
        foreach (var (series, year) in taken.Keys)
            Add($"The series {series} of {year} has no counter.");

        void Add(string detail) => faults.Add(new Fault(FaultKind.AlteredProjection, null, null, null, detail));
    }
}
