namespace Workflows.Definitions;

/// <summary>A condition in which only variables with finitely many answers are left. A closed family; "not" is carried down to the answers.</summary>
internal abstract record Formula
{
    private Formula()
    {
    }

    public static readonly Formula True = new And([]);

    public static readonly Formula False = new Or([]);

    public static Formula AllOf(IEnumerable<Formula> parts) => new And([.. parts]);

    public static Formula AnyOf(IEnumerable<Formula> parts) => new Or([.. parts]);

    /// <summary>Holds exactly when this one does not.</summary>
    public Formula Negated() => this switch
    {
        Answer answer => answer with { Allowed = [.. answer.Allowed.Select(a => !a)] },
        And and => AnyOf(and.Parts.Select(p => p.Negated())),
        Or or => AllOf(or.Parts.Select(p => p.Negated())),
        _ => throw new InvalidOperationException($"No opposite of {GetType().Name}."),
    };

    /// <summary>The variables that it asks about; one may come more than once.</summary>
    public IEnumerable<Variable> Variables() => this switch
    {
        Answer answer => [answer.Of],
        And and => and.Parts.SelectMany(p => p.Variables()),
        Or or => or.Parts.SelectMany(p => p.Variables()),
        _ => throw new InvalidOperationException($"No variables for {GetType().Name}."),
    };

    /// <summary>The variable has one of the allowed answers.</summary>
    public sealed record Answer(Variable Of, bool[] Allowed) : Formula;

    public sealed record And(Formula[] Parts) : Formula;

    public sealed record Or(Formula[] Parts) : Formula;
}
