using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Schema.Migrations
{
    /// <inheritdoc />
    public partial class ThreeAdministrators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "administration",
                table: "access_keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "expires_at",
                table: "access_keys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "limits",
                table: "access_keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_hash",
                table: "access_keys",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "previous_until",
                table: "access_keys",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in new[] { "administration", "expires_at", "limits", "previous_hash", "previous_until" })
                migrationBuilder.DropColumn(name: column, table: "access_keys");
        }
    }
}
