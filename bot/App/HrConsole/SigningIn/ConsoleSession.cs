using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>
/// Somebody is signed in to the console. The row is the session: the browser holds a secret of which only the hash is
/// kept, and without the row it opens nothing.
/// </summary>
public sealed class ConsoleSession
{
    public required string Hash { get; init; }
    public required Guid MemberId { get; init; }
    public required DateTime From { get; init; }
    public required DateTime Until { get; init; }

    sealed class Table : IEntityTypeConfiguration<ConsoleSession>
    {
        public void Configure(EntityTypeBuilder<ConsoleSession> session)
        {
            session.ToTable("ConsoleSessions").HasKey(s => s.Hash);
            session.HasIndex(s => s.MemberId);
            session.HasIndex(s => s.Until);
        }
    }
}
