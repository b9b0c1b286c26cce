using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Schema.Migrations
{
    /// <inheritdoc />
    public partial class DeadlineFeedsAndLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "changed_at",
                table: "deadlines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "sequence",
                table: "deadlines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What the journal says of the clocks of cases that were written before.
            migrationBuilder.Sql(
                """
                UPDATE deadlines SET (sequence, changed_at) = (
                    SELECT sequence, recorded_at FROM journal
                    WHERE journal.case_id = deadlines.case_id AND type = 'deadline-changed' AND json_extract(CAST(bytes AS TEXT), '$.event.clock') = deadlines.clock
                    ORDER BY sequence DESC LIMIT 1)
                """);

            migrationBuilder.CreateTable(
                name: "case_links",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    trigger = table.Column<string>(type: "TEXT", nullable: true),
                    documents = table.Column<string>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    creator_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_feeds",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agency = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    procedures = table.Column<string>(type: "TEXT", nullable: true),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_feeds", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_admin_log_changes",
                table: "admin_log",
                column: "position",
                filter: "NOT (action >= 'read.' AND action < 'read/')");

            migrationBuilder.CreateIndex(
                name: "IX_admin_log_reads",
                table: "admin_log",
                column: "position",
                filter: "action >= 'read.' AND action < 'read/'");

            migrationBuilder.CreateIndex(
                name: "IX_case_links_case_id",
                table: "case_links",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_links_hash",
                table: "case_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deadline_feeds_hash",
                table: "deadline_feeds",
                column: "hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_links");

            migrationBuilder.DropTable(
                name: "deadline_feeds");

            migrationBuilder.DropIndex(
                name: "IX_admin_log_changes",
                table: "admin_log");

            migrationBuilder.DropIndex(
                name: "IX_admin_log_reads",
                table: "admin_log");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "sequence",
                table: "deadlines");
        }
    }
}
