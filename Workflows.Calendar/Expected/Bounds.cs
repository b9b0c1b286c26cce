namespace Workflows.Calendar;

/// <summary>How far a notice may depart from the baseline around a festival, in days after the festival's date and in numbers of days.</summary>
internal sealed record Bounds(
    int OffFrom, int OffThrough, int WorkedFrom, int WorkedThrough, int MostOff, int MostWorked, int LeastNet, int MostNet)
{
    public bool Hold(Arrangement arrangement) =>
        arrangement.Off.All(offset => offset >= OffFrom && offset <= OffThrough)
        && arrangement.Worked.All(offset => offset >= WorkedFrom && offset <= WorkedThrough)
        && arrangement.Off.Length <= MostOff && arrangement.Worked.Length <= MostWorked
        && arrangement.Net >= LeastNet && arrangement.Net <= MostNet;
}
