using System.Security.Cryptography;
using System.Text;

namespace Workflows.Definitions;

/// <summary>A published version of a procedure: cases are pinned to it, and it never changes.</summary>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Version">From 1.</param>
/// <param name="Source">The text.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
public sealed record ProcedureVersion(string Procedure, int Version, string Source, string Sha256)
{
    /// <summary>What the text says; read when it is first asked for.</summary>
    /// <exception cref="InvalidDefinitionException">The text came with the product and has errors.</exception>
    public ProcedureDefinition Definition => Lazily.Value;

    private Lazy<ProcedureDefinition> Lazily { get; init; } = null!;

    /// <summary>The version that a definition becomes when it is published under a number.</summary>
    public static ProcedureVersion Of(ProcedureDefinition definition, int version)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Of(definition.Procedure, version, definition.Source, new Lazy<ProcedureDefinition>(definition));
    }

    /// <summary>A version that comes with the product: a start has no time to read them all.</summary>
    internal static ProcedureVersion Delivered(string procedure, int version, string source, string file) =>
        Of(procedure, version, source, new Lazy<ProcedureDefinition>(() =>
        {
            var read = DefinitionReader.Read(source, file);
            return read.Definition is { } found && found.Procedure == procedure && read.Diagnostics.All(d => d.Severity != Severity.Error)
                ? found
                : throw new InvalidDefinitionException([.. read.Diagnostics]);
        }));

    private static ProcedureVersion Of(string procedure, int version, string source, Lazy<ProcedureDefinition> definition)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(procedure, version, source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))) { Lazily = definition };
    }
}
