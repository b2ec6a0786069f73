using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingTheAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Audit_Act_Id",
                table: "Audit",
                columns: new[] { "Act", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Actor_Id",
                table: "Audit",
                columns: new[] { "Actor", "Id" });

            // Until now working hours came from HR's files alone: they are HR's word.
            migrationBuilder.Sql("""UPDATE "Members" SET "SaidByHr" = "SaidByHr" | 8 WHERE "WorkDays" IS NOT NULL OR "WorkFrom" IS NOT NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Audit_Act_Id",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Actor_Id",
                table: "Audit");
        }
    }
}
