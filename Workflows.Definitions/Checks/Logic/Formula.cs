namespace Workflows.Definitions;

/// <summary>A condition in which only variables with finitely many answers are left. A closed family.</summary>
internal abstract record Formula
{
    private Formula()
    {
    }

    public static readonly Formula True = new And([]);

    public static readonly Formula False = new Or([]);

    public static Formula AllOf(IEnumerable<Formula> parts) => new And([.. parts]);

    public static Formula AnyOf(IEnumerable<Formula> parts) => new Or([.. parts]);

    /// <summary>The variable has one of the allowed answers.</summary>
    public sealed record Answer(Variable Of, bool[] Allowed) : Formula;

    public sealed record And(Formula[] Parts) : Formula;

    public sealed record Or(Formula[] Parts) : Formula;

    public sealed record Not(Formula Of) : Formula;
}
