using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

internal sealed class WebhookRow
{
    public required string Id { get; init; }
    public required string Json { get; init; }
}

internal sealed class WebhookCursorRow
{
    public required string Webhook { get; init; }
    public long Position { get; init; }
}

internal sealed class WebhookFailureRow
{
    public required string Webhook { get; init; }
    public long Position { get; init; }
    public CaseId CaseId { get; init; }
    public int Kind { get; init; }
    public int Failures { get; init; }
    public Instant NextAt { get; init; }
    public required string Reason { get; init; }
    public Instant FailedAt { get; init; }
    public Instant RecordedAt { get; init; }
}
