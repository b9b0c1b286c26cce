using Workflows.Api.Access;
using Workflows.Api.Problems;
using Workflows.Engine;

namespace Workflows.Api.Cases;

/// <summary>Whether personal values are asked for in clear, and may be given so.</summary>
internal static class PersonalView
{
    /// <summary>What the parameter says in the contract.</summary>
    public const string Says = "`clear` shows personal values; the caller must hold a role in the agency that handles the case.";

    /// <summary>Reads the parameter <c>personal</c>.</summary>
    public static (bool Clear, Problem? Problem) Read(string? personal, Caller caller, CaseState state) => personal switch
    {
        null or "masked" => (false, null),
        "clear" when caller.MayReadClear(state) => (true, null),
        "clear" => (false, Problem.Forbidden("查看个人信息原文须在承办机关任职；其他人员只能查看脱敏后的内容")),
        _ => (false, Problem.BadParameter("personal", "应为 masked 或 clear")),
    };
}
