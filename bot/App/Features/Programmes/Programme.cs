using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What is asked regularly, of whom and when. HR's; in force from the next minute on.</summary>
public sealed class Programme : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required ProgrammeKind Kind { get; init; }
    public ProgrammeState State { get; set; }

    // Audience: a member of one of the teams, with one of the roles, at one of the sites. Empty: no condition.
    public List<Guid> Teams { get; set; } = [];
    public AudienceRoles Roles { get; set; }
    public List<string> Sites { get; set; } = [];

    public required string PackId { get; set; }

    /// <summary>Null: the version that is published at the time.</summary>
    public int? PackVersion { get; set; }
    public string Language { get; set; } = "en";

    public Weekdays Days { get; set; } = Weekdays.Workdays;

    /// <summary>Minutes of the person's day, 0 to 1,440; equal: any time of the shift. People are spread over all of it by a minute of their own.</summary>
    public int WindowFrom { get; set; }
    public int WindowTo { get; set; }

    /// <summary>Minutes for which an answer counts, and a missed ask may be made up for.</summary>
    public int ResponseMinutes { get; set; } = 240;

    /// <summary>Minutes after which whoever did not answer is reminded once; null: nobody is.</summary>
    public int? RemindAfterMinutes { get; set; }

    /// <summary>Minutes of the person's day in which nothing is sent; equal: none. May cross midnight.</summary>
    public int QuietFrom { get; set; }
    public int QuietTo { get; set; }

    /// <summary>First and last day, in the person's own zone; null: no limit.</summary>
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public int Version { get; set; } = 1;

    sealed class Table : IEntityTypeConfiguration<Programme>
    {
        public void Configure(EntityTypeBuilder<Programme> programme)
        {
            programme.ToTable("Programmes").HasIndex(p => p.Name).IsUnique();
            programme.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>Who is meant by the roles of an audience: those that people have, under the same numbers, and whoever manages a team.</summary>
[Flags]
public enum AudienceRoles
{
    None = 0,
    Expert = Roles.Expert,
    Hr = Roles.Hr,
    WorksCouncil = Roles.WorksCouncil,
    Owner = Roles.Owner,

    /// <summary>Stands with the team, not with the person.</summary>
    Manager = 1 << 8,
}

public enum ProgrammeKind : short { CheckIn, Pulse }

public enum ProgrammeState : short { Draft, On, Paused, Ended }
