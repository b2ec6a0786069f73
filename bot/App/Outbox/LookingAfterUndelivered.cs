using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// Messages that were given up, and those that may stand twice: shown without their words, sent again or put aside. Each
/// act is one conditional statement, so that it changes nothing once the message has moved on, and stands in the audit log.
/// </summary>
public sealed class LookingAfterUndelivered(IStore store, Doorbell doorbell, TimeProvider clock)
{
    /// <summary>So many are shown at once, the latest first.</summary>
    public const int Most = 200;

    public const string AgainAct = "messages.again", TakeBackAct = "messages.take-back", DiscardAct = "messages.discard", BringBackAct = "messages.bring-back";

    /// <summary>What is tried again waits so long, and can be taken back meanwhile.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<UndeliveredRow>> Find(CancellationToken cancel)
    {
        await using var db = store.Open();
        var messages = await Some(db.Messages.Where(message => message.DeadAt != null && message.LastError != Message.NotWanted && message.LastError != Message.Discarded), message => message.DeadAt)
            .Concat(Some(db.Messages.Where(message => message.UncertainAt != null && message.DeadAt == null), message => message.UncertainAt))
            .ToListAsync(cancel);
        var ids = messages.Select(message => message.ForMember).OfType<Guid>().Distinct().ToList();
        var people = await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        var places = await db.Places.AsNoTracking().Where(place => messages.Select(message => message.PlaceId).Contains(place.ExternalId)).ToListAsync(cancel);
        return [.. messages.OrderByDescending(message => message.At).Take(Most).Select(message => new UndeliveredRow(
            message.Id, message.Key.Split('/')[0], message.Kind, To(message, people, places), message.Channel, message.At, message.Error, message.Attempts, message.HasBody))];

        IQueryable<Found> Some(IQueryable<Message> of, System.Linq.Expressions.Expression<Func<Message, DateTime?>> by) => of.OrderByDescending(by).Take(Most)
            .Join(db.Installations, message => message.InstallationId, installation => installation.Id, (message, installation) => new Found
            {
                Id = message.Id,
                Key = message.Key,
                Kind = message.DeadAt == null ? UndeliveredKind.Uncertain : message.LastError == Message.PersonBlocked ? UndeliveredKind.Blocked : UndeliveredKind.Dead,
                ForMember = message.ForMember,
                Installation = message.InstallationId,
                PlaceId = message.PlaceId,
                PlaceKind = message.PlaceKind,
                Channel = installation.Channel,
                At = message.DeadAt ?? message.UncertainAt ?? message.CreatedAt,
                Error = message.LastError,
                Attempts = message.Attempts,
                HasBody = message.Body != "",
            });
    }

    /// <summary>Sends it once more, from the first try on, after <see cref="Grace"/>. False: it has moved on meanwhile, or its words are gone.</summary>
    public Task<bool> Again(MemberInfo who, Guid id, CancellationToken cancel) => Do(who, AgainAct, id, (all, now) => all.Where(message => message.DeadAt != null && message.Body != "")
        .ExecuteUpdateAsync(set => set.SetProperty(message => message.DeadAt, (DateTime?)null).SetProperty(message => message.Attempts, 0).SetProperty(message => message.DueAt, now + Grace)
            .SetProperty(message => message.LastError, (string?)null).SetProperty(message => message.LeaseUntil, (DateTime?)null), cancel), cancel);

    /// <summary>Gives it up again, as it was, before it went out. False: it is on its way already.</summary>
    public Task<bool> TakeBack(MemberInfo who, UndeliveredRow row, CancellationToken cancel) => Do(who, TakeBackAct, row.Id, (all, now) => all
        .Where(message => message.DeadAt == null && message.SentRevision < message.Revision && message.Attempts == 0 && message.LeaseUntil == null && message.DueAt > now)
        .ExecuteUpdateAsync(set => set.SetProperty(message => message.DeadAt, row.At).SetProperty(message => message.Attempts, row.Attempts).SetProperty(message => message.LastError, row.Error), cancel), cancel);

    /// <summary>Puts it aside: it is no longer shown here. A newer version of the same message is sent all the same.</summary>
    /// <returns>False: it has moved on meanwhile.</returns>
    public Task<bool> Discard(MemberInfo who, Guid id, CancellationToken cancel) => Do(who, DiscardAct, id, async (all, _) =>
        await all.Where(message => message.DeadAt != null).ExecuteUpdateAsync(set => set.SetProperty(message => message.LastError, Message.Discarded), cancel)
        + await all.Where(message => message.DeadAt == null && message.UncertainAt != null).ExecuteUpdateAsync(set => set.SetProperty(message => message.UncertainAt, (DateTime?)null), cancel), cancel);

    /// <summary>Brings back what was put aside, as it was.</summary>
    public Task<bool> BringBack(MemberInfo who, UndeliveredRow row, CancellationToken cancel) => Do(who, BringBackAct, row.Id, (all, _) => row.Kind is UndeliveredKind.Uncertain
        ? all.Where(message => message.UncertainAt == null).ExecuteUpdateAsync(set => set.SetProperty(message => message.UncertainAt, row.At), cancel)
        : all.Where(message => message.LastError == Message.Discarded).ExecuteUpdateAsync(set => set.SetProperty(message => message.LastError, row.Error), cancel), cancel);

    async Task<bool> Do(MemberInfo who, string act, Guid id, Func<IQueryable<Message>, DateTime, Task<int>> change, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var done = await store.Do(async db =>
        {
            if (await change(db.Messages.Where(message => message.Id == id), now) == 0)
                return false;
            var about = await db.Messages.Where(message => message.Id == id).Select(message => message.ForMember).SingleAsync(cancel);
            db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = act, Row = id.ToString(), About = about });
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        if (done)
            doorbell.Ring();
        return done;
    }

    static string To(Found message, Dictionary<Guid, string> people, List<Place> places) =>
        (message.ForMember is { } member ? people.GetValueOrDefault(member) : null)
        ?? places.Find(place => place.InstallationId == message.Installation && place.ExternalId == message.PlaceId)?.Name
        ?? (message.PlaceKind is PlaceKind.Person ? "somebody who is not known any more" : "a conversation");

    sealed class Found
    {
        public Guid Id { get; init; }
        public string Key { get; init; } = "";
        public UndeliveredKind Kind { get; init; }
        public Guid? ForMember { get; init; }
        public int Installation { get; init; }
        public string PlaceId { get; init; } = "";
        public PlaceKind PlaceKind { get; init; }
        public Channel Channel { get; init; }
        public DateTime At { get; init; }
        public string? Error { get; init; }
        public int Attempts { get; init; }
        public bool HasBody { get; init; }
    }
}

/// <summary>A message that did not arrive, or perhaps twice; none of its words.</summary>
/// <param name="Feature">What its key begins with.</param>
/// <param name="At">When it was given up, or became uncertain, UTC.</param>
/// <param name="Error">The channel's code, or one of ours.</param>
/// <param name="HasBody">False: its words are gone, so it can't be sent again.</param>
public sealed record UndeliveredRow(Guid Id, string Feature, UndeliveredKind Kind, string To, Channel Channel, DateTime At, string? Error, int Attempts, bool HasBody);

public enum UndeliveredKind
{
    /// <summary>Refused for good, or tried eight times.</summary>
    Dead,

    /// <summary>Its person has blocked the bot; it goes out when they come back.</summary>
    Blocked,

    /// <summary>A send was under way when its node died or the answer got lost: it may stand there twice.</summary>
    Uncertain,
}
