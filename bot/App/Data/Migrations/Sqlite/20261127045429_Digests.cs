using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DigestPlans",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Rhythm = table.Column<short>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Minute = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestPlans", x => new { x.MemberId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Numbers = table.Column<string>(type: "TEXT", nullable: false),
                    SentTo = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => new { x.MemberId, x.Kind, x.Week });
                });

            migrationBuilder.CreateIndex(
                name: "IX_KudosReceipts_ToTeamId_At",
                table: "KudosReceipts",
                columns: new[] { "ToTeamId", "At" },
                filter: "\"ToTeamId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DigestPlans_NextAt",
                table: "DigestPlans",
                column: "NextAt",
                filter: "\"NextAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_At",
                table: "Digests",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_SentTo_Kind_Week",
                table: "Digests",
                columns: new[] { "SentTo", "Kind", "Week" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigestPlans");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_KudosReceipts_ToTeamId_At",
                table: "KudosReceipts");
        }
    }
}
