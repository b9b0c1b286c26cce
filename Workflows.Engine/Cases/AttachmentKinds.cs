using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>What files of a case can be.</summary>
public static class AttachmentKinds
{
    /// <summary>A copy of the applicant's identity document.</summary>
    public const string Identity = "identity";

    /// <summary>All kinds: identity copy, licence or proof of authority, letter of a third party, material released, anything else.</summary>
    public static ImmutableArray<string> All { get; } = [Identity, "licence", "third-party-letter", "released-material", "other"];
}
