using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Makes the reader for whom a card is drawn.</summary>
public static class Readers
{
    /// <param name="who">The one person it is for; null: everybody in the place.</param>
    /// <param name="to">Where it will stand: its mentions and tickets are made for there.</param>
    public static Reader For(MemberInfo? who, Address to, Tickets tickets) => new()
    {
        Installation = to.Installation,
        Zone = who?.Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc,
        Culture = CultureInfo.InvariantCulture,
        Seal = tickets.For(to, who?.Id),
    };
}
