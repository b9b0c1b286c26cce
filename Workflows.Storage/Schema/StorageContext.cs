using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Workflows.Engine;

namespace Workflows.Storage.Schema;

/// <summary>The model behind migrations and composed queries. The journal itself is written by prepared statements.</summary>
internal sealed partial class StorageContext(DbContextOptions<StorageContext> options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    public static DbContextOptions<StorageContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<StorageContext>()
            .UseSqlite(connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRow>(cases =>
        {
            cases.ToTable("cases").HasKey(row => row.Received);
            cases.HasIndex(row => row.Id).IsUnique();
            cases.HasIndex(row => row.Reference);
            cases.HasIndex(row => row.Parent).HasFilter("parent IS NOT NULL");
            cases.HasIndex(row => new { row.Agency, row.Received });
            cases.HasIndex(row => new { row.Procedure, row.State, row.Received });
            cases.HasIndex(row => row.OpenedOn);
            cases.HasIndex(row => new { row.Procedure, row.Schedule, row.Period, row.Agency }).HasFilter("schedule IS NOT NULL");
            cases.HasIndex(row => new { row.Agency, row.ReportColumn, row.ReportRow, row.OpenedOn, row.ClosedOn }).HasFilter("report_column IS NOT NULL");
            cases.HasIndex(row => row.NextDue).HasFilter("next_due IS NOT NULL");
            cases.HasIndex(row => row.AttentionAt).HasFilter("attention_at IS NOT NULL");
            cases.HasIndex(row => new { row.CalendarVersion, row.Received }).HasFilter("closed = 0");
        });
        modelBuilder.Entity<DeadlineRow>(deadlines =>
        {
            deadlines.ToTable("deadlines").HasKey(row => new { row.CaseId, row.Clock });
            deadlines.HasIndex(row => row.EndsAt).HasFilter("open = 1");
        });
        modelBuilder.Entity<DocumentRow>().ToTable("documents").HasKey(row => new { row.CaseId, row.N });
        modelBuilder.Entity<FactRow>(facts =>
        {
            facts.ToTable("facts").HasKey(row => row.Position);
            facts.HasIndex(row => new { row.Kind, row.Position });
            facts.HasIndex(row => new { row.Kind, row.Agency, row.Position });
            facts.HasIndex(row => new { row.Kind, row.OccurredOn, row.Position });
            facts.HasIndex(row => row.CaseId);
        });
        modelBuilder.Entity<CollectedRow>(collected =>
        {
            collected.ToTable("collected").HasKey(row => new { row.CaseId, row.Kind, row.Source, row.First });
            collected.HasIndex(row => new { row.Kind, row.Source, row.First });
        });
        modelBuilder.Entity<CaseKeyRow>().ToTable("case_keys").HasKey(row => row.CaseId);
        modelBuilder.Entity<SearchHashRow>(hashes =>
        {
            hashes.ToTable("search_hashes").HasKey(row => new { row.CaseId, row.Field });
            hashes.HasIndex(row => new { row.Field, row.Hmac });
        });
        modelBuilder.Entity<ReplyRow>(replies =>
        {
            replies.ToTable("idempotency").HasKey(row => new { row.Caller, row.Key });
            replies.Property(row => row.ETag).HasColumnName("etag");
            replies.HasIndex(row => row.ExpiresAt);
        });
        modelBuilder.Entity<CounterRow>().ToTable("counters").HasKey(row => new { row.Series, row.Year });
        modelBuilder.Entity<JournalRow>(journal =>
        {
            journal.ToTable("journal").HasKey(row => row.Position);
            journal.HasIndex(row => new { row.CaseId, row.Sequence }).IsUnique();
        });
        modelBuilder.Entity<AdminRow>(log =>
        {
            log.ToTable("admin_log").HasKey(row => row.Position);
            // Changes and reads are each listed by position; one must not be waded through to find the other.
            log.HasIndex(row => row.Position, "IX_admin_log_reads").HasFilter(AdminLog.IsRead);
            log.HasIndex(row => row.Position, "IX_admin_log_changes").HasFilter($"NOT ({AdminLog.IsRead})");
        });
        modelBuilder.Entity<CheckpointRow>().ToTable("checkpoints").HasKey(row => row.Number);
        modelBuilder.Entity<DefinitionRow>().ToTable("definitions").HasKey(row => new { row.Procedure, row.Version });
        modelBuilder.Entity<DraftRow>().ToTable("drafts").HasKey(row => row.Procedure);
        modelBuilder.Entity<TemplateRow>().ToTable("templates").HasKey(row => new { row.Id, row.Version });
        modelBuilder.Entity<NoticeRow>().ToTable("notices").HasKey(row => new { row.Jurisdiction, row.Year, row.Revision });
        modelBuilder.Entity<AgencyRow>().ToTable("agencies").HasKey(row => row.Id);
        modelBuilder.Entity<AccessKeyRow>(keys =>
        {
            keys.ToTable("access_keys").HasKey(row => row.Id);
            keys.HasIndex(row => row.Hash).IsUnique();
        });
        modelBuilder.Entity<AccountRow>(accounts =>
        {
            accounts.ToTable("accounts").HasKey(row => row.Id);
            accounts.HasIndex(row => row.Login).IsUnique();
        });
        modelBuilder.Entity<SessionRow>(sessions =>
        {
            sessions.ToTable("sessions").HasKey(row => row.Id);
            sessions.HasIndex(row => row.Hash).IsUnique();
            sessions.HasIndex(row => row.Account);
        });
        modelBuilder.Entity<WebhookRow>().ToTable("webhooks").HasKey(row => row.Id);
        modelBuilder.Entity<WebhookCursorRow>().ToTable("webhook_cursors").HasKey(row => row.Webhook);
        modelBuilder.Entity<WebhookFailureRow>().ToTable("webhook_failures").HasKey(row => new { row.Webhook, row.Position });
        modelBuilder.Entity<DeadlineFeedRow>(feeds =>
        {
            feeds.ToTable("deadline_feeds").HasKey(row => row.Id);
            feeds.HasIndex(row => row.Hash).IsUnique();
        });
        modelBuilder.Entity<CaseLinkRow>(links =>
        {
            links.ToTable("case_links").HasKey(row => row.Id);
            links.HasIndex(row => row.Hash).IsUnique();
            links.HasIndex(row => row.CaseId);
        });
        modelBuilder.Entity<SandboxClockRow>().ToTable("sandbox_clock").HasKey(row => row.Id);
        modelBuilder.Entity<MetaRow>().ToTable("meta").HasKey(row => row.Key);
        SnakeCase(modelBuilder);
    }

    /// <summary>Columns are named in snake_case, and no key is made up by the database.</summary>
    private static void SnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (property.FindAnnotation("Relational:ColumnName") is null)
                property.SetColumnName(Hump().Replace(property.Name, "_$0").ToLowerInvariant());
        }
    }

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Hump();
}
