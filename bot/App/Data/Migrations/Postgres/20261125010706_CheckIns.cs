using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CheckIns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "Members",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "Members",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "WorkDays",
                table: "Members",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkFrom",
                table: "Members",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WorkTo",
                table: "Members",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Day",
                table: "Kudos",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DayNumber",
                table: "Kudos",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Asks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Asks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Step = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CountedSeats",
                columns: table => new
                {
                    Question = table.Column<string>(type: "text", nullable: false),
                    Block = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedSeats", x => new { x.Question, x.Block, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "CountedSets",
                columns: table => new
                {
                    Question = table.Column<string>(type: "text", nullable: false),
                    Block = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Places = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedSets", x => new { x.Question, x.Block, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ExportLinks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportLinks", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "FiveMinutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiveMinutes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrozenFigures",
                columns: table => new
                {
                    Window = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Balance = table.Column<short>(type: "smallint", nullable: true),
                    Agreement = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenFigures", x => new { x.Question, x.Window, x.GroupId });
                });

            migrationBuilder.CreateTable(
                name: "HelpLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Country = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Hours = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Origin = table.Column<short>(type: "smallint", nullable: false),
                    ShippedAs = table.Column<string>(type: "text", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpLines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    Country = table.Column<string>(type: "text", nullable: false),
                    Region = table.Column<string>(type: "text", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => new { x.Country, x.Region, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Taking = table.Column<short>(type: "smallint", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnMinute = table.Column<int>(type: "integer", nullable: true),
                    OwnDays = table.Column<short>(type: "smallint", nullable: true),
                    Unanswered = table.Column<int>(type: "integer", nullable: false),
                    SilentSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "Phrases",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Origin = table.Column<short>(type: "smallint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Situation = table.Column<string>(type: "text", nullable: false),
                    ValueId = table.Column<string>(type: "text", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    Offer = table.Column<string>(type: "text", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: true),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Phrases", x => new { x.Id, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.ProgrammeId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Teams = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Roles = table.Column<int>(type: "integer", nullable: false),
                    Sites = table.Column<List<string>>(type: "text[]", nullable: false),
                    PackId = table.Column<string>(type: "text", nullable: false),
                    PackVersion = table.Column<int>(type: "integer", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Days = table.Column<short>(type: "smallint", nullable: false),
                    WindowFrom = table.Column<int>(type: "integer", nullable: false),
                    WindowTo = table.Column<int>(type: "integer", nullable: false),
                    ResponseMinutes = table.Column<int>(type: "integer", nullable: false),
                    RemindAfterMinutes = table.Column<int>(type: "integer", nullable: true),
                    QuietFrom = table.Column<int>(type: "integer", nullable: false),
                    QuietTo = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PromptPacks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Origin = table.Column<short>(type: "smallint", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Prompts = table.Column<List<string>>(type: "text[]", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromptPacks", x => new { x.Id, x.Language, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "PulseAnswers",
                columns: table => new
                {
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Statement = table.Column<string>(type: "text", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Agrees = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseAnswers", x => new { x.AskId, x.Statement });
                });

            migrationBuilder.CreateTable(
                name: "Shifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    End = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsAbsence = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SwitchedOff",
                columns: table => new
                {
                    Site = table.Column<string>(type: "text", nullable: false),
                    Feature = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SwitchedOff", x => new { x.Site, x.Feature });
                });

            migrationBuilder.CreateTable(
                name: "Thoughts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    BackAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Thoughts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Kudos_FromId_Day_DayNumber",
                table: "Kudos",
                columns: new[] { "FromId", "Day", "DayNumber" },
                unique: true,
                filter: "\"DayNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_MemberId_Kind_Day",
                table: "Asks",
                columns: new[] { "MemberId", "Kind", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Asks_ProgrammeId_Day",
                table: "Asks",
                columns: new[] { "ProgrammeId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Asks_RemindAt",
                table: "Asks",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Asks_Until",
                table: "Asks",
                column: "Until",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_At",
                table: "CheckIns",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_MemberId_Day",
                table: "CheckIns",
                columns: new[] { "MemberId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CountedSeats_MemberId_Question",
                table: "CountedSeats",
                columns: new[] { "MemberId", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FiveMinutes_At",
                table: "FiveMinutes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FiveMinutes_FromId",
                table: "FiveMinutes",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_FiveMinutes_ToId",
                table: "FiveMinutes",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_FrozenFigures_GroupId_Window",
                table: "FrozenFigures",
                columns: new[] { "GroupId", "Window" });

            migrationBuilder.CreateIndex(
                name: "IX_HelpLines_Country",
                table: "HelpLines",
                column: "Country");

            migrationBuilder.CreateIndex(
                name: "IX_HelpLines_ShippedAs",
                table: "HelpLines",
                column: "ShippedAs",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_MemberId",
                table: "Plans",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_NextAt",
                table: "Plans",
                column: "NextAt",
                filter: "\"NextAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_Name",
                table: "Programmes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PulseAnswers_At",
                table: "PulseAnswers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_PulseAnswers_MemberId",
                table: "PulseAnswers",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_End",
                table: "Shifts",
                column: "End");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_MemberId_Start",
                table: "Shifts",
                columns: new[] { "MemberId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Thoughts_At",
                table: "Thoughts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Thoughts_BackAt",
                table: "Thoughts",
                column: "BackAt",
                filter: "\"BackAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Thoughts_MemberId_At",
                table: "Thoughts",
                columns: new[] { "MemberId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Asks");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "CountedSeats");

            migrationBuilder.DropTable(
                name: "CountedSets");

            migrationBuilder.DropTable(
                name: "ExportLinks");

            migrationBuilder.DropTable(
                name: "FiveMinutes");

            migrationBuilder.DropTable(
                name: "FrozenFigures");

            migrationBuilder.DropTable(
                name: "HelpLines");

            migrationBuilder.DropTable(
                name: "Holidays");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Phrases");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "Programmes");

            migrationBuilder.DropTable(
                name: "PromptPacks");

            migrationBuilder.DropTable(
                name: "PulseAnswers");

            migrationBuilder.DropTable(
                name: "Shifts");

            migrationBuilder.DropTable(
                name: "SwitchedOff");

            migrationBuilder.DropTable(
                name: "Thoughts");

            migrationBuilder.DropIndex(
                name: "IX_Kudos_FromId_Day_DayNumber",
                table: "Kudos");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "WorkDays",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "WorkFrom",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "WorkTo",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Day",
                table: "Kudos");

            migrationBuilder.DropColumn(
                name: "DayNumber",
                table: "Kudos");
        }
    }
}
