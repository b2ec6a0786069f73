using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// A message as it is wanted and as it stands on the platform. It waits while <see cref="Revision"/> is ahead of
/// <see cref="SentRevision"/>: that is the whole outbox. Whoever wants a change writes the wanted half, the
/// dispatcher writes the sent half, and neither touches the other's columns; so a card wanted at revision 3 while
/// revision 1 is under way is next sent once, at 3. The remote id outlives the body.
/// </summary>
public sealed class Message
{
    /// <summary>The <see cref="LastError"/> of what waits for somebody who blocked the bot: no channel has a code with a hyphen.</summary>
    public const string PersonBlocked = "person-blocked";

    /// <summary>The <see cref="LastError"/> of what its feature took back before it ever went out.</summary>
    public const string NotWanted = "not-wanted";

    /// <summary>The <see cref="LastError"/> of what was given up and then put aside in the console.</summary>
    public const string Discarded = "put-aside";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is: <c>kudos/{id}/posted</c>. One message a key.</summary>
    public required string Key { get; init; }
    public required int InstallationId { get; init; }
    public required PlaceKind PlaceKind { get; init; }
    public required string PlaceId { get; init; }
    public string? Thread { get; init; }

    /// <summary>The member it is for, where it goes to one person.</summary>
    public Guid? ForMember { get; init; }
    public required Priority Priority { get; init; }
    public required DateTime CreatedAt { get; init; }

    // Wanted.
    public int Revision { get; set; } = 1;

    /// <summary>The very bytes of the channel's dialect: what is stored is what goes out. Emptied seven days after it was sent.</summary>
    public required string Body { get; set; }

    /// <summary>What a notification says.</summary>
    public required string Summary { get; set; }

    // Sent.
    public int SentRevision { get; set; }
    public DateTime DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTime? LeaseUntil { get; set; }

    /// <summary>Counts the claims: who comes back with an older one is too late.</summary>
    public int Fence { get; set; }
    public DateTime? SentAt { get; set; }
    public string? RemoteId { get; set; }

    /// <summary>The conversation it landed in, where that is not the place's own id (a direct message).</summary>
    public string? RemotePlace { get; set; }

    /// <summary>Why the last try failed: the channel's code, never its words; or <see cref="PersonBlocked"/>.</summary>
    public string? LastError { get; set; }

    /// <summary>Given up: refused for good, or eight tries.</summary>
    public DateTime? DeadAt { get; set; }

    /// <summary>A send was under way when its node died or its answer got lost: it may stand there twice.</summary>
    public DateTime? UncertainAt { get; set; }

    public Address To => new(InstallationId, PlaceKind, PlaceId, Thread);

    sealed class Table : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> message)
        {
            message.ToTable("Messages").HasIndex(m => m.Key).IsUnique();
            message.Property(m => m.Revision).IsConcurrencyToken();
            message.Ignore(m => m.To);
            message.HasIndex(m => new { m.InstallationId, m.Priority, m.DueAt }).HasFilter("\"SentRevision\" < \"Revision\" AND \"DeadAt\" IS NULL").HasDatabaseName("IX_Messages_Waiting");
            message.HasIndex(m => m.SentAt).HasFilter("\"SentAt\" IS NOT NULL AND \"Body\" <> ''").HasDatabaseName("IX_Messages_Bodies");
            // What of somebody's is told, taken along or erased.
            message.HasIndex(m => m.ForMember).HasFilter("\"ForMember\" IS NOT NULL");
            message.HasIndex(m => m.DeadAt).HasFilter("\"DeadAt\" IS NOT NULL").HasDatabaseName("IX_Messages_Dead");
            message.HasIndex(m => m.UncertainAt).HasFilter("\"UncertainAt\" IS NOT NULL").HasDatabaseName("IX_Messages_Uncertain");
        }
    }
}

/// <summary>Which node sends for an installation, until when: one node paces one installation.</summary>
public sealed class Lane
{
    public required int InstallationId { get; init; }
    public required string Owner { get; set; }
    public required DateTime LeaseUntil { get; set; }

    sealed class Table : IEntityTypeConfiguration<Lane>
    {
        public void Configure(EntityTypeBuilder<Lane> lane)
        {
            lane.ToTable("Lanes").HasKey(l => l.InstallationId);
            lane.Property(l => l.InstallationId).ValueGeneratedNever();
        }
    }
}

/// <summary>A message on the local page: its "remote".</summary>
public sealed class LocalPost
{
    public long Id { get; private set; }
    public required string Place { get; init; }
    public required string Html { get; set; }
    public required int Revision { get; set; }
    public required DateTime At { get; init; }

    sealed class Table : IEntityTypeConfiguration<LocalPost>
    {
        public void Configure(EntityTypeBuilder<LocalPost> post) => post.ToTable("LocalPosts").HasIndex(p => p.Place);
    }
}
