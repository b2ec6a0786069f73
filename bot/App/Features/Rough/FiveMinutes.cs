using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Somebody asked a colleague of their own choice for five minutes. That colleague gets the request and nothing else.</summary>
public sealed class FiveMinutes
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FromId { get; set; }
    public required Guid ToId { get; set; }
    public required DateTime At { get; init; }
    public FiveMinutesState State { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<FiveMinutes>
    {
        public void Configure(EntityTypeBuilder<FiveMinutes> request)
        {
            request.ToTable("FiveMinutes").HasIndex(r => r.At);
            request.HasIndex(r => r.FromId);
            request.HasIndex(r => r.ToId);
            request.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>Unanswered: the asker was told so; the colleague may still answer.</summary>
public enum FiveMinutesState : short { Asked, Coming, NotNow, TakenBack, Unanswered }
