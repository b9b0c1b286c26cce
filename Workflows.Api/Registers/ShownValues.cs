using Workflows.Api.Access;
using Workflows.Api.Cases;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Registers;

/// <summary>The values of entries as the caller may see them.</summary>
/// <param name="caller">Who asks.</param>
/// <param name="procedures">Say which values are personal.</param>
/// <param name="clear">Personal values were asked for in clear.</param>
internal sealed class ShownValues(Caller caller, ProcedureRegistry procedures, bool clear)
{
    /// <summary>The values of an entry; personal ones masked unless asked for and the caller's to read.</summary>
    public IEnumerable<KeyValuePair<string, FieldValue>> Of(RegisterEntry entry)
    {
        if (clear && caller.MayReadClear(entry.CaseAgency))
            return entry.Values;
        var personal = procedures.Find(entry.Procedure, entry.DefinitionVersion)?.PersonalIn(entry.Kind);
        return entry.Values.Select(value => personal?.Contains(value.Key) == false
            ? value
            : KeyValuePair.Create(value.Key, PersonalMask.Of(null, value.Value)));
    }
}
