using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The messages that kudos lead to, and how they change.</summary>
public sealed class KudosMessages(Register register)
{
    /// <summary>All messages of kudos just given, or the same changed in place.</summary>
    public async Task<List<Send>> All(KudosGiven kudos, KudosWords words, IReadOnlyList<MemberInfo> to, bool changes, CancellationToken cancel)
    {
        var sends = new List<Send>();
        if (kudos.PostedTo is { } place)
            sends.Add(new Send(Posted(kudos), place, KudosCard.Posted(words)) { Changes = changes });
        foreach (var member in to)
            if (changes || Reachable(member))
                sends.Add(new Send(To(kudos, member.Id), Home(member), KudosCard.Received(words, member.Id)) { Changes = changes, For = member.Id });
        if (kudos.Audience is KudosAudience.ReceiversAndManagers)
            foreach (var manager in await Managers(kudos, to, cancel))
                sends.Add(new Send(ToManager(kudos, manager.Id), Home(manager), KudosCard.ForManager(words)) { Changes = changes, For = manager.Id });
        return sends;
    }

    /// <summary>The same messages, each saying only that the giver took it back.</summary>
    public async Task<IReadOnlyList<Send>> TakenBack(KudosGiven kudos, KudosWords words, IReadOnlyList<MemberInfo> to, CancellationToken cancel) =>
        [.. (await All(kudos, words, to, changes: true, cancel)).Select(send => send with { Card = KudosCard.TakenBack(words.From) })];

    /// <summary>Kudos of the database in the words of cards.</summary>
    public async Task<(KudosWords Words, IReadOnlyList<MemberInfo> To)> Tell(KudosGiven kudos, Db db, CancellationToken cancel)
    {
        var receivers = await db.KudosReceipts.AsNoTracking().Where(receipt => receipt.KudosId == kudos.Id).Select(receipt => receipt.ToId).ToListAsync(cancel);
        var valueIds = await db.KudosValues.AsNoTracking().Where(value => value.KudosId == kudos.Id).Select(value => value.ValueId).ToListAsync(cancel);
        var to = await register.Members(receivers, cancel);
        var from = await register.Member(kudos.FromId, cancel);
        return (Words(kudos, from!.Person, to, valueIds, await ValueBook.Read(register, cancel)), to);
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

    static Address Home(MemberInfo member) => member.Home ?? new Address(0, PlaceKind.Person, "");

    static string Posted(KudosGiven kudos) => $"kudos/{kudos.Id:N}/posted";

    static string To(KudosGiven kudos, Guid member) => $"kudos/{kudos.Id:N}/to/{member:N}";

    static string ToManager(KudosGiven kudos, Guid member) => $"kudos/{kudos.Id:N}/manager/{member:N}";
}
