using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>A link that signs somebody in to the console: five minutes, once. Only the hash of what stands in the link is kept.</summary>
public sealed class SignInLink
{
    public required string Hash { get; init; }
    public required Guid MemberId { get; init; }
    public required DateTime Until { get; init; }
    public DateTime? UsedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<SignInLink>
    {
        public void Configure(EntityTypeBuilder<SignInLink> link)
        {
            link.ToTable("SignInLinks").HasKey(l => l.Hash);
            link.HasIndex(l => l.MemberId);
            link.HasIndex(l => l.Until);
        }
    }
}
