using System.Collections.Immutable;

namespace Workflows.Definitions;

/// <summary>Something that can happen to a case: done by a person, by time or by a child case.</summary>
public sealed record TriggerDefinition
{
    /// <summary>Id; the same id in several states is the same legal event to the clocks.</summary>
    public required string Name { get; init; }

    /// <summary>Shown name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Who or what fires it.</summary>
    public required TriggerCause Cause { get; init; }

    /// <summary>Fields taken with it, in order.</summary>
    public ImmutableArray<InputDefinition> Input { get; init; } = [];

    /// <summary>Requirements that must all be met; each one that is not is told with its article.</summary>
    public ImmutableArray<Requirement> Requires { get; init; } = [];

    /// <summary>What follows; exactly one branch must apply. At least one.</summary>
    public required ImmutableArray<BranchDefinition> Branches { get; init; }

    /// <summary>Article.</summary>
    public required LegalBasis Basis { get; init; }
}

/// <summary>Who or what fires a trigger.</summary>
public abstract record TriggerCause
{
    private TriggerCause()
    {
    }

    /// <summary>A person (or system) who holds one of the roles.</summary>
    /// <param name="Roles">Names of roles.</param>
    public sealed record Person(ImmutableArray<string> Roles) : TriggerCause;

    /// <summary>Time itself, after the end of the clock's due date.</summary>
    /// <param name="Clock">Name of the clock.</param>
    public sealed record Time(string Clock) : TriggerCause;

    /// <summary>A child case that ended or told its parent something.</summary>
    /// <param name="Procedure">Procedure of the child.</param>
    public sealed record Child(string Procedure) : TriggerCause;
}

/// <summary>A field that a trigger takes.</summary>
/// <param name="Field">Name of a declared field; the value is stored there.</param>
/// <param name="Required">Always required.</param>
/// <param name="RequiredWhen">Required when this holds (evaluated with the new values in place); null otherwise.</param>
/// <param name="Basis">Article that asks for it; null when the trigger's own article does.</param>
public sealed record InputDefinition(string Field, bool Required, Condition? RequiredWhen, LegalBasis? Basis);

/// <summary>A condition that must hold, and what to say when it does not. Conditions are evaluated with the new values in place.</summary>
/// <param name="When">Asked only where this holds; null always.</param>
/// <param name="That">What must hold.</param>
/// <param name="Says">What is missing and how to mend it, in Chinese.</param>
/// <param name="Basis">Article.</param>
public sealed record Requirement(Condition? When, Condition That, string Says, LegalBasis Basis);

/// <summary>What follows from a trigger under a condition.</summary>
public sealed record BranchDefinition
{
    /// <summary>Condition, evaluated with the new values in place; null applies always.</summary>
    public Condition? When { get; init; }

    /// <summary>State entered; null stays where the case is.</summary>
    public string? To { get; init; }

    /// <summary>Fields given a value, after the input.</summary>
    public ImmutableArray<Assignment> Sets { get; init; } = [];

    /// <summary>Flags raised.</summary>
    public ImmutableArray<string> Raises { get; init; } = [];

    /// <summary>Flags lowered.</summary>
    public ImmutableArray<string> Lowers { get; init; } = [];

    /// <summary>Documents issued.</summary>
    public ImmutableArray<IssueDefinition> Issues { get; init; } = [];

    /// <summary>Child cases opened.</summary>
    public ImmutableArray<OpensDefinition> Opens { get; init; } = [];

    /// <summary>Facts recorded for registers and later procedures.</summary>
    public ImmutableArray<FactDefinition> Records { get; init; } = [];

    /// <summary>Facts collected into lists of this case; before children are opened, so that they can be opened for what came.</summary>
    public ImmutableArray<CollectDefinition> Collects { get; init; } = [];

    /// <summary>The parent case is told (entering a final state always tells it).</summary>
    public bool TellsParent { get; init; }

    /// <summary>Article of this branch, where it differs from the trigger's.</summary>
    public LegalBasis? Basis { get; init; }
}

/// <summary>A document issued, perhaps only under a condition.</summary>
/// <param name="Document">Name of a declared document.</param>
/// <param name="When">Condition, or null for always.</param>
public sealed record IssueDefinition(string Document, Condition? When);

/// <summary>A field given a value.</summary>
/// <param name="Field">Field set.</param>
/// <param name="Value">Where the value comes from.</param>
public sealed record Assignment(string Field, ValueSource Value);

/// <summary>Where a value comes from.</summary>
public abstract record ValueSource
{
    private ValueSource()
    {
    }

    /// <summary>Written in the definition.</summary>
    /// <param name="Value">The value.</param>
    public sealed record Literal(FieldValue Value) : ValueSource;

    /// <summary>Another field of this case (for a child's opening: of the parent).</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Field(string Name) : ValueSource;

    /// <summary>A returned field of the child that fires the trigger.</summary>
    /// <param name="Name">Its name in the child.</param>
    public sealed record Child(string Name) : ValueSource;

    /// <summary>For a child opened <c>forEach</c> row: a column of that row.</summary>
    /// <param name="Column">Column name.</param>
    public sealed record Row(string Column) : ValueSource;

    /// <summary>The legal day of the trigger.</summary>
    public sealed record Today : ValueSource;

    /// <summary>The id of the agency that handles this case (YAML <c>{ agency: self }</c>).</summary>
    public sealed record OwnAgency : ValueSource;

    /// <summary>Removes the value.</summary>
    public sealed record Nothing : ValueSource;
}

/// <summary>A child case opened by a trigger, in the same transaction.</summary>
/// <param name="Procedure">Its procedure.</param>
/// <param name="ForEach">A list field: one child per row; null for one child.</param>
/// <param name="Agency">The agency that handles it.</param>
/// <param name="With">Values of its opening, by the child's field names.</param>
/// <param name="When">Opened only when this holds; null always.</param>
public sealed record OpensDefinition(
    string Procedure, string? ForEach, AgencyTarget Agency, ImmutableArray<Assignment> With, Condition? When)
{
    /// <summary>
    /// A case of its own: this one does not wait for it, its cancellation leaves it alone, and <c>children: any</c> does not count it.
    /// Each of the two shows the other, and its end is told to this one.
    /// </summary>
    public bool Linked { get; init; }

    /// <summary>With <see cref="ForEach"/>: only the rows that match all of these.</summary>
    public ImmutableArray<RowFilter> Where { get; init; } = [];
}

/// <summary>Picks the rows of a list whose column has one of some values; a row without a value is not picked.</summary>
/// <param name="Column">Column name.</param>
/// <param name="Values">The values.</param>
public sealed record RowFilter(string Column, ImmutableArray<FieldValue> Values);

/// <summary>The agency to which a child case goes, or which a fact is about.</summary>
public abstract record AgencyTarget
{
    private AgencyTarget()
    {
    }

    /// <summary>The agency of this case (YAML <c>self</c>).</summary>
    public sealed record Self : AgencyTarget;

    /// <summary>Its superior agency (YAML <c>superior</c>).</summary>
    public sealed record Superior : AgencyTarget;

    /// <summary>The secrecy department at its level (YAML <c>secrecy-department</c>).</summary>
    public sealed record SecrecyDepartment : AgencyTarget;

    /// <summary>The agency of the case that opened this one (YAML <c>parent</c>); none for a case that nothing opened.</summary>
    public sealed record Parent : AgencyTarget;

    /// <summary>A body that the agency, or the nearest superior that names one, has for something (YAML <c>{ body: supervision }</c>).</summary>
    /// <param name="Relation">What for: <c>openness</c>, <c>supervision</c>, <c>legal</c> …</param>
    public sealed record Body(string Relation) : AgencyTarget;

    /// <summary>The agency whose id a text field holds (YAML <c>{ field: name }</c>).</summary>
    /// <param name="Name">Field name.</param>
    public sealed record Field(string Name) : AgencyTarget;

    /// <summary>The agency whose id a column of the <c>forEach</c> row holds (YAML <c>{ row: column }</c>).</summary>
    /// <param name="Column">Column name.</param>
    public sealed record Row(string Column) : AgencyTarget;
}

/// <summary>A fact recorded in the journal for a register or a later procedure.</summary>
/// <param name="Kind">What register or procedure it is for: <c>non-disclosure-register</c>, <c>complaint</c>.</param>
/// <param name="When">Recorded only when this holds; null always.</param>
/// <param name="Values">Values copied into it, by name.</param>
/// <param name="Basis">Article.</param>
public sealed record FactDefinition(string Kind, Condition? When, ImmutableArray<Assignment> Values, LegalBasis Basis)
{
    /// <summary>The agency that the fact is about.</summary>
    public AgencyTarget Agency { get; init; } = new AgencyTarget.Self();
}
