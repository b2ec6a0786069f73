using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Data;

/// <summary>A member with what a turn asks of them, read once and kept for a while.</summary>
public sealed record MemberInfo(Guid Id, string Name)
{
    public string? Email { get; init; }
    public string? Zone { get; init; }
    public string? Culture { get; init; }

    /// <summary>What of zone and language is their platform's to say (<see cref="Data.Member.Follows"/>).</summary>
    public Said Follows { get; init; }

    /// <summary>ISO 3166-1, two letters; null where it is not known.</summary>
    public string? Country { get; init; }

    /// <summary>Where they work, as HR's files call it; null where it is not known.</summary>
    public string? Site { get; init; }
    public Roles Roles { get; init; }
    public bool IsBot { get; init; }
    public bool HasLeft { get; init; }

    /// <summary>Who stands in for them: while they are away, or always.</summary>
    public Guid? Deputy { get; init; }

    /// <summary>When they last had their data erased.</summary>
    public DateTime? ErasedAt { get; init; }
    public TeamInfo? Team { get; init; }

    /// <summary>Teams they manage.</summary>
    public IReadOnlyList<TeamInfo> Manages { get; init; } = [];

    /// <summary>Teams whose manager they stand in for now.</summary>
    public IReadOnlyList<TeamInfo> StandsInFor { get; init; } = [];
    public IReadOnlyList<AccountInfo> Accounts { get; init; } = [];

    /// <summary>Where messages to them go; null while no channel can reach them.</summary>
    public Address? Home { get; init; }

    /// <summary>Where what is for them is put: home, or, while no channel can reach them, where they find it once one can. Null: no platform knows them.</summary>
    public Address? Mailbox { get; init; }

    public Person Person => new(Id, Name, [.. Accounts.Select(account => new Handle(account.Installation, account.ExternalId))]);
}

public sealed record AccountInfo(Guid Id, int Installation, string ExternalId, string? Conversation);

public sealed record TeamInfo(Guid Id, string Name, Guid? Manager, Address? KudosPlace);
