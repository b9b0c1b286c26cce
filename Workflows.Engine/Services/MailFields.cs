using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflows.Engine;

/// <summary>
/// The fields of procedures by which documents go out by e-mail. Like the fields that can be searched for, they have the same name in
/// every procedure and are known to the program.
/// </summary>
public static partial class MailFields
{
    /// <summary>How the applicant asked to be given what they want: one or several of <c>mail</c>, <c>email</c>, <c>fax</c>, <c>collection</c>.</summary>
    public const string Asked = "request.delivery";

    /// <summary>Whether the applicant takes another way where the one asked for is impossible.</summary>
    public const string OtherAccepted = "request.otherFormAccepted";

    /// <summary>The choice of <see cref="Asked"/> that asks for e-mail.</summary>
    public const string Email = "email";

    /// <summary>Fields with an address to which documents can go, the first that has one being taken where none is named.</summary>
    public static ImmutableArray<string> Addresses { get; } = ["applicant.email", "applicant.contactEmail", "party.email", "office.email"];

    /// <summary>Whether a text has the form of one address and nothing beside it: no name, no list, no line break.</summary>
    public static bool IsAddress(string text) => text.Length <= 254 && Address().IsMatch(text);

    [GeneratedRegex(@"\A(?!\.)(?![^@]*\.\.)(?![^@]*\.@)[^\s\p{C}@<>()\[\],;:\\""]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+\z")]
    private static partial Regex Address();
}
