using Workflows.Engine;

namespace Workflows.Tests.Scenarios;

/// <summary>A way to every state of every procedure.</summary>
internal static class Routes
{
    private static readonly Dictionary<(string Procedure, string State), Func<Case>> All =
        new[] { Huadian.HuadianRoutes.All, Huadian.Accountability.Routes, Baicheng.BaichengRoutes.All, National.NationalRoutes.All, Publication.PublicationRoutes.All, Baicheng.PublicationRoutes.All, Baicheng.NormativeDocumentRoutes.All, Baicheng.ListRoutes.All, Baicheng.SentimentRoutes.All, Baicheng.FilingRoutes.All, Filing.FilingRoutes.All, Oversight.OversightRoutes.All, Assessing.AssessingRoutes.All }
            .SelectMany(routes => routes).ToDictionary(route => (route.Procedure, route.State), route => route.Lead);

    public static IEnumerable<(string Procedure, string State)> Known => All.Keys;

    public static Case To(string procedure, string state) => All[(procedure, state)]();

    /// <summary>Ends a case without an outcome.</summary>
    public static Case Withdraw(this Case one)
    {
        one.World.Accept(new CaseRequest(one.Id, new Command.CancelCase { Actor = one.World.Actor, Note = "撤回" }));
        return one;
    }
}

/// <summary>A way to a state.</summary>
internal sealed record Route(string Procedure, string State, Func<Case> Lead);
