using FsCheck;
using FsCheck.Fluent;
using Workflows.Tests.Engine;
using Workflows.Tests.Scenarios.Huadian;

namespace Workflows.Tests.Scenarios;

/// <summary>An application that somebody has brought so far, and what anybody then tries.</summary>
/// <param name="Start">How far.</param>
/// <param name="Steps">What is tried.</param>
internal sealed record Walk(int Start, Step[] Steps)
{
    private static readonly Func<Case>[] Starts =
    [
        () => Application.Received("2026-02-10"),
        () => Application.Accepted("2026-02-10"),
        () => Application.UnderReview("2026-02-10"),
        () => Application.UnderReview("2026-02-10").Fire("record-findings", Application.Findings("no")),
        () => Application.UnderReview("2026-02-10").Fire("record-findings", Application.Secret).Consult("甲公司", "乙公司"),
        () => Application.ReadyToDisclose("2026-02-10"),
        () => Concluded("findings.stateSecret", "state-secret"),
        () => Concluded("findings.commercialSecret", "commercial-secret"),
    ];

    private static readonly Gen<Step> One =
        from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 5)), (1, Gen.Choose(6, 40)))
        from which in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 5)))
        from trigger in Gen.Choose(0, 60)
        from offered in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new Step(days, which, trigger, offered, seed);

    public static Gen<Walk> Any { get; } =
        from start in Gen.Choose(0, Starts.Length - 1)
        from steps in Gen.ArrayOf(One)
        select new Walk(start, steps);

    /// <summary>Found and concluded by the office itself, so that nothing but the rule itself keeps it from being disclosed.</summary>
    private static Case Concluded(string finding, string conclusion) => Application.UnderReview("2026-02-10")
        .Fire("record-findings", Application.Nothing.With(finding, "yes"))
        .Fire("record-own-secrecy-conclusion", Application.Conclusion(conclusion));

    public World Begin() => Starts[Start]().World;

    public World End()
    {
        var world = Begin();
        foreach (var step in Steps)
        {
            step.Wait(world);
            step.Do(world);
        }

        return world;
    }
}
