using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Schema.Migrations
{
    /// <inheritdoc />
    public partial class RegistersAndReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "report_column",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "report_row",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "report_made",
                table: "cases",
                type: "TEXT",
                nullable: true);

            // Facts follow their event when its day is corrected; those recorded before did not. They are put right once the
            // definitions can be read.
            migrationBuilder.Sql("INSERT INTO meta (key, value) VALUES ('facts to be dated anew', 'true')");

            migrationBuilder.CreateIndex(
                name: "IX_facts_kind_occurred_on_position",
                table: "facts",
                columns: new[] { "kind", "occurred_on", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_agency_report_column_report_row_opened_on_closed_on",
                table: "cases",
                columns: new[] { "agency", "report_column", "report_row", "opened_on", "closed_on" },
                filter: "report_column IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_facts_kind_occurred_on_position",
                table: "facts");

            migrationBuilder.DropIndex(
                name: "IX_cases_agency_report_column_report_row_opened_on_closed_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "report_column",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "report_row",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "report_made",
                table: "cases");

            migrationBuilder.Sql("DELETE FROM meta WHERE key = 'facts to be dated anew' OR key LIKE 'counted by later %'");
        }
    }
}
