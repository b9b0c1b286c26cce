using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflows.Api.CaseLinks;
using Workflows.Api.Problems;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Access;

/// <summary>What is wrong with a key or an account that is to be made.</summary>
internal static partial class PrincipalChecks
{
    private const int Longest = 100;

    /// <summary>What is wrong with the name shown in the history; null for nothing.</summary>
    public static Problem? Name(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Longest)
            return Problem.Invalid("name", "应为 1 至 100 个字符");
        // What the service itself does is known by these names.
        return name == Actor.System.Name || name == Actor.Time.Name ? Problem.Invalid("name", $"“{name}”是服务自身的名称，请另取") : null;
    }

    /// <summary>What is wrong with the roles; null for nothing.</summary>
    public static Problem? Roles(ImmutableDictionary<string, ImmutableArray<string>> roles, ReferenceData reference)
    {
        if (roles.Keys.Any(agency => reference.Agencies.Find(agency) is null))
            return Problem.Invalid("roles", "键应为已登记机关的代码");
        if (roles.Values.Any(held => !held.IsDefault && held.Contains(LinkHolder.ThirdPartyRole)))
            return Problem.Invalid("roles", $"{LinkHolder.ThirdPartyRole}（第三方）只凭一次性链接行事，不授予本单位人员或者系统");
        return roles.Values.Any(held => held.IsDefaultOrEmpty || held.Any(role => string.IsNullOrWhiteSpace(role) || role.Length > Longest))
            ? Problem.Invalid("roles", "每一机关至少一个角色，角色为 1 至 100 个字符")
            : null;
    }

    /// <summary>What is wrong with the limits; null for nothing.</summary>
    public static Problem? Scope(KeyScope scope, ReferenceData reference)
    {
        if (scope.Procedures is { } procedures && (procedures.IsDefaultOrEmpty || procedures.Any(procedure => reference.Procedures.Newest(procedure) is null)))
            return Problem.Invalid("procedures", "应为已发布程序的 id，至少一个");
        return scope.Actions is { } actions && (actions.IsDefaultOrEmpty || actions.Any(action => action is null || !Action().IsMatch(action)))
            ? Problem.Invalid("actions", "应为 read、open、command，或者 command: 加触发器名称（末尾可用 *），至少一个")
            : null;
    }

    [GeneratedRegex(@"^(read|open|command|command:[A-Za-z0-9.\-]{0,100}\*?)\z")]
    private static partial Regex Action();
}
