using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Data;

/// <summary>A workspace, a tenant or the local page. Every account, place, message and token belongs to one.</summary>
public sealed class Installation : IKept
{
    public int Id { get; private set; }
    public required Channel Channel { get; init; }

    /// <summary>Slack's team id, the Entra tenant, or "local".</summary>
    public required string ExternalId { get; init; }
    public required string Name { get; set; }

    /// <summary>The bot's own account there.</summary>
    public string? BotId { get; set; }

    /// <summary>Where Teams said it can be reached, the last time; checked against the allowed hosts again before each use.</summary>
    public string? ServiceUrl { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? RemovedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> installation) => installation.HasIndex(i => new { i.Channel, i.ExternalId }).IsUnique();
    }
}

/// <summary>A person, however many platforms know them.</summary>
public sealed class Member : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>The name folded for comparison (<see cref="Folding.Key"/>).</summary>
    public required string NameKey { get; set; }
    public string? Email { get; set; }
    public string? Zone { get; set; }
    public string? Culture { get; set; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    /// <summary>A part of the country that has holidays of its own, as HR's files call it.</summary>
    public string? Region { get; set; }

    /// <summary>Where they work: programmes and switches go by it.</summary>
    public string? Site { get; set; }

    /// <summary>Working days and minutes of the own day; null: Monday to Friday, 9:00 to 17:00. Shifts go before.</summary>
    public Weekdays? WorkDays { get; set; }
    public int? WorkFrom { get; set; }
    public int? WorkTo { get; set; }
    public Roles Roles { get; set; }
    public bool IsBot { get; set; }

    /// <summary>True until a roster or an import has told more than an id.</summary>
    public bool IsStub { get; set; }

    /// <summary>Their first and their last day, as HR's files say; the day after the last one they have left.</summary>
    public DateOnly? StartsOn { get; set; }
    public DateOnly? LeavesOn { get; set; }
    public DateTime? LeftAt { get; set; }

    /// <summary>Whose word stands where several say something: HR's before a platform's, a platform's before their own.</summary>
    public Said SaidByHr { get; set; }
    public Said SaidByPlatform { get; set; }

    /// <summary>Whether their zone or language is what their platform says: nobody said it yet, or it did; HR did not, and they did not.</summary>
    public bool Follows(Said what) => !SaidByHr.HasFlag(what) && (SaidByPlatform.HasFlag(what) || (what is Said.Zone ? Zone : Culture) is null);

    /// <summary>Who stands in for them with their teams: while they are away, or always.</summary>
    public Guid? DeputyId { get; set; }
    public bool DeputyIsAlways { get; set; }

    /// <summary>When they last had their own data erased: a private form that was opened before then keeps nothing any more.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>Set when this person turned out to be another one whom we knew: all that is new goes there.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>The account that messages go to: the last one used, unless chosen.</summary>
    public Guid? HomeAccountId { get; set; }
    public bool HomeIsChosen { get; set; }
    public required DateTime CreatedAt { get; init; }

    sealed class Table : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> member)
        {
            member.HasIndex(m => m.NameKey);
            member.HasIndex(m => m.Email).IsUnique();
            member.HasIndex(m => m.LeftAt).HasFilter("\"LeftAt\" IS NOT NULL");
            member.HasIndex(m => m.LeavesOn).HasFilter("\"LeavesOn\" IS NOT NULL");
            member.HasIndex(m => m.DeputyId).HasFilter("\"DeputyId\" IS NOT NULL");
            member.HasIndex(m => m.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
        }
    }
}

/// <summary>How a platform knows a member.</summary>
public sealed class Account : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required int InstallationId { get; init; }

    /// <summary>Slack's user id, Teams' id for this bot (29:…), the local page's short name.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Entra's object id.</summary>
    public string? DirectoryId { get; set; }
    public required Guid MemberId { get; set; }
    public string? VerifiedEmail { get; set; }

    /// <summary>The one-to-one conversation with the bot, once it is known.</summary>
    public string? Conversation { get; set; }

    /// <summary>They removed or blocked the bot: nothing is sent until they come back.</summary>
    public DateTime? BlockedAt { get; set; }
    public DateTime? LeftAt { get; set; }
    public required DateTime CreatedAt { get; init; }

    sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.HasIndex(a => new { a.InstallationId, a.ExternalId }).IsUnique();
            account.HasIndex(a => new { a.InstallationId, a.DirectoryId });
            account.HasIndex(a => a.MemberId);
        }
    }
}

/// <summary>A team of the organisation; a tree.</summary>
public sealed class Team : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public Guid? ParentId { get; set; }
    public Guid? ManagerId { get; set; }

    /// <summary>Where the team's public kudos are posted when they were given in private: an installation and a conversation there.</summary>
    public int? KudosInstallationId { get; set; }
    public string? KudosPlaceId { get; set; }

    sealed class Table : IEntityTypeConfiguration<Team>
    {
        public void Configure(EntityTypeBuilder<Team> team)
        {
            team.HasIndex(t => t.Name).IsUnique();
            team.HasIndex(t => t.ManagerId);
        }
    }
}

/// <summary>Who was in which team, from when to when.</summary>
public sealed class TeamMembership : IKept
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TeamId { get; init; }
    public required Guid MemberId { get; set; }
    public required DateTime From { get; init; }
    public DateTime? To { get; set; }

    sealed class Table : IEntityTypeConfiguration<TeamMembership>
    {
        public void Configure(EntityTypeBuilder<TeamMembership> membership)
        {
            membership.HasIndex(m => new { m.MemberId, m.To });
            membership.HasIndex(m => new { m.TeamId, m.To });
        }
    }
}

/// <summary>A shared conversation in which the bot is.</summary>
public sealed class Place : IKept
{
    public int Id { get; private set; }
    public required int InstallationId { get; init; }
    public required string ExternalId { get; init; }
    public required PlaceKind Kind { get; set; }
    public string? Name { get; set; }
    public DateTime? RemovedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place) => place.HasIndex(p => new { p.InstallationId, p.ExternalId }).IsUnique();
    }
}

/// <summary>Something a platform delivered and that had an effect: a second delivery finds it here. Kept for seven days.</summary>
public sealed class SeenEvent
{
    public required int InstallationId { get; init; }
    public required string EventId { get; init; }
    public required DateTime At { get; init; }

    sealed class Table : IEntityTypeConfiguration<SeenEvent>
    {
        public void Configure(EntityTypeBuilder<SeenEvent> seen)
        {
            seen.ToTable("Seen").HasKey(s => new { s.InstallationId, s.EventId });
            seen.HasIndex(s => s.At);
        }
    }
}

/// <summary>A rule that HR sets, in force at once. The keys and their defaults are in <see cref="Policies"/>.</summary>
public sealed class Policy : IKept
{
    public required string Key { get; init; }
    public required string Value { get; set; }
    public Guid? ChangedBy { get; set; }
    public DateTime? ChangedAt { get; set; }

    sealed class Table : IEntityTypeConfiguration<Policy>
    {
        public void Configure(EntityTypeBuilder<Policy> policy) => policy.ToTable("Policies").HasKey(p => p.Key);
    }
}

/// <summary>Who did what to which row, and when. Appended, never changed; no words of people in it.</summary>
public sealed class AuditEntry
{
    public long Id { get; private set; }
    public required DateTime At { get; init; }
    public Guid? Actor { get; init; }

    /// <summary>The act, as <c>feature.verb</c>.</summary>
    public required string Act { get; init; }
    public required string Row { get; init; }

    /// <summary>Whom it concerns, where that is a person: they may see the entries about them.</summary>
    public Guid? About { get; init; }

    sealed class Table : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            entry.ToTable("Audit").HasIndex(e => new { e.About, e.At });
            entry.HasIndex(e => e.At);
            // The log is read from its end, by whoever acted or by what was done.
            entry.HasIndex(e => new { e.Act, e.Id });
            entry.HasIndex(e => new { e.Actor, e.Id });
        }
    }
}

/// <summary>
/// What somebody had filled in when a form could not be opened at once: the button that opens it finds it here. Ordinary
/// forms only; a private form has none. Kept for a day.
/// </summary>
public sealed class Draft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; init; }

    /// <summary>The form's route.</summary>
    public required string Form { get; init; }

    /// <summary>The answers by field id, as JSON.</summary>
    public required string Answers { get; init; }
    public required DateTime At { get; init; }

    sealed class Table : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> draft) => draft.ToTable("Drafts").HasIndex(d => d.At);
    }
}
