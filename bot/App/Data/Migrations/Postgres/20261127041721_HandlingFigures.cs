using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HandlingFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HandlingFigures",
                columns: table => new
                {
                    Window = table.Column<int>(type: "integer", nullable: false),
                    Measure = table.Column<short>(type: "smallint", nullable: false),
                    Urgency = table.Column<short>(type: "smallint", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Value = table.Column<double>(type: "double precision", nullable: true),
                    P90 = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandlingFigures", x => new { x.Window, x.Measure, x.Urgency, x.GroupId, x.TopicId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_HandlingFigures_GroupId_Window",
                table: "HandlingFigures",
                columns: new[] { "GroupId", "Window" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HandlingFigures");
        }
    }
}
