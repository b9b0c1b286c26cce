namespace Workflows.Definitions;

/// <summary>A trigger and where it is written.</summary>
/// <param name="Path">Its path.</param>
/// <param name="State">The state it belongs to; null for the opening and for those offered anywhere or everywhere.</param>
/// <param name="Trigger">The trigger.</param>
internal sealed record PlacedTrigger(string Path, string? State, TriggerDefinition Trigger)
{
    public IEnumerable<(string Path, BranchDefinition Branch)> Branches =>
        Trigger.Branches.Select((branch, index) => (ElementPath.Branch(Path, index), branch));

    public static IEnumerable<PlacedTrigger> Of(ProcedureDefinition definition) =>
    [
        Opening(definition),
        .. definition.States.SelectMany(state => state.On.Select(t => new PlacedTrigger(ElementPath.Trigger(state.Name, t.Name), state.Name, t))),
        .. definition.Anywhere.Select(t => new PlacedTrigger(ElementPath.Anywhere(t.Name), null, t)),
        .. definition.Everywhere.Select(t => new PlacedTrigger(ElementPath.Everywhere(t.Name), null, t)),
    ];

    public static PlacedTrigger Opening(ProcedureDefinition definition) => new(ElementPath.Opening, null, definition.Opening);

    /// <summary>Every condition of the trigger.</summary>
    public IEnumerable<Condition> Conditions =>
    [
        .. Trigger.Input.Select(i => i.RequiredWhen).OfType<Condition>(),
        .. Trigger.Requires.Select(r => r.When).OfType<Condition>(),
        .. Trigger.Requires.Select(r => r.That),
        .. Trigger.Branches.SelectMany(Inside),
    ];

    /// <summary>Every assignment of a branch.</summary>
    public static IEnumerable<Assignment> Assignments(BranchDefinition branch) =>
        [.. branch.Sets, .. branch.Opens.SelectMany(o => o.With), .. branch.Records.SelectMany(r => r.Values)];

    private static IEnumerable<Condition> Inside(BranchDefinition branch) => new[] { branch.When }
        .Concat(branch.Issues.Select(i => i.When)).Concat(branch.Opens.Select(o => o.When)).Concat(branch.Records.Select(r => r.When))
        .OfType<Condition>();
}
