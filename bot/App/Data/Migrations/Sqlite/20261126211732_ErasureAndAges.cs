using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ErasureAndAges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_LeftAt",
                table: "Members",
                column: "LeftAt",
                filter: "\"LeftAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_MergedInto",
                table: "Members",
                column: "MergedInto",
                filter: "\"MergedInto\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_At",
                table: "Asks",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Members_LeftAt",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_MergedInto",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Asks_At",
                table: "Asks");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Members");
        }
    }
}
