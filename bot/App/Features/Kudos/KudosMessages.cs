using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The messages that kudos lead to, and how they change.</summary>
public sealed class KudosMessages(Register register)
{
    /// <summary>All messages of kudos just given.</summary>
    public async Task<List<Send>> New(KudosGiven kudos, KudosWords words, IReadOnlyList<MemberInfo> to, CancellationToken cancel)
    {
        var sends = new List<Send>();
        if (kudos.PostedTo is { } place)
            sends.Add(new Send(Posted(kudos), place, KudosCard.Posted(words)));
        foreach (var member in to.Where(member => member is { Mailbox: not null, HasLeft: false }))
            sends.Add(new Send(To(kudos, member.Id), member.Mailbox!, KudosCard.Received(words, member.Id)) { For = member.Id, Waits = member.Home is null });
        if (kudos.Audience is KudosAudience.ReceiversAndManagers)
            foreach (var manager in await Managers(kudos, to, cancel))
                sends.Add(new Send(ToManager(kudos, manager.Id), manager.Home!, KudosCard.ForManager(words)) { For = manager.Id });
        return sends;
    }

    /// <summary>The messages that there are, changed in place: whoever has one sees the change, whatever team or account they have now.</summary>
    /// <param name="instead">What all of them say from now on; null: the kudos in their new words.</param>
    public async Task<List<Send>> Changed(KudosGiven kudos, KudosWords words, Card? instead, Db db, CancellationToken cancel)
    {
        // Whatever else changes in them, hidden kudos show nothing of it.
        instead ??= kudos.HiddenAt is null ? null : KudosCard.Hidden;
        var prefix = Prefix(kudos);
        var keys = await db.Messages.AsNoTracking().Where(message => message.Key.StartsWith(prefix)).Select(message => message.Key).ToListAsync(cancel);
        var sends = new List<Send>();
        foreach (var key in keys)
            sends.Add(new Send(key, Anywhere, instead ?? await Card(key[prefix.Length..], words, cancel)) { Changes = true });
        return sends;
    }

    /// <summary>The receivers whose own messages went out or are on their way.</summary>
    public static async Task<IReadOnlyCollection<Guid>> Told(KudosGiven kudos, Db db, CancellationToken cancel)
    {
        var prefix = $"{Prefix(kudos)}to/";
        return await db.Messages.Where(message => message.Key.StartsWith(prefix) && message.DeadAt == null && message.LastError != Message.PersonBlocked && message.ForMember != null)
            .Select(message => message.ForMember!.Value).ToListAsync(cancel);
    }

    async Task<Card> Card(string part, KudosWords words, CancellationToken cancel) => part.Split('/') switch
    {
        ["to", var id] when Guid.TryParse(id, out var receiver) => KudosCard.Received(words, (await register.Member(receiver, cancel))?.Id ?? receiver),
        ["manager", _] => KudosCard.ForManager(words),
        _ => KudosCard.Posted(words),
    };

    public ValueTask<ValueBook> Values(CancellationToken cancel) => ValueBook.Read(register, cancel);

    /// <summary>Kudos of the database in the words of cards.</summary>
    public async Task<(KudosWords Words, IReadOnlyList<MemberInfo> To)> Tell(KudosGiven kudos, Db db, CancellationToken cancel)
    {
        var receivers = await db.KudosReceipts.AsNoTracking().Where(receipt => receipt.KudosId == kudos.Id).Select(receipt => receipt.ToId).ToListAsync(cancel);
        var valueIds = await db.KudosValues.AsNoTracking().Where(value => value.KudosId == kudos.Id).Select(value => value.ValueId).ToListAsync(cancel);
        // The rows come back in no order of their own: whoever is named again is named by name.
        IReadOnlyList<MemberInfo> to = [.. (await register.Members(receivers, cancel)).OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Id)];
        var from = await register.Member(kudos.FromId, cancel);
        return (Words(kudos, from?.Person ?? KudosWords.AColleague, to, valueIds, await Values(cancel)), to);
    }

    public static KudosWords Words(KudosGiven kudos, Person from, IReadOnlyList<MemberInfo> to, IReadOnlyList<string> valueIds, ValueBook values) => new(from,
        [.. to.Select(member => member.Person)],
        [.. valueIds.Select(values.Find).OfType<CoreValue>().Select(value => new ValueName(value.Id, value.Name, value.Glyph))],
        kudos.Words)
    {
        FromCustomer = kudos.FromCustomer,
        CustomerWords = kudos.CustomerWords ?? "",
        Link = Uri.TryCreate(kudos.Link, UriKind.Absolute, out var link) ? link : null,
        IsEdited = kudos.EditedAt is not null,
        Id = kudos.Id,
        Version = kudos.Version,
    };

    async Task<IReadOnlyList<MemberInfo>> Managers(KudosGiven kudos, IReadOnlyList<MemberInfo> to, CancellationToken cancel)
    {
        var ids = to.Select(member => member.Team?.Manager).OfType<Guid>().Distinct().Where(id => id != kudos.FromId && to.All(member => member.Id != id));
        return [.. (await register.Members(ids, cancel)).Where(Reachable)];
    }

    static bool Reachable(MemberInfo member) => member is { Home: not null, HasLeft: false };

    // A message that exists stays where it is.
    static readonly Address Anywhere = new(0, PlaceKind.Person, "");

    static string Prefix(KudosGiven kudos) => $"kudos/{kudos.Id:N}/";

    static string Posted(KudosGiven kudos) => $"{Prefix(kudos)}posted";

    static string To(KudosGiven kudos, Guid member) => $"{Prefix(kudos)}to/{member:N}";

    static string ToManager(KudosGiven kudos, Guid member) => $"{Prefix(kudos)}manager/{member:N}";
}
