namespace Workflows.Definitions;

/// <summary>How the elements of a definition are addressed in diagnostics, comparisons and the traceability page.</summary>
internal static class ElementPath
{
    public const string Opening = "opening";

    public const string AnnualReport = "annualReport";

    public static string ReportRow(string state, int index) => $"{State(state)}.report[{index}]";

    public static string ReportColumn(int index) => $"{AnnualReport}.applicant[{index}]";

    public static string Role(string name) => $"roles[{name}]";

    public static string Flag(string name) => $"flags[{name}]";

    public static string Field(string name) => $"fields[{name}]";

    public static string Column(string field, string name) => $"{field}.columns[{name}]";

    public static string Document(string name) => $"documents[{name}]";

    public static string Clock(string name) => $"clocks[{name}]";

    public static string Pause(string clock, int index) => $"{clock}.pausedWhile[{index}]";

    public static string Extension(string clock) => $"{clock}.extension";

    public static string State(string name) => $"states[{name}]";

    public static string Trigger(string state, string name) => $"{State(state)}.on[{name}]";

    public static string Anywhere(string name) => $"anywhere[{name}]";

    public static string Everywhere(string name) => $"everywhere[{name}]";

    public static string InputGroup(string name) => $"inputs[{name}]";

    public static string Act(string name) => $"acts[{name}]";

    public static string Input(string trigger, string field) => $"{trigger}.input[{field}]";

    public static string Requirement(string trigger, int index) => $"{trigger}.requires[{index}]";

    public static string Branch(string trigger, int index) => $"{trigger}.branches[{index}]";

    public static string Opens(string branch, int index) => $"{branch}.opens[{index}]";

    public static string Fact(string branch, int index) => $"{branch}.records[{index}]";

    public static string Collect(string branch, int index) => $"{branch}.collects[{index}]";

    public static string Schedule(string name) => $"schedules[{name}]";

    public static string Basis(int index) => $"basis[{index}]";
}
