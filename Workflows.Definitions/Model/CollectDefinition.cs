namespace Workflows.Definitions;

/// <summary>Facts of a register taken over into a list of the case, each once.</summary>
/// <param name="Facts">Kind of the facts.</param>
/// <param name="Into">The list field that gets a row for each; its columns take the fact's values of their name.</param>
/// <param name="Of">Which agencies the facts are about.</param>
/// <param name="Basis">Article.</param>
public sealed record CollectDefinition(string Facts, string Into, CollectFrom Of, LegalBasis Basis)
{
    /// <summary>Column that gets the number of the case that recorded the fact.</summary>
    public const string CaseColumn = "case";

    /// <summary>Column that gets the legal day of the fact.</summary>
    public const string DayColumn = "occurredOn";
}

/// <summary>Agencies whose facts are collected (YAML spelling in brackets).</summary>
public enum CollectFrom
{
    /// <summary>The agency of the case (<c>self</c>).</summary>
    Self,

    /// <summary>The agency of the case and every agency below it (<c>subordinates</c>).</summary>
    Subordinates,

    /// <summary>Every agency (<c>everyone</c>).</summary>
    Everyone,
}
