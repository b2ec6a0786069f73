using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Questions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "QuestionEvents",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Amount = table.Column<int>(type: "INTEGER", nullable: true),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionEvents", x => new { x.QuestionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "QuestionOffers",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Outcome = table.Column<short>(type: "INTEGER", nullable: false),
                    BackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionOffers", x => new { x.QuestionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Tried = table.Column<string>(type: "TEXT", nullable: false),
                    Customer = table.Column<string>(type: "TEXT", nullable: false),
                    Need = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Culture = table.Column<string>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Urgency = table.Column<short>(type: "INTEGER", nullable: false),
                    NeedsDecision = table.Column<bool>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TriageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WarnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CallBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstAnswerAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Transfers = table.Column<int>(type: "INTEGER", nullable: false),
                    Reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    Overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    TriageRounds = table.Column<int>(type: "INTEGER", nullable: false),
                    OffersInRound = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<short>(type: "INTEGER", nullable: false),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastEvent = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RelayedMessages",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetKey = table.Column<string>(type: "TEXT", nullable: false),
                    SourceInstallationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SourcePlace = table.Column<string>(type: "TEXT", nullable: false),
                    SourceRemoteId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelayedMessages", x => new { x.QuestionId, x.Event, x.TargetKey });
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionEvents_MemberId",
                table: "QuestionEvents",
                column: "MemberId",
                filter: "\"MemberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionEvents_OtherId",
                table: "QuestionEvents",
                column: "OtherId",
                filter: "\"OtherId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionOffers_Live",
                table: "QuestionOffers",
                column: "QuestionId",
                unique: true,
                filter: "\"Outcome\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionOffers_MemberId_At",
                table: "QuestionOffers",
                columns: new[] { "MemberId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AskerId",
                table: "Questions",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Closed",
                table: "Questions",
                column: "ClosedAt",
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_DueAt",
                table: "Questions",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_OwnerId_State",
                table: "Questions",
                columns: new[] { "OwnerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_TopicId_ClosedAt",
                table: "Questions",
                columns: new[] { "TopicId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_TriageId",
                table: "Questions",
                column: "TriageId",
                filter: "\"TriageId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RelayedMessages_SourceInstallationId_SourcePlace_SourceRemoteId",
                table: "RelayedMessages",
                columns: new[] { "SourceInstallationId", "SourcePlace", "SourceRemoteId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuestionEvents");

            migrationBuilder.DropTable(
                name: "QuestionOffers");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "RelayedMessages");
        }
    }
}
