namespace Workflows.Calendar;

/// <summary>How far a notice may depart from the baseline around a festival.</summary>
/// <param name="OffFrom">The first day that may be given off, in days after the festival's date.</param>
/// <param name="OffThrough">The last such day.</param>
/// <param name="WorkedFrom">The first rest day that may be worked, in days after the festival's date.</param>
/// <param name="WorkedThrough">The last such day.</param>
/// <param name="MostOff">How many days may be given off.</param>
/// <param name="MostWorked">How many rest days may be worked.</param>
/// <param name="MostGained">How many more days may be given off than are worked in exchange.</param>
/// <remarks>全国年节及纪念日放假办法 第六条: days in lieu are owed, but a notice may give them at another festival (as that of 2015
/// did). So a festival can lose as many days as it owes in lieu, and no more.</remarks>
internal sealed record Bounds(
    int OffFrom, int OffThrough, int WorkedFrom, int WorkedThrough, int MostOff, int MostWorked, int MostGained)
{
    public bool Hold(Arrangement arrangement) =>
        arrangement.Off.All(offset => offset >= OffFrom && offset <= OffThrough)
        && arrangement.Worked.All(offset => offset >= WorkedFrom && offset <= WorkedThrough)
        && arrangement.Off.Length <= MostOff && arrangement.Worked.Length <= MostWorked
        && arrangement.Off.Length - arrangement.Worked.Length <= MostGained
        && arrangement.Worked.Length - arrangement.Off.Length <= Baseline.DaysInLieu(arrangement.Year, arrangement.Festival);
}
