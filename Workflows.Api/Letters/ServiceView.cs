using System.Collections.Immutable;
using NodaTime;
using Workflows.Api.Cases;
using Workflows.Definitions;
using Workflows.Engine;

namespace Workflows.Api.Letters;

/// <summary>A service of a document.</summary>
/// <param name="K">Its number within the case, from 1.</param>
/// <param name="Sequence">Its journal entry.</param>
/// <param name="Document">Number of the document, from 1.</param>
/// <param name="Channel"><c>in-person</c>, <c>collected</c>, <c>post</c>, <c>registered-post</c>, <c>courier</c>, <c>fax</c>, <c>email</c> or <c>agency</c>.</param>
/// <param name="Title">Shown name of the channel.</param>
/// <param name="SentOn">Day on which it was posted, given to the carrier or the other agency, or sent; null where it was handed over.</param>
/// <param name="ReceivedOn">Day on which it was signed for, or its receipt confirmed; null while that is not known.</param>
/// <param name="Number">Number of the item of post; masked unless personal values are shown in clear.</param>
/// <param name="By">Who served it; masked likewise.</param>
/// <param name="ReceivedBy">Who signed for it; masked likewise.</param>
/// <param name="Attachment">Number of the file of the case that shows it.</param>
/// <param name="Mail">Number of the e-mail that the service itself sent; null for what people serve.</param>
/// <param name="Ended">Why it no longer counts: <c>returned</c> or <c>annulled</c>; null while it counts.</param>
/// <param name="EndedOn">The day of that.</param>
/// <param name="AnsweredOn">The day by which the agency's own period is judged; null while it cannot be known.</param>
/// <param name="AnsweredBasis">Why it is that day.</param>
/// <param name="CountsAsReceivedOn">The day from which the recipient's periods run, itself not counted; null while it cannot be known.</param>
/// <param name="ReceivedBasis">Why it is that day.</param>
internal sealed record ServiceView(
    int K,
    int Sequence,
    int Document,
    string Channel,
    string Title,
    LocalDate? SentOn,
    LocalDate? ReceivedOn,
    string? Number,
    string? By,
    string? ReceivedBy,
    int? Attachment,
    int? Mail,
    ServiceNews? Ended,
    LocalDate? EndedOn,
    LocalDate? AnsweredOn,
    LegalBasis AnsweredBasis,
    LocalDate? CountsAsReceivedOn,
    LegalBasis ReceivedBasis)
{
    /// <summary>The services of a case.</summary>
    public static ImmutableArray<ServiceView> All(CaseState state, bool clear) => [.. state.Services.Select((recorded, index) => Of(state, recorded, index + 1, clear))];

    /// <summary>A text of a service as it may be shown.</summary>
    public static string? Shown(string? text, bool clear) => text is null || clear ? text : PersonalMask.Of(text);

    private static ServiceView Of(CaseState state, RecordedService recorded, int k, bool clear)
    {
        var service = recorded.Service;
        var days = ServiceDays.Of(service, state.OpenedOn);
        return new ServiceView(
            k,
            recorded.Sequence,
            service.Document,
            service.Channel,
            ServiceChannels.Title(service.Channel),
            service.SentOn,
            service.ReceivedOn,
            Shown(service.Number, clear),
            Shown(service.By, clear),
            Shown(service.ReceivedBy, clear),
            service.Attachment,
            service.Mail,
            recorded.Ended,
            recorded.EndedOn,
            days.AnsweredOn,
            days.AnsweredBasis,
            days.ReceivedOn,
            days.ReceivedBasis);
    }
}
