using System.Security.Cryptography;
using System.Text;

namespace Workflows.Definitions;

/// <summary>A published version of a procedure: cases are pinned to it, and it never changes.</summary>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Version">From 1.</param>
/// <param name="Definition">What the text says.</param>
/// <param name="Sha256">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
public sealed record ProcedureVersion(string Procedure, int Version, ProcedureDefinition Definition, string Sha256)
{
    /// <summary>The version that a definition becomes when it is published under a number.</summary>
    public static ProcedureVersion Of(ProcedureDefinition definition, int version)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(definition.Procedure, version, definition,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition.Source))));
    }
}
