namespace Workflows.Definitions;

/// <summary>Names of states and their substates.</summary>
internal static class StateName
{
    /// <summary>Whether a state is the other or one of its substates.</summary>
    public static bool Within(string state, string other) =>
        state == other || (state.Length > other.Length && state[other.Length] == '/' && state.StartsWith(other, StringComparison.Ordinal));
}
