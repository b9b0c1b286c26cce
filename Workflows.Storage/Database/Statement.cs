using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;
using Workflows.Engine;
using Workflows.Storage.Schema;

namespace Workflows.Storage.Database;

/// <summary>
/// A prepared statement: values are bound in order by <c>With</c>, then it runs once. Not safe to share among threads.
/// </summary>
/// <remarks>SqliteCommand builds parameters and a reader for each run, which costs more than the small writes themselves.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;
    private int bound;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    public Statement With(long value)
    {
        Check(raw.sqlite3_bind_int64(handle, ++bound, value));
        return this;
    }

    public Statement With(long? value) => value is { } number ? With(number) : WithNull();

    public Statement With(string? value)
    {
        if (value is null)
            return WithNull();
        Check(raw.sqlite3_bind_text(handle, ++bound, value));
        return this;
    }

    public Statement With(ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, ++bound, 0)
            : raw.sqlite3_bind_blob(handle, ++bound, value));
        return this;
    }

    public Statement With(CaseId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return With(bytes);
    }

    public Statement With(CaseId? id) => id is { } value ? With(value) : WithNull();

    public Statement With(LocalDate? date) => With(date is { } day ? Columns.Text(day) : null);

    public Statement With(Instant? instant) => With(instant?.ToUnixTimeTicks());

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement WithNull()
    {
        Check(raw.sqlite3_bind_null(handle, ++bound));
        return this;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        try
        {
            Step();
            return raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row, or default.</summary>
    public T? First<T>(Func<Statement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        Each(row => rows.Add(read(row)));
        return rows;
    }

    /// <summary>Visits each row; spans of the row are valid only during the visit.</summary>
    public void Each(Action<Statement> visit)
    {
        try
        {
            while (Step())
                visit(this);
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => checked((int)Long(column));

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? MaybeText(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The bytes of a blob, or of a text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(handle, column);

    public byte[] Blob(int column) => Span(column).ToArray();

    public CaseId Id(int column) => Columns.Id(Span(column));

    public LocalDate Date(int column) => Columns.Date(Text(column));

    public LocalDate? MaybeDate(int column) => IsNull(column) ? null : Date(column);

    public Instant Moment(int column) => Instant.FromUnixTimeTicks(Long(column));

    public Instant? MaybeMoment(int column) => IsNull(column) ? null : Moment(column);

    public void Dispose() => handle.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    private void Reset()
    {
        bound = 0;
        raw.sqlite3_reset(handle);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
