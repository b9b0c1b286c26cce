using NodaTime;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage.Administration;

/// <summary>Who administers what, as the database has it.</summary>
internal static class Administrators
{
    private static readonly AdministrationKind[] Kinds = Enum.GetValues<AdministrationKind>();

    /// <summary>How many administer the kind now, owners left out.</summary>
    public static long Count(Session session, AdministrationKind kind, Instant now) =>
        session.Sql(
                """
                SELECT (SELECT count(*) FROM access_keys WHERE administration = ?1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?2))
                    + (SELECT count(*) FROM accounts WHERE administration = ?1 AND disabled_at IS NULL)
                """)
            .With(Name(kind)).With(now).First(row => row.Long(0));

    /// <summary>There is one of each kind, so that no owner is needed.</summary>
    public static bool AreComplete(Session session, Instant now) => Kinds.All(kind => Count(session, kind, now) > 0);

    /// <summary>Whether one who administers the kind may be taken away: another is left, or an owner who counts as one.</summary>
    public static bool MaySpare(UnitOfWork unit, AdministrationKind kind) =>
        Count(unit.Session, kind, unit.Now) > 1
        || unit.Session.Sql("SELECT count(*) FROM access_keys WHERE owner = 1 AND revoked_at IS NULL").First(row => row.Long(0)) > 0;

    /// <summary>How a kind is stored.</summary>
    public static string Name(AdministrationKind kind) => kind switch
    {
        AdministrationKind.System => "system",
        AdministrationKind.Security => "security",
        _ => "audit",
    };

    /// <summary>The kind that is stored so; null for none.</summary>
    public static AdministrationKind? Parse(string? name) => name is null ? null : Kinds.First(kind => Name(kind) == name);
}
