using System.Text;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>A verification report for reading.</summary>
internal static class VerificationText
{
    /// <summary>The report as text, a fault a line.</summary>
    public static string Of(VerificationReport report)
    {
        var text = new StringBuilder()
            .Append($"{report.Entries} entries of {report.Cases} cases, {report.AdminEntries} administrative entries, {report.Checkpoints} checkpoints\n")
            .Append($"anchor: {report.Anchor}\n");
        foreach (var fault in report.Faults)
            text.Append($"{fault.Kind}: {Place(fault)}: {fault.Detail}\n");
        return text.Append(report.Faults.IsEmpty ? "No faults.\n" : $"{report.Faults.Length} faults.\n").ToString();
    }

    private static string Place(Fault fault) => fault.Table is { } table
        ? $"{table} {fault.Key}"
        : $"position {fault.Position}, case {fault.Case}, sequence {fault.Sequence}";
}
