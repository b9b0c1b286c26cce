using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>A part of a procedure that can be cited, compared and traced to a rule.</summary>
/// <param name="Path">Where it is, as in <c>states[received].on[register]</c>; empty for the procedure itself.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name for people, where it has one.</param>
/// <param name="Basis">Article or reason, where it has one.</param>
/// <param name="Facets">What it says, by key of the language, as text.</param>
public sealed record DefinitionElement(
    string Path, ElementKind Kind, LocalizedText? Title, LegalBasis? Basis, ImmutableSortedDictionary<string, string> Facets)
{
    /// <summary>Every element of a procedure, in the order of the model.</summary>
    public static IEnumerable<DefinitionElement> Of(ProcedureDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return ElementWalk.Of(definition);
    }
}

/// <summary>What an element is.</summary>
public enum ElementKind
{
    /// <summary>The procedure itself.</summary>
    Procedure,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A flag.</summary>
    Flag,

    /// <summary>A field, or a column of a list.</summary>
    Field,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A clock.</summary>
    Clock,

    /// <summary>A pause of a clock.</summary>
    Pause,

    /// <summary>The extension of a clock.</summary>
    Extension,

    /// <summary>A state.</summary>
    State,

    /// <summary>A trigger, or the opening.</summary>
    Trigger,

    /// <summary>An input of a trigger.</summary>
    Input,

    /// <summary>A requirement of a trigger.</summary>
    Requirement,

    /// <summary>A branch of a trigger.</summary>
    Branch,

    /// <summary>A fact that a branch records.</summary>
    Fact,

    /// <summary>A schedule by which the calendar opens cases.</summary>
    Schedule,

    /// <summary>Facts that a branch collects.</summary>
    Collect,
}
