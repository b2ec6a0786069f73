using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Experts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ExpertSettings",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DutyDays = table.Column<short>(type: "INTEGER", nullable: true),
                    DutyFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    DutyTo = table.Column<int>(type: "INTEGER", nullable: true),
                    PausedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpertSettings", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "Expertises",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Expertises", x => new { x.MemberId, x.TopicId });
                });

            migrationBuilder.CreateTable(
                name: "LearntExamples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearntExamples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RouterGenerations",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    UpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Examples = table.Column<int>(type: "INTEGER", nullable: false),
                    Topics = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouterGenerations", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TopicSamples",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopicSamples", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Topics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Meanwhile = table.Column<string>(type: "TEXT", nullable: false),
                    ForCustomer = table.Column<string>(type: "TEXT", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topics", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TriageTurns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageTurns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Expertises_TopicId",
                table: "Expertises",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_LearntExamples_At",
                table: "LearntExamples",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_LearntExamples_MemberId",
                table: "LearntExamples",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_LearntExamples_Position",
                table: "LearntExamples",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LearntExamples_QuestionId",
                table: "LearntExamples",
                column: "QuestionId");

            migrationBuilder.CreateIndex(
                name: "IX_TopicSamples_TopicId_Place",
                table: "TopicSamples",
                columns: new[] { "TopicId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_Topics_NameKey",
                table: "Topics",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TriageTurns_MemberId_From",
                table: "TriageTurns",
                columns: new[] { "MemberId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TriageTurns_To",
                table: "TriageTurns",
                column: "To");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExpertSettings");

            migrationBuilder.DropTable(
                name: "Expertises");

            migrationBuilder.DropTable(
                name: "LearntExamples");

            migrationBuilder.DropTable(
                name: "RouterGenerations");

            migrationBuilder.DropTable(
                name: "TopicSamples");

            migrationBuilder.DropTable(
                name: "Topics");

            migrationBuilder.DropTable(
                name: "TriageTurns");
        }
    }
}
