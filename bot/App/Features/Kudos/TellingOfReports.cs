using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Tells HR at home that a report has come: each of them at most once an hour. What comes within the hour is counted in the message that stands there.</summary>
public sealed class TellingOfReports(Register register)
{
    /// <summary>What the messages' keys begin with.</summary>
    public const string Prefix = "reports/";

    const int MostPeople = 50;
    static readonly TimeSpan Apart = TimeSpan.FromHours(1);

    /// <param name="report">New in this unit of work.</param>
    internal async Task<IReadOnlyList<Send>> Of(KudosReport report, Turn turn, CancellationToken cancel)
    {
        var keepers = (await register.Members((await Access.Keepers(turn.Db, MostPeople, cancel)).Where(id => id != report.ById), cancel)).Where(one => one.Mailbox is not null).ToList();
        var waiting = await Waiting(report.KudosId, turn.Db, cancel);
        var standing = await Standing([.. keepers.Select(one => one.Id)], turn, cancel);
        var hour = turn.Now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        return [.. keepers.Select(one => standing.TryGetValue(one.Id, out var key)
            ? new Send(key, one.Mailbox!, ReportsWaiting.For(waiting)) { For = one.Id, Changes = true }
            : new Send(Key(one.Id, hour), one.Mailbox!, ReportsWaiting.For(waiting)) { For = one.Id, Waits = one.Home is null })];
    }

    // Two reports in one instant see nothing of each other; by the hour their messages have one key, so the second one is tried again and finds the first.
    static string Key(Guid keeper, string hour) => $"{Prefix}{hour}/{keeper:N}";

    static async Task<int> Waiting(Guid reported, Db db, CancellationToken cancel) =>
        1 + await db.KudosReports.Where(one => one.SettledAt == null && one.KudosId != reported).Select(one => one.KudosId).Distinct().CountAsync(cancel);

    // Whom something was told within the hour, and in which message.
    static async Task<Dictionary<Guid, string>> Standing(IReadOnlyList<Guid> keepers, Turn turn, CancellationToken cancel)
    {
        var since = turn.Now - Apart;
        var told = await turn.Db.Messages.AsNoTracking().Where(message => message.ForMember != null && keepers.Contains(message.ForMember.Value) && message.CreatedAt > since && message.Key.StartsWith(Prefix))
            .Select(message => new { Member = message.ForMember!.Value, message.Key, message.CreatedAt }).ToListAsync(cancel);
        return told.GroupBy(one => one.Member).ToDictionary(own => own.Key, own => own.MaxBy(one => one.CreatedAt)!.Key);
    }
}
