using NodaTime;

namespace Workflows.Engine;

/// <summary>How a document of a case went to whom it is for. Every text in it is sealed at rest.</summary>
/// <param name="Document">Number of the document within the case, from 1.</param>
/// <param name="Channel">One of <see cref="ServiceChannels"/>.</param>
/// <param name="SentOn">Day on which it was posted, given to the carrier or the other agency, or sent; null where it was handed over.</param>
/// <param name="ReceivedOn">Day on which it was signed for, or its receipt confirmed; null while that is not known.</param>
public sealed record Service(int Document, string Channel, LocalDate? SentOn, LocalDate? ReceivedOn)
{
    /// <summary>Number of the item of post, or of the fax.</summary>
    public string? Number { get; init; }

    /// <summary>Who served it: an officer, or the agency asked to.</summary>
    public string? By { get; init; }

    /// <summary>Who signed for it.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>Number of the file of the case that shows it (a slip, a receipt), from 1; null for none.</summary>
    public int? Attachment { get; init; }

    /// <summary>Number of the e-mail that the service itself sent, from 1; null for what people serve.</summary>
    public int? Mail { get; init; }

    /// <summary>The <c>Message-ID</c> of that e-mail; nothing personal.</summary>
    public string? MessageId { get; init; }
}

/// <summary>What became known of a service later.</summary>
public enum ServiceNews
{
    /// <summary>It was signed for, or its receipt confirmed (签收).</summary>
    Received,

    /// <summary>It came back undelivered (退回).</summary>
    Returned,

    /// <summary>It was recorded wrongly (登记有误).</summary>
    Annulled,
}

/// <summary>A service in the register of a case.</summary>
/// <param name="Sequence">The entry that recorded it.</param>
/// <param name="Service">The service, with what became known later.</param>
/// <param name="Ended">Why it no longer counts: it came back, or was recorded wrongly; null while it counts.</param>
/// <param name="EndedOn">The day on which it came back, or was found wrong.</param>
public sealed record RecordedService(int Sequence, Service Service, ServiceNews? Ended, LocalDate? EndedOn);
