using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using Workflows.Storage;
using Workflows.Storage.Database;
using Workflows.Storage.Schema;

namespace Workflows.Tests.Storage;

public class MigrationTest
{
    [Test]
    public void Model_AgreesWithTheMigrations()
    {
        using var context = new StorageContext(StorageContext.Options("Data Source=:memory:"));

        context.Database.HasPendingModelChanges().Should().BeFalse();
        context.Database.GetMigrations().Should().HaveCount(DatabaseFile.SchemaVersion);
    }

    [Test]
    public void Open_FileOfANewerProgram_IsRefused()
    {
        using var database = new TestDatabase();
        database.Database.Dispose();
        database.Sql($"PRAGMA user_version = {DatabaseFile.SchemaVersion + 1}");

        database.Invoking(it => it.Reopen()).Should().Throw<DatabaseRefusedException>().WithMessage("*newer*");
    }

    [Test]
    public void Open_NewFile_IsDurableAndInWalMode()
    {
        using var database = new TestDatabase();

        database.Rows("PRAGMA journal_mode")[0][0].Should().Be("wal");
        database.Rows("SELECT value FROM meta WHERE key = 'hash'")[0][0].Should().Be("Sha256");
    }
}
