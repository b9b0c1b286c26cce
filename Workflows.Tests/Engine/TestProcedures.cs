using Workflows.Definitions;

namespace Workflows.Tests.Engine;

/// <summary>Two small procedures that use everything the interpreter knows.</summary>
public static class TestProcedures
{
    public const string Application = "test.application";
    public const string Consultation = "test.consultation";

    public static ProcedureDefinition[] All { get; } = [Read(Application), Read(Consultation)];

    /// <summary>Two procedures for linked cases and for clocks that count from a field.</summary>
    public static ProcedureDefinition[] Linked { get; } = [Read("test.incident"), Read("test.pursuit")];

    /// <summary>Opens by the calendar and collects what applications recorded.</summary>
    public static ProcedureDefinition Filing { get; } = Read("test.filing");

    public static string Text(string procedure)
    {
        using var stream = typeof(TestProcedures).Assembly.GetManifestResourceStream($"Procedures.{procedure}.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ProcedureDefinition Read(string procedure)
    {
        var read = DefinitionReader.Read(Text(procedure), procedure);
        return read.Definition ?? throw new InvalidOperationException(string.Join("\n", read.Diagnostics));
    }
}
