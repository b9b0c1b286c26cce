namespace Workflows.Storage;

/// <summary>How many applications stand in a cell of the annual report.</summary>
/// <param name="Column">The column.</param>
/// <param name="Row">The row: <c>received</c>, <c>carried-in</c>, <c>carried-out</c>, or how they ended.</param>
/// <param name="Number">How many.</param>
public sealed record ReportCount(string Column, string Row, int Number)
{
    /// <summary>Received in the time.</summary>
    public const string Received = "received";

    /// <summary>Received before, and open when the time began.</summary>
    public const string CarriedIn = "carried-in";

    /// <summary>Open when the time ended.</summary>
    public const string CarriedOut = "carried-out";
}
