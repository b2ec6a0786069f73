using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// A question held out to one person, and what became of that. A unique index lets a question have one live offer only:
/// whatever else happens, it is never with two people at once.
/// </summary>
public sealed class QuestionOffer
{
    public required Guid QuestionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Guid.Empty: a colleague who had their data erased.</summary>
    public required Guid MemberId { get; set; }
    public required OfferKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required DateTime Until { get; set; }
    public OfferOutcome Outcome { get; set; }

    /// <summary>Not now: when they can be asked again.</summary>
    public DateTime? BackAt { get; set; }

    /// <summary>Why it was them: as <see cref="ServiceCulture.Cards.Escalations.ExpertReason.Stored"/>; cards make words of it. Empty: somebody named them.</summary>
    public required string Why { get; set; }

    sealed class Table : IEntityTypeConfiguration<QuestionOffer>
    {
        public void Configure(EntityTypeBuilder<QuestionOffer> offer)
        {
            offer.ToTable("QuestionOffers").HasKey(o => new { o.QuestionId, o.Number });
            offer.HasIndex(o => o.QuestionId).IsUnique().HasFilter("\"Outcome\" = 0").HasDatabaseName("IX_QuestionOffers_Live");
            offer.HasIndex(o => new { o.MemberId, o.At });
        }
    }
}
