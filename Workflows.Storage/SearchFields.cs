using System.Collections.Immutable;

namespace Workflows.Storage;

/// <summary>Personal fields by whose value cases can be found, through a keyed hash.</summary>
public static class SearchFields
{
    /// <summary>The fields.</summary>
    public static ImmutableArray<string> All { get; } = ["applicant.idNumber", "applicant.organisationCode", "applicant.name"];
}
