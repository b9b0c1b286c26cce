using Microsoft.Data.Sqlite;
using NodaTime;
using Workflows.Definitions;
using Workflows.Engine;
using Workflows.Storage.Checks;
using Workflows.Storage.Database;
using Workflows.Storage.Encryption;
using Workflows.Storage.Files;
using Workflows.Storage.Journal;

namespace Workflows.Storage;

/// <summary>The open database: one process, one writer, any number of readers.</summary>
public sealed class CaseDatabase : IDisposable
{
    private readonly FileLock fileLock;
    private readonly MasterKey master;
    private readonly ReaderPool readers;
    private readonly Writer writer;

    private CaseDatabase(
        StorageOptions options,
        Func<string, int, ProcedureDefinition> definitions,
        Func<string, int, ProcedureDefinition?> counting,
        Func<CaseState, Instant?>? attention,
        FileLock fileLock)
    {
        this.fileLock = fileLock;
        (var session, master, var hash) = DatabaseFile.Open(options);
        readers = new ReaderPool(DatabaseFile.ConnectionString(options, SqliteOpenMode.ReadOnly));
        var codec = new JournalCodec(definitions);
        var keys = new CaseKeys(master);
        var tools = new WriterTools(
            codec, definitions, counting, master, keys, new Hasher(hash), new CaseCache(options.CachedCases), options.Clock, options.ReplyLife);
        var commits = new CommitSignal();
        writer = new Writer(session, () => DatabaseFile.OpenWriter(options), tools, options.GroupLimit, commits, new WriterInstruments(options.Meter));
        IsSandbox = options.Sandbox;
        Files = new CaseFiles(new FileFolder(options.FileFolder), readers, keys);
        Files.SettleAll();
        var oldPages = new OldPages(writer, readers, options);
        oldPages.TakeAway().GetAwaiter().GetResult();
        Journal = new SqliteJournal(writer, readers, tools, oldPages, Files);
        MasterKey = new MasterKeyRotation(writer, readers, master, oldPages);
        Cases = new CaseQueries(readers, master);
        Records = new CaseRecords(readers, keys, codec);
        Feed = new JournalFeed(readers, keys, codec, commits);
        Definitions = new DefinitionStore(writer, readers);
        Templates = new TemplateStore(writer, readers);
        Notices = new NoticeStore(writer, readers);
        Agencies = new AgencyStore(writer, readers);
        AccessKeys = new AccessKeyStore(writer, readers, options.Clock);
        Accounts = new AccountStore(writer, readers, AccessKeys, master);
        Sessions = new SessionStore(writer, readers, Accounts, options.SignIn, options.Clock);
        Webhooks = new WebhookStore(writer, readers, master);
        Deliveries = new DeliveryStore(writer, readers);
        DeadlineFeeds = new DeadlineFeedStore(writer, readers, options.Clock);
        CaseLinks = new CaseLinkStore(writer, readers, options.Clock);
        SandboxClock = new SandboxClockStore(writer, readers, IsSandbox);
        AdminLog = new AdminLog(writer, readers);
        Replies = new ReplyStore(writer, readers, master);
        Verification = new JournalVerification(readers.Open, new Replay(master, keys, codec, definitions, counting, attention), hash, Files.Folder);
    }

    /// <summary>A sandbox, whose clock can be set.</summary>
    public bool IsSandbox { get; }

    /// <summary>The journal.</summary>
    public SqliteJournal Journal { get; }

    /// <summary>Changes the master key.</summary>
    public MasterKeyRotation MasterKey { get; }

    /// <summary>The files of cases.</summary>
    public CaseFiles Files { get; }

    /// <summary>Finds cases.</summary>
    public CaseQueries Cases { get; }

    /// <summary>Histories, documents, facts.</summary>
    public CaseRecords Records { get; }

    /// <summary>The journal as others follow it.</summary>
    public JournalFeed Feed { get; }

    /// <summary>Drafts and published definitions.</summary>
    public DefinitionStore Definitions { get; }

    /// <summary>Templates of letters.</summary>
    public TemplateStore Templates { get; }

    /// <summary>Calendar years.</summary>
    public NoticeStore Notices { get; }

    /// <summary>Agencies.</summary>
    public AgencyStore Agencies { get; }

    /// <summary>Access keys.</summary>
    public AccessKeyStore AccessKeys { get; }

    /// <summary>Accounts of people.</summary>
    public AccountStore Accounts { get; }

    /// <summary>Sessions of people who signed in.</summary>
    public SessionStore Sessions { get; }

    /// <summary>Subscriptions to events.</summary>
    public WebhookStore Webhooks { get; }

    /// <summary>How far each subscription has come.</summary>
    public DeliveryStore Deliveries { get; }

    /// <summary>Calendars of due dates, by secret addresses.</summary>
    public DeadlineFeedStore DeadlineFeeds { get; }

    /// <summary>Links given to people outside.</summary>
    public CaseLinkStore CaseLinks { get; }

    /// <summary>The clock of a sandbox.</summary>
    public SandboxClockStore SandboxClock { get; }

    /// <summary>Administrative changes.</summary>
    public AdminLog AdminLog { get; }

    /// <summary>First replies to administrative changes.</summary>
    public ReplyStore Replies { get; }

    /// <summary>Checks that nothing was altered.</summary>
    public JournalVerification Verification { get; }

    /// <summary>Opens the database, and creates or migrates it first where that is needed.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="definitions">
    /// The definition of a procedure and version. It is asked when cases are written or read, not while opening, so that the
    /// published definitions can be read from <see cref="Definitions"/> first.
    /// </param>
    /// <param name="counting">
    /// The definition by which the annual report counts the cases of a procedure and version, and null where it does not; the
    /// definition itself when left out.
    /// </param>
    /// <param name="attention">When the sweep must look at a case; left out, the verification does not ask.</param>
    /// <exception cref="DatabaseRefusedException">It must not be opened so; the message says why.</exception>
    public static CaseDatabase Open(
        StorageOptions options,
        Func<string, int, ProcedureDefinition> definitions,
        Func<string, int, ProcedureDefinition?>? counting = null,
        Func<CaseState, Instant?>? attention = null)
    {
        Directory.CreateDirectory(options.DataFolder);
        var fileLock = new FileLock(options.LockFile);
        try
        {
            return new CaseDatabase(options, definitions, counting ?? definitions, attention, fileLock);
        }
        catch
        {
            fileLock.Dispose();
            throw;
        }
    }

    /// <summary>Commits what is queued and lets go of the files.</summary>
    public void Dispose()
    {
        writer.Dispose();
        readers.Dispose();
        master.Dispose();
        fileLock.Dispose();
    }
}
