using System.Collections.Immutable;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>An e-mail that the case asked for.</summary>
/// <param name="M">Its number within the case, from 1.</param>
/// <param name="Sequence">Its journal entry.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Document">Number of the document, from 1.</param>
/// <param name="Field">Field of the case from which the address was taken.</param>
/// <param name="Address">The address; masked unless personal values are shown in clear.</param>
/// <param name="State"><c>pending</c>, <c>sent</c> or <c>failed</c>.</param>
/// <param name="Service">Number of the service by which it was recorded as sent.</param>
/// <param name="Failure">Why it failed for good.</param>
internal sealed record MailView(
    int M, int Sequence, Instant RequestedAt, int Document, string Field, string Address, string State, int? Service, string? Failure)
{
    /// <summary>The e-mails of a case.</summary>
    public static ImmutableArray<MailView> All(CaseState state, bool clear) => [.. state.Mails.Select((mail, index) => new MailView(
        index + 1,
        mail.Sequence,
        mail.RequestedAt,
        mail.Mail.Document,
        mail.Mail.Field,
        ServiceView.Shown(mail.Mail.Address, clear)!,
        mail.Pending ? "pending" : mail.Service is null ? "failed" : "sent",
        mail.Service,
        mail.Failure))];
}
