using System.Collections.Immutable;

namespace Workflows.Storage;

/// <summary>To what the use of a key is limited, beside the agencies in which it holds roles.</summary>
/// <param name="Procedures">Ids of the procedures whose cases it reaches; null for all.</param>
/// <param name="Actions">What it may do with cases: <c>read</c>, <c>open</c>, <c>command</c> or <c>command:</c> and a trigger, which may end in <c>*</c>; null for all.</param>
public sealed record KeyScope(ImmutableArray<string>? Procedures, ImmutableArray<string>? Actions)
{
    /// <summary>No limit.</summary>
    public static KeyScope All { get; } = new(null, null);

    /// <summary>Reaches the cases of the procedure.</summary>
    public bool Reaches(string procedure) => Procedures is not { } these || these.Contains(procedure);

    /// <summary>May do what is named: <c>read</c>, <c>open</c>, or <c>command:</c> and what is commanded.</summary>
    public bool Allows(string action) => Actions is not { } these || these.Any(allowed => Covers(allowed, action));

    private static bool Covers(string allowed, string action) =>
        allowed.EndsWith('*') ? action.StartsWith(allowed[..^1], StringComparison.Ordinal)
        : action == allowed || (allowed == "command" && action.StartsWith("command:", StringComparison.Ordinal));
}
