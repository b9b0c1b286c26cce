using System.Text.Json;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>
/// Writes down who read what: every read of another agency's case, every read of personal values in clear, every export. An entry
/// says who, when, which case or resource, and the purpose where one was given; never a value. It stands in the chain of the
/// administrative log, and is durable when the task completes: wait for it before answering.
/// </summary>
internal sealed class AccessLog(CaseDatabase database)
{
    /// <summary>A case was read: nothing is written where it is handled by an agency of the caller's and its personal values stay masked.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="state">The case.</param>
    /// <param name="what">Which part: <c>case</c>, <c>history</c>, <c>documents/3</c> …</param>
    /// <param name="clear">Personal values are shown in clear.</param>
    public Task Case(Caller caller, CaseState state, string what, bool clear = false) =>
        !clear && caller.WorksIn(state.Agency)
            ? Task.CompletedTask
            : Write(caller, clear ? ReadEntry.Personal : ReadEntry.Case, state.Id.ToString(), new { agency = state.Agency, what, purpose = caller.Purpose });

    /// <summary>Cases of other agencies were listed.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="what">What they are: <c>cases</c>, or the id of the case whose children they are.</param>
    /// <param name="agency">The agency asked for; null for all.</param>
    public Task List(Caller caller, string what, string? agency) => Write(caller, ReadEntry.List, what, new { agency, purpose = caller.Purpose });

    /// <summary>Something was given out as a whole: a register, a report, a table.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="what">What: <c>registers/catalogue-proactive</c>.</param>
    /// <param name="agency">The agency asked for; null for all that the caller may read.</param>
    /// <param name="format">Media type.</param>
    /// <param name="clear">Personal values are shown in clear.</param>
    public Task Export(Caller caller, string what, string? agency, string format, bool clear = false) =>
        Write(caller, clear ? ReadEntry.Personal : ReadEntry.Export, what, new { agency, format, purpose = caller.Purpose });

    /// <summary>The holder of a link looked at what it shows.</summary>
    public Task Link(CaseLink link) =>
        database.AdminLog.Record(ReadEntry.Link, link.Case.ToString(), JsonSerializer.Serialize(new { link = link.Id, by = link.CreatedBy }), link.Stamp);

    private Task Write(Caller caller, string action, string subject, object detail) =>
        database.AdminLog.Record(action, subject, JsonSerializer.Serialize(detail), caller.Stamp);
}
