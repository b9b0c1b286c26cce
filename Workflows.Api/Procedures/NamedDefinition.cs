using System.Globalization;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Procedures;

/// <summary>A definition that a query names: a procedure for its newest version, or <c>procedure@2</c> for a version.</summary>
internal static class NamedDefinition
{
    /// <summary>How it must be written.</summary>
    public const string Form = "应为已发布的程序，形如 huadian.disclosure-application，或者带版本号，形如 huadian.disclosure-application@2";

    /// <summary>The definition with its full name, or null when there is none.</summary>
    public static (string Name, ProcedureDefinition Definition)? Find(ProcedureRegistry procedures, string? named)
    {
        var parts = named?.Split('@') ?? [];
        var found = parts switch
        {
            [var id] => procedures.Newest(id),
            [var id, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => procedures.Find(id, version),
            _ => null,
        };
        return found is null ? null : ($"{found.Definition.Procedure}@{found.Version}", found.Definition);
    }
}
