using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCulture.Bot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MessagesOfAMember : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Messages_ForMember",
                table: "Messages",
                column: "ForMember",
                filter: "\"ForMember\" IS NOT NULL");

            // A drawn card is several thousand characters, packed as it is written: lz4 takes a tenth of the time, where the server was built with it.
            migrationBuilder.Sql("""
                DO $$ BEGIN
                    ALTER TABLE "Messages" ALTER COLUMN "Body" SET COMPRESSION lz4;
                EXCEPTION WHEN feature_not_supported OR syntax_error THEN NULL;
                END $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_ForMember",
                table: "Messages");
        }
    }
}
