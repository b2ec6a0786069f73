using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KudosReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "HiddenAt",
                table: "Kudos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KudosReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    KudosId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KudosReports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInLinks_Until",
                table: "SignInLinks",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Kudos_At",
                table: "Kudos",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Kudos_HiddenAt",
                table: "Kudos",
                column: "HiddenAt",
                filter: "\"HiddenAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConsoleSessions_Until",
                table: "ConsoleSessions",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_KudosReports_ById",
                table: "KudosReports",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_KudosReports_KudosId_ById",
                table: "KudosReports",
                columns: new[] { "KudosId", "ById" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KudosReports_SettledAt",
                table: "KudosReports",
                column: "SettledAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KudosReports");

            migrationBuilder.DropIndex(
                name: "IX_SignInLinks_Until",
                table: "SignInLinks");

            migrationBuilder.DropIndex(
                name: "IX_Kudos_At",
                table: "Kudos");

            migrationBuilder.DropIndex(
                name: "IX_Kudos_HiddenAt",
                table: "Kudos");

            migrationBuilder.DropIndex(
                name: "IX_ConsoleSessions_Until",
                table: "ConsoleSessions");

            migrationBuilder.DropColumn(
                name: "HiddenAt",
                table: "Kudos");
        }
    }
}
