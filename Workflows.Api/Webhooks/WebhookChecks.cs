using System.Collections.Immutable;
using System.Net;
using Workflows.Api.Events;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Webhooks;

/// <summary>What is wrong with a subscription that is to be made or changed.</summary>
internal static class WebhookChecks
{
    private const int LongestName = 100;
    private const int LongestUrl = 2000;

    /// <summary>What is wrong; null for nothing.</summary>
    public static Problem? Of(WebhookContent content, WebhookSettings settings, ReferenceData reference)
    {
        if (string.IsNullOrWhiteSpace(content.Name) || content.Name.Length > LongestName)
            return Problem.Invalid("name", $"应为 1 至 {LongestName} 个字符");
        if (Url(content.Url, settings) is { } wrong)
            return wrong;
        if (IsEmptyOrHas(content.Agencies, agency => reference.Agencies.Find(agency) is null))
            return Problem.Invalid("agencies", "应为已登记机关的代码，至少一个；不写则为全部");
        if (IsEmptyOrHas(content.Procedures, procedure => reference.Procedures.Newest(procedure) is null))
            return Problem.Invalid("procedures", "应为已发布程序的 id，至少一个；不写则为全部");
        return IsEmptyOrHas(content.Types, type => !EventKinds.Types.Contains(type))
            ? Problem.Invalid("types", $"应为事件类型，至少一个；不写则为全部：{string.Join("、", EventKinds.Types)}")
            : null;
    }

    private static Problem? Url(string text, WebhookSettings settings)
    {
        if (text.Length > LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return Problem.Invalid("url", $"应为 https 地址，至多 {LongestUrl} 个字符");
        if (url.Scheme == Uri.UriSchemeHttp && !settings.AllowHttp)
            return Problem.Invalid("url", "应为 https 地址：此服务不向未加密的地址发送");
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return Problem.Invalid("url", "地址中不得有用户名、密码或 # 之后的部分");
        // Names are judged when they are connected to; an address that is written out can be refused at once.
        return !settings.AllowPrivate && (url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && !PublicAddress.Is(address)))
            ? Problem.Invalid("url", "不得是本机、内网或链路本地地址；确需发往内网的，由运维设置 Webhooks:AllowPrivate")
            : null;
    }

    private static bool IsEmptyOrHas(ImmutableArray<string>? words, Predicate<string> wrong) => words is { } some && (some.IsDefaultOrEmpty || some.Any(word => word is null || wrong(word)));
}
