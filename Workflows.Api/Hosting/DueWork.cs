using NodaTime;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Api.Hosting;

/// <summary>Finds due work by the database's indexes.</summary>
internal sealed class DueWork(CaseQueries cases) : IDueWork
{
    /// <inheritdoc/>
    public IReadOnlyList<CaseId> Due(Instant now, int limit) => cases.DueCases(now, limit);

    /// <inheritdoc/>
    public IReadOnlySet<OpenedPeriod> Opened(string procedure, string schedule) => cases.Opened(procedure, schedule);

    /// <inheritdoc/>
    public Instant? NextDue(Instant after) => cases.NextAttention(after);

    /// <inheritdoc/>
    public IReadOnlyList<CaseId> NotOnCalendar(string calendar, string version, CaseId? after, int limit) =>
        cases.OpenCasesNotOn(calendar, version, after, limit);

    /// <inheritdoc/>
    public IReadOnlyList<CaseId> OpenAt(string agency, CaseId? after, int limit) => cases.OpenCasesAt(agency, after, limit);
}
