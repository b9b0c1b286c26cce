using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

internal sealed class DefinitionRow
{
    public required string Procedure { get; init; }
    public int Version { get; init; }
    public required string Yaml { get; init; }
    public required string Sha256 { get; init; }
    public Instant PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
    public Instant EffectiveAt { get; init; }
}

internal sealed class DraftRow
{
    public required string Procedure { get; init; }
    public int Revision { get; init; }
    public required string Yaml { get; init; }
    public Instant EditedAt { get; init; }
    public required string EditedBy { get; init; }
}

internal sealed class TemplateRow
{
    public required string Id { get; init; }
    public int Version { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    public Instant PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
}

internal sealed class NoticeRow
{
    public required string Jurisdiction { get; init; }
    public int Year { get; init; }
    public int Revision { get; init; }
    public required string Json { get; init; }
    public required string CalendarVersion { get; init; }
    public Instant LoadedAt { get; init; }
    public required string LoadedBy { get; init; }
}

internal sealed class AgencyRow
{
    public required string Id { get; init; }
    public required string Json { get; init; }
}

internal sealed class AccessKeyRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public required string Grants { get; init; }
    public bool Owner { get; init; }
    public bool MayBackdate { get; init; }
    public Instant CreatedAt { get; init; }
    public Instant? RevokedAt { get; init; }
    public string? Administration { get; init; }
    public Instant? ExpiresAt { get; init; }
    public string? Limits { get; init; }
    public byte[]? PreviousHash { get; init; }
    public Instant? PreviousUntil { get; init; }
}

internal sealed class AccountRow
{
    public required string Id { get; init; }
    public required string Login { get; init; }
    public string? Administration { get; init; }
    public Instant? DisabledAt { get; init; }
    public required string Json { get; init; }
}

internal sealed class SessionRow
{
    public required string Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string Account { get; init; }
    public Instant CreatedAt { get; init; }
    public Instant ExpiresAt { get; init; }
    public Instant? EndedAt { get; init; }
}

internal sealed class DeadlineFeedRow
{
    public required string Id { get; init; }
    public required byte[] Hash { get; init; }
    public required string Agency { get; init; }
    public required string Role { get; init; }
    public string? Procedures { get; init; }
    public required string CreatedBy { get; init; }
    public Instant CreatedAt { get; init; }
    public Instant ExpiresAt { get; init; }
    public Instant? RevokedAt { get; init; }
}

internal sealed class CaseLinkRow
{
    public required string Id { get; init; }
    public required byte[] Hash { get; init; }
    public CaseId CaseId { get; init; }
    public required string Kind { get; init; }
    public string? Trigger { get; init; }
    public string? Documents { get; init; }
    public required string CreatedBy { get; init; }
    public required string CreatorName { get; init; }
    public Instant CreatedAt { get; init; }
    public Instant ExpiresAt { get; init; }
    public Instant? RevokedAt { get; init; }
    public Instant? UsedAt { get; init; }
}

internal sealed class SandboxClockRow
{
    public int Id { get; init; }
    public Instant Now { get; init; }
}

internal sealed class MetaRow
{
    public required string Key { get; init; }
    public required string Value { get; init; }
}
