using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Something changed that plans rest on: written in the very unit of work that changes it, and turned into plans that
/// are due by the job's next minute. One of the below says whose; none of them: everybody's.
/// </summary>
public sealed class Replanning
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? ProgrammeId { get; init; }
    public Guid? MemberId { get; init; }
    public string? Site { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>A programme was made or changed in any way.</summary>
    public static Replanning OfProgramme(Guid programme) => new() { ProgrammeId = programme };

    /// <summary>A person's choice, zone, team, roles (also that they manage a team), site, working hours or shifts changed, or they came back.</summary>
    public static Replanning OfMember(Guid member) => new() { MemberId = member };

    /// <summary>A feature was switched on or off at a site.</summary>
    public static Replanning AtSite(string site) => new() { Site = site };

    /// <summary>Its holidays changed.</summary>
    public static Replanning InCountry(string country) => new() { Country = country };

    /// <summary>Too many people to name each: an import of a whole file.</summary>
    public static Replanning OfEverybody() => new();

    sealed class Table : IEntityTypeConfiguration<Replanning>
    {
        public void Configure(EntityTypeBuilder<Replanning> replanning) => replanning.ToTable("Replannings");
    }
}
