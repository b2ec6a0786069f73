using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>A request for five minutes, and the two cards about it.</summary>
public sealed class FiveMinutesRequests(Register register)
{
    static readonly TimeSpan Waits = TimeSpan.FromMinutes(AskFiveMinutes.Waits);

    /// <summary>After so long an answer helps nobody any more.</summary>
    internal static readonly TimeSpan Over = TimeSpan.FromHours(4);

    /// <summary>What an asker has asked on their own day, the latest first.</summary>
    internal static async Task<IReadOnlyList<FiveMinutes>> OfToday(Turn turn, CancellationToken cancel)
    {
        var since = LocalDay.Start(turn.Now, turn.Who.Zone);
        return await turn.Db.FiveMinutes.AsNoTracking().Where(one => one.FromId == turn.Who.Id && one.At >= since).OrderByDescending(one => one.At).ToListAsync(cancel);
    }

    internal static bool IsOpen(FiveMinutes one, DateTime now) => one.State is FiveMinutesState.Asked && now < one.At + Waits;

    /// <summary>Asked so long ago that the asker is to be told, and not so long that nobody cares.</summary>
    internal static IQueryable<FiveMinutes> Unanswered(Db db, DateTime now)
    {
        var (from, to) = (now - Over, now - Waits);
        return db.FiveMinutes.Where(one => one.At > from && one.At <= to && one.State == FiveMinutesState.Asked).OrderBy(one => one.At);
    }

    // Two of one person at the same moment, sent from two devices, get the same id: one of them is then looked at again.
    internal static FiveMinutes New(MemberInfo from, Guid to, int number, DateTime now) => new()
    {
        Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{from.Id}/{LocalDay.Of(now, from.Zone):O}/{number}")).AsSpan(0, 16)),
        FromId = from.Id,
        ToId = to,
        At = now,
    };

    internal static Send Request(FiveMinutes one, Person asker, MemberInfo colleague) =>
        new(RequestKey(one), colleague.Home!, FiveMinutesCard.Request(asker, one.Id.ToString(), one.Version)) { For = colleague.Id, Priority = Priority.Urgent };

    internal static Send Waiting(FiveMinutes one, MemberInfo asker, Address at, Person colleague) =>
        new(AskerKey(one), at, FiveMinutesCard.Waiting(colleague, one.Id.ToString(), one.Version)) { For = asker.Id };

    /// <summary>The colleague's card as it stands now.</summary>
    internal async Task<Card> AtColleague(FiveMinutes one, DateTime now, CancellationToken cancel)
    {
        var asker = await Who(one.FromId, cancel);
        return one.State switch
        {
            FiveMinutesState.Coming => FiveMinutesCard.SaidComing(asker),
            FiveMinutesState.NotNow => FiveMinutesCard.SaidNotNow(asker),
            FiveMinutesState.TakenBack => FiveMinutesCard.Over(asker),
            _ when now > one.At + Over => FiveMinutesCard.Over(asker),
            _ => FiveMinutesCard.Request(asker, one.Id.ToString(), one.Version),
        };
    }

    /// <summary>The asker's card as it stands now.</summary>
    internal async Task<Card> AtAsker(FiveMinutes one, CancellationToken cancel)
    {
        var colleague = await Who(one.ToId, cancel);
        return one.State switch
        {
            FiveMinutesState.TakenBack => FiveMinutesCard.TakenBack(colleague),
            FiveMinutesState.Asked or FiveMinutesState.Unanswered => FiveMinutesCard.Waiting(colleague, one.Id.ToString(), one.Version),
            _ => FiveMinutesCard.Waited(colleague),
        };
    }

    /// <summary>The colleague's or asker's card, changed where it stands.</summary>
    internal static Send Changed(string key, Card card) => new(key, new Address(0, PlaceKind.Person, ""), card) { Changes = true };

    // With its moment: after an erasure the day's count, and with it the ids, begin anew.
    internal static string RequestKey(FiveMinutes one) => $"five/{one.Id}/{new DateTimeOffset(one.At).ToUnixTimeMilliseconds()}";

    internal static string AskerKey(FiveMinutes one) => $"{RequestKey(one)}/asker";

    /// <summary>News to the asker; null where nothing reaches them any more.</summary>
    internal async Task<Send?> ToAsker(FiveMinutes one, string what, Func<Person, Card> card, CancellationToken cancel) =>
        await register.Member(one.FromId, cancel) is { HasLeft: false, Mailbox: { } mailbox } asker
            ? new Send($"{RequestKey(one)}/{what}", mailbox, card(await Who(one.ToId, cancel))) { For = asker.Id, Priority = Priority.Urgent, Waits = asker.Home is null }
            : null;

    async Task<Person> Who(Guid member, CancellationToken cancel) => (await register.Member(member, cancel))?.Person ?? new Person(member, "A colleague");
}
