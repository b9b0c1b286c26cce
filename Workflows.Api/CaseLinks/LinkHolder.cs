using System.Collections.Immutable;
using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.CaseLinks;

/// <summary>Someone outside who presents the secret of a link. They are no caller: no other endpoint knows of links.</summary>
internal static class LinkHolder
{
    /// <summary>The role in which a third party answers. Procedures give it triggers; it is not granted to keys or accounts.</summary>
    public const string ThirdPartyRole = "third-party";

    /// <summary>401: nothing presented, or what is not good. Why is not said.</summary>
    public static Problem Refused { get; } =
        Problem.Of(401, "unauthenticated", "链接无效", "请在 Authorization 标头中以 Bearer 方式提供链接中的内容；链接有误、已经用过、已经撤销或者过期的，请与交付链接的机关联系");

    /// <summary>The link presented; null for none that is good. One that has been used is good only to be given the same reply again.</summary>
    public static CaseLink? Presented(HttpContext http, CaseDatabase database) =>
        AccessMiddleware.Presented(http.Request) is { } clear ? database.CaseLinks.FindPresented(clear) : null;

    /// <summary>The actor of what is done by a link: the third party, for this case.</summary>
    public static Actor ActorOf(CaseLink link, CaseState state) => new(
        link.Id, link.Holder, ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(state.Agency, [ThirdPartyRole]), MayBackdate: false);
}

/// <summary>Says in the contract that an endpoint takes the secret of a link, and nothing else.</summary>
internal sealed record TakesLink
{
    /// <summary>Name of the scheme in the contract.</summary>
    public const string Scheme = "oneTimeLink";
}
