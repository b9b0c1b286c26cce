namespace Workflows.Storage;

/// <summary>How many cases stand in a cell of the annual report.</summary>
/// <param name="Column">The column, or that of normative documents.</param>
/// <param name="Row">The row: one of the constants below, or how they ended.</param>
/// <param name="Number">How many.</param>
public sealed record ReportCount(string Column, string Row, int Number)
{
    /// <summary>Received in the time.</summary>
    public const string Received = "received";

    /// <summary>Received before, and open when the time began.</summary>
    public const string CarriedIn = "carried-in";

    /// <summary>Open when the time ended.</summary>
    public const string CarriedOut = "carried-out";

    /// <summary>Normative documents made in the time.</summary>
    public const string Made = "made";

    /// <summary>Normative documents that were ever begun.</summary>
    public const string Ever = "ever";
}
