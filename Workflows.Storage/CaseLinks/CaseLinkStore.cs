using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Workflows.Engine;
using Workflows.Storage.Administration;
using Workflows.Storage.Database;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>Links given to people outside. Every change is in the administrative log in the same transaction.</summary>
public sealed class CaseLinkStore
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "dl_";

    private const string Answering = "answer-consultation";

    private const string Select =
        "SELECT id, case_id, kind, trigger, documents, created_by, creator_name, created_at, expires_at, revoked_at, used_at FROM case_links";

    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly IClock clock;

    internal CaseLinkStore(Writer writer, ReaderPool readers, IClock clock)
    {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    /// <summary>The links to a case, oldest first, ended ones too.</summary>
    public ImmutableArray<CaseLink> Of(CaseId id) => readers.Read(session =>
        session.Sql($"{Select} WHERE case_id = ? ORDER BY created_at, id").With(id).All(Read).ToImmutableArray());

    /// <summary>The link whose secret was presented, neither revoked nor expired; it may have been used. Null for none.</summary>
    /// <remarks>The look-up is by the hash of 256 random bits: how long it takes tells nothing about a link.</remarks>
    public CaseLink? FindPresented(string clear)
    {
        if (!clear.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var hash = Convert.FromHexString(Secret.HashOf(clear));
        return readers.Read(session => session.Sql($"{Select} WHERE hash = ? AND revoked_at IS NULL AND expires_at > ?")
            .With(hash).With((Instant?)clock.GetCurrentInstant()).First(Read));
    }

    /// <summary>Makes a link.</summary>
    /// <param name="about">The case.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="trigger">The only trigger that it fires; null for one that only shows.</param>
    /// <param name="documents">Names of the documents that it shows.</param>
    /// <param name="expiresAt">Real time from which it is no longer good.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="first">The reply to keep; null for none.</param>
    public Task<NewCaseLink> Create(
        CaseId about, CaseLinkKind kind, string? trigger, ImmutableArray<string> documents, Instant expiresAt, ActorStamp by, FirstReply<NewCaseLink>? first = null)
    {
        var id = $"link-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        var (clear, hash) = Secret.New(Prefix);
        var listed = documents.IsEmpty ? null : Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(documents)));
        return writer.Write(first, unit =>
        {
            var link = new CaseLink(id, about, kind, trigger, documents, by.Id, by.Name, unit.Now, expiresAt, null, null);
            unit.Session.Sql(
                    """
                    INSERT INTO case_links (id, hash, case_id, kind, trigger, documents, created_by, creator_name, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .With(id).With(hash).With(about).With(Name(kind)).With(trigger).With(listed).With(by.Id).With(by.Name)
                .With((Instant?)link.CreatedAt).With((Instant?)expiresAt).Run();
            unit.Log(by, "case-link.created", id, JsonSerializer.Serialize(new Dictionary<string, object?>
            {
                ["case"] = about.ToString(),
                ["kind"] = Name(kind),
                ["trigger"] = trigger,
                ["documents"] = listed is null ? null : JsonElement.Parse(listed),
                ["expiresAt"] = InstantPattern.ExtendedIso.Format(expiresAt),
                ["sha256"] = Digest.Of(hash),
            }));
            return new NewCaseLink(link, clear);
        });
    }

    /// <summary>Revokes a link.</summary>
    /// <param name="about">The case to which it leads.</param>
    /// <param name="id">The link.</param>
    /// <param name="by">Who.</param>
    /// <returns>False when the case has no such link, or it was revoked before.</returns>
    public Task<bool> Revoke(CaseId about, string id, ActorStamp by) => writer.Write(unit =>
    {
        if (unit.Session.Sql("UPDATE case_links SET revoked_at = ? WHERE case_id = ? AND id = ? AND revoked_at IS NULL").With((Instant?)unit.Now).With(about).With(id).Run() == 0)
            return false;
        unit.Log(by, "case-link.revoked", id, "{}");
        return true;
    });

    /// <summary>Ends a link with the answer given by it, in the transaction of the answer.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="link">The link.</param>
    /// <returns>Why the answer must not stand; null when it may.</returns>
    public static Refusal? Use(IUnitOfWork work, CaseLink link)
    {
        var unit = (UnitOfWork)work;
        var now = (Instant?)unit.Now;
        if (unit.Session.Sql("UPDATE case_links SET used_at = ?1 WHERE id = ?2 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?1").With(now).With(link.Id).Run() == 0)
            return Refusal.Of(RefusalCode.NotFound, "这个链接已经用过，或者已经撤销、过期");
        unit.Log(link.Stamp, "case-link.used", link.Id, "{}");
        return null;
    }

    private static string Name(CaseLinkKind kind) => kind == CaseLinkKind.AnswerConsultation ? Answering : "see-state";

    private static CaseLink Read(Statement row) => new(
        row.Text(0),
        row.Id(1),
        row.Text(2) == Answering ? CaseLinkKind.AnswerConsultation : CaseLinkKind.SeeState,
        row.MaybeText(3),
        row.MaybeText(4) is { } listed ? JsonSerializer.Deserialize<ImmutableArray<string>>(listed) : [],
        row.Text(5),
        row.Text(6),
        row.Moment(7),
        row.Moment(8),
        row.MaybeMoment(9),
        row.MaybeMoment(10));
}
