using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleAndDeputies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DeputyId",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DeputyIsAlways",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeavesOn",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SaidByHr",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SaidByPlatform",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_DeputyId",
                table: "Members",
                column: "DeputyId",
                filter: "\"DeputyId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_LeavesOn",
                table: "Members",
                column: "LeavesOn",
                filter: "\"LeavesOn\" IS NOT NULL");

            // Whoever was no stub was described by HR's file: what it said stands, as it stood before.
            migrationBuilder.Sql("""
                UPDATE "Members" SET "SaidByHr" = 1 + CASE WHEN "Zone" IS NULL THEN 0 ELSE 2 END + CASE WHEN "Culture" IS NULL THEN 0 ELSE 4 END
                WHERE NOT "IsStub" AND "Email" IS NOT NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Members_DeputyId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_LeavesOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "DeputyId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "DeputyIsAlways",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "LeavesOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SaidByHr",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SaidByPlatform",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "Members");
        }
    }
}
