namespace Workflows.Definitions;

/// <summary>The JSON Schema (2020-12) of a definition's text, for editors that complete and check while one writes.</summary>
/// <remarks>The reader is stricter: it knows the declared names and types, which a schema cannot.</remarks>
public static class ProcedureSchema
{
    /// <summary>The schema.</summary>
    public static string Json { get; } = EmbeddedText.Read("procedure.schema.json");
}
