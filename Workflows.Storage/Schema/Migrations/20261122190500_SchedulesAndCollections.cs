using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Schema.Migrations
{
    /// <inheritdoc />
    public partial class SchedulesAndCollections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "effective_at",
                table: "definitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // What was published before there were schedules is in force since its publication.
            migrationBuilder.Sql("UPDATE definitions SET effective_at = published_at");

            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "schedule",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "collected",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    first = table.Column<long>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collected", x => new { x.case_id, x.kind, x.source, x.first });
                });

            migrationBuilder.CreateIndex(
                name: "IX_facts_kind_agency_position",
                table: "facts",
                columns: new[] { "kind", "agency", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_procedure_schedule_period_agency",
                table: "cases",
                columns: new[] { "procedure", "schedule", "period", "agency" },
                filter: "schedule IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_collected_kind_source_first",
                table: "collected",
                columns: new[] { "kind", "source", "first" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "collected");

            migrationBuilder.DropIndex(
                name: "IX_facts_kind_agency_position",
                table: "facts");

            migrationBuilder.DropIndex(
                name: "IX_cases_procedure_schedule_period_agency",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "effective_at",
                table: "definitions");

            migrationBuilder.DropColumn(
                name: "period",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "schedule",
                table: "cases");
        }
    }
}
