using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>Passes a case to the agency that goes on exercising the powers of one that was merged or dissolved.</summary>
/// <remarks>
/// 桦甸市政府信息清理工作办法 第三条: what a merged or dissolved agency leaves is done by the agency that goes on exercising its
/// powers. An open case passes with all that belongs to it; one that has ended stays with the agency that ended it, unless it
/// belongs to an open one. Numbers given from now on are the successor's.
/// </remarks>
internal static class Merging
{
    private static readonly LegalBasis Default =
        new(null, null, "被撤销、合并的机关没有办完的案件，由继续行使其职权的机关办理", ["HD-INV-05"]);

    public static Refusal? Decide(Draft draft, Command.FollowMerger command)
    {
        var before = draft.State;
        if (!before.Closed || command.WithParent)
            Follow(draft, null, before.Agency);
        if (before.Parent is { } parent)
            Follow(draft, parent.Case, parent.Agency);
        foreach (var child in before.Children.Where(child => child.ClosedOn is null || !child.Linked))
            Follow(draft, child.Id, child.Agency);
        if (draft.State.Agency == before.Agency)
            return null;
        if (before.Parent is { } above)
            Tell(draft, above.Case, withParent: false);
        foreach (var child in before.Children)
            Tell(draft, child.Id, withParent: !child.Linked);
        return null;
    }

    /// <summary>Replaces an agency, if it was merged, by the one that exercises its powers today.</summary>
    private static void Follow(Draft draft, CaseId? of, string agency)
    {
        var agencies = draft.Context.Agencies;
        if (agencies.Find(agency) is not { Successor: not null, MergedOn: { } mergedOn } merged || agencies.Standing(agency) is not { } successor)
            return;
        var day = mergedOn < draft.State.LastDay ? draft.State.LastDay : mergedOn;
        draft.Add(
            new Happening(day, null, Authority.Through(Actor.System), merged.MergerReason),
            new CaseEvent.AgencyChanged(of, agency, successor.Id, merged.MergerBasis ?? Default));
    }

    private static void Tell(Draft draft, CaseId other, bool withParent) =>
        draft.Then(new Consequence.TellMerger(other, new Command.FollowMerger { Actor = Actor.System, WithParent = withParent }));
}
