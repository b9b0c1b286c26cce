using System.Collections.Immutable;
using NodaTime;

namespace Workflows.Engine;

/// <summary>What commands are decided with: one consistent picture, swapped as a whole when an administrator changes something.</summary>
/// <param name="Procedures">Published definitions.</param>
/// <param name="Calendars">Calendars.</param>
/// <param name="Agencies">Agencies.</param>
/// <param name="TemplateVersions">Version in force of each template; one that is absent is at version 0, as delivered.</param>
public sealed record ReferenceData(
    ProcedureRegistry Procedures,
    CalendarRegistry Calendars,
    AgencyDirectory Agencies,
    ImmutableDictionary<string, int> TemplateVersions)
{
    /// <summary>The instant from which the sweep must look at a case, by the definition and the calendar that it is pinned to; null for never.</summary>
    /// <exception cref="InvalidOperationException">One of the two is not known here.</exception>
    public Instant? Attention(CaseState state)
    {
        var definition = Procedures.Find(state.Procedure, state.DefinitionVersion)
            ?? throw new InvalidOperationException($"Version {state.DefinitionVersion} of {state.Procedure} is not known here.");
        var calendar = Calendars.Find(definition.Definition.Calendar, state.CalendarVersion)
            ?? throw new InvalidOperationException($"Calendar {state.CalendarVersion} of case {state.Id} is not known here.");
        return Engine.Attention.At(definition, state, calendar);
    }
}

/// <summary>Holds the reference data in force. Thread-safe.</summary>
public sealed class ReferenceDataSource(ReferenceData initial)
{
    private readonly Lock changing = new();
    private volatile ReferenceData current = initial;

    /// <summary>The data in force.</summary>
    public ReferenceData Current => current;

    /// <summary>Swaps the data.</summary>
    public void Change(Func<ReferenceData, ReferenceData> change)
    {
        lock (changing)
            current = change(current);
    }
}
