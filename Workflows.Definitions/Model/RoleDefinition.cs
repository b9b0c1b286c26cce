namespace Workflows.Definitions;

/// <summary>A role that people hold in an agency.</summary>
/// <param name="Name">Id used by triggers.</param>
/// <param name="Title">Shown name.</param>
/// <param name="Of">In which agency the role must be held.</param>
public sealed record RoleDefinition(string Name, LocalizedText Title, RoleScope Of);

/// <summary>The agency in which a role counts.</summary>
public enum RoleScope
{
    /// <summary>The agency that handles this case (YAML <c>agency</c>).</summary>
    Agency,

    /// <summary>The agency that handles the parent case (YAML <c>parent-agency</c>).</summary>
    ParentAgency,
}
