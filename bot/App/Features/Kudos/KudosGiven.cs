using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Thanks from one person to one or more others. It outlives its giver's erasure, so its words are under nobody's key.</summary>
public sealed class KudosGiven
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FromId { get; set; }

    /// <summary>The giver's team at that time.</summary>
    public Guid? FromTeamId { get; set; }
    public required string Words { get; set; }

    /// <summary>What a customer said, where it was a customer who thanked them.</summary>
    public string? CustomerWords { get; init; }
    public bool FromCustomer { get; init; }

    /// <summary>The message that it was given for.</summary>
    public string? Link { get; init; }
    public required KudosAudience Audience { get; init; }
    public required DateTime At { get; init; }
    public DateTime? EditedAt { get; set; }
    public DateTime? UndoneAt { get; set; }

    /// <summary>HR hid them: they are shown nowhere until HR shows them again.</summary>
    public DateTime? HiddenAt { get; set; }

    /// <summary>Counts the changes; every change is one conditional update on it.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When the giver's day began and which number of it these have, where a daily limit was in force. Empty once taken back: the number is free again.</summary>
    public DateTime? Day { get; set; }
    public int? DayNumber { get; set; }

    /// <summary>Where it was posted in public.</summary>
    public int? PostedInstallationId { get; init; }
    public PlaceKind? PostedKind { get; init; }
    public string? PostedId { get; init; }
    public string? PostedThread { get; init; }

    public Address? PostedTo => PostedId is null ? null : new(PostedInstallationId!.Value, PostedKind!.Value, PostedId, PostedThread);

    sealed class Table : IEntityTypeConfiguration<KudosGiven>
    {
        public void Configure(EntityTypeBuilder<KudosGiven> kudos)
        {
            kudos.ToTable("Kudos").HasIndex(k => new { k.FromId, k.At });
            kudos.HasIndex(k => new { k.FromId, k.Day, k.DayNumber }).IsUnique().HasFilter("\"DayNumber\" IS NOT NULL");
            kudos.HasIndex(k => k.At);
            kudos.HasIndex(k => k.HiddenAt).HasFilter("\"HiddenAt\" IS NOT NULL");
            kudos.Property(k => k.Version).IsConcurrencyToken();
            kudos.Ignore(k => k.PostedTo);
        }
    }
}

/// <summary>Who sees it: everybody, the receivers, or the receivers and their managers. Fixed when it is given.</summary>
public enum KudosAudience : short { Public, Receivers, ReceiversAndManagers }

/// <summary>One person thanked.</summary>
public sealed class KudosReceipt
{
    public required Guid KudosId { get; init; }
    public required Guid ToId { get; init; }

    /// <summary>The receiver's team at that time.</summary>
    public Guid? ToTeamId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>
    /// A hash of giver, receiver and words: unique, so that the same words reach the same person once. It follows an
    /// edit; it is cleared when 24 hours have passed and somebody means it again, and when the kudos are taken back.
    /// </summary>
    public byte[]? Once { get; set; }

    sealed class Table : IEntityTypeConfiguration<KudosReceipt>
    {
        public void Configure(EntityTypeBuilder<KudosReceipt> receipt)
        {
            receipt.ToTable("KudosReceipts").HasKey(r => new { r.KudosId, r.ToId });
            receipt.HasIndex(r => new { r.ToId, r.At });
            receipt.HasIndex(r => r.Once).IsUnique();
            // A team's weeks.
            receipt.HasIndex(r => new { r.ToTeamId, r.At }).HasFilter("\"ToTeamId\" IS NOT NULL");
        }
    }
}

/// <summary>A value it was given for.</summary>
public sealed class KudosValue
{
    public required Guid KudosId { get; init; }
    public required string ValueId { get; init; }

    sealed class Table : IEntityTypeConfiguration<KudosValue>
    {
        public void Configure(EntityTypeBuilder<KudosValue> value) => value.ToTable("KudosValues").HasKey(v => new { v.KudosId, v.ValueId });
    }
}
