using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Postgres
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
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Amount = table.Column<int>(type: "integer", nullable: true),
                    EditedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionEvents", x => new { x.QuestionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "QuestionOffers",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<short>(type: "smallint", nullable: false),
                    BackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionOffers", x => new { x.QuestionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Tried = table.Column<string>(type: "text", nullable: false),
                    Customer = table.Column<string>(type: "text", nullable: false),
                    Need = table.Column<string>(type: "text", nullable: false),
                    Link = table.Column<string>(type: "text", nullable: true),
                    Culture = table.Column<string>(type: "text", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Urgency = table.Column<short>(type: "smallint", nullable: false),
                    NeedsDecision = table.Column<bool>(type: "boolean", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    TriageId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Deadline = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WarnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswerBy = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CallBackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FirstAnswerAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SolvedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NudgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Transfers = table.Column<int>(type: "integer", nullable: false),
                    Reopened = table.Column<int>(type: "integer", nullable: false),
                    Overdue = table.Column<int>(type: "integer", nullable: false),
                    TriageRounds = table.Column<int>(type: "integer", nullable: false),
                    OffersInRound = table.Column<int>(type: "integer", nullable: false),
                    Repeated = table.Column<short>(type: "smallint", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastEvent = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RelayedMessages",
                columns: table => new
                {
                    QuestionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Event = table.Column<int>(type: "integer", nullable: false),
                    TargetKey = table.Column<string>(type: "text", nullable: false),
                    SourceInstallationId = table.Column<int>(type: "integer", nullable: false),
                    SourcePlace = table.Column<string>(type: "text", nullable: false),
                    SourceRemoteId = table.Column<string>(type: "text", nullable: false)
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
                name: "IX_RelayedMessages_SourceInstallationId_SourcePlace_SourceRemo~",
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
