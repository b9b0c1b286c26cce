using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>Who sends a command, and what they hold where.</summary>
/// <param name="Id">Stable id (of an access key, or <c>time</c>, <c>system</c>).</param>
/// <param name="Name">Name shown in the history.</param>
/// <param name="Roles">Roles held, by agency id.</param>
/// <param name="MayBackdate">May record a legal day before today, with a reason.</param>
public sealed record Actor(
    string Id, string Name, ImmutableDictionary<string, ImmutableArray<string>> Roles, bool MayBackdate)
{
    /// <summary>Time itself: fires what is due.</summary>
    public static Actor Time { get; } = new("time", "期限届满", ImmutableDictionary<string, ImmutableArray<string>>.Empty, MayBackdate: true);

    /// <summary>The system: hands outcomes between cases and adopts calendars.</summary>
    public static Actor System { get; } = new("system", "系统", ImmutableDictionary<string, ImmutableArray<string>>.Empty, MayBackdate: true);

    /// <summary>Holds the role in the agency.</summary>
    public bool Holds(string agency, string role) => Roles.TryGetValue(agency, out var roles) && roles.Contains(role);
}

/// <summary>What the journal keeps of an actor.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name at the time.</param>
/// <param name="Agency">Agency in which the role was used; null for time and system.</param>
/// <param name="Role">Role used; null for time and system.</param>
public sealed record ActorStamp(string Id, string Name, string? Agency, string? Role);
