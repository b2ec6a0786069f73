using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.HrConsole;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>Makes the links into the console, and turns one into a session: once, in its time, while its owner may.</summary>
public sealed class SignInLinks(PublicAddress address, Sessions sessions, IStore store, TimeProvider clock)
{
    internal const string Path = "sign-in", To = "to";

    /// <summary>Adds a link for whoever acts; one that they had before works no more. Null where people have no address to reach this server.</summary>
    /// <param name="page">Which page it leads to; empty: the first one they may open.</param>
    internal async Task<(Uri Link, DateTime Until)?> Make(Turn turn, string page, CancellationToken cancel)
    {
        var secret = Secret.New();
        if (address.For($"console/{Path}/{secret}{(page.Length > 0 ? $"?{To}={page}" : "")}") is not { } link)
            return null;
        turn.Db.RemoveRange(await turn.Db.SignInLinks.Where(one => one.MemberId == turn.Who.Id).ToListAsync(cancel));
        var until = turn.Now.AddMinutes(ConsoleLink.Minutes);
        turn.Db.Add(new SignInLink { Hash = Secret.Hash(secret), MemberId = turn.Who.Id, Until = until });
        return (link, until);
    }

    /// <summary>Whose link it is, for the page that asks before it is used; null where it opens nothing (any more). Nothing changes.</summary>
    public async Task<MemberInfo?> Look(string secret, CancellationToken cancel)
    {
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow().UtcDateTime);
        await using var db = store.Open();
        var link = await db.SignInLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.UsedAt == null && one.Until > now, cancel);
        return link is null ? null : await MayEnter(db, link.MemberId, cancel);
    }

    /// <summary>Uses a link up. Gives the secret of the session that it opened, or null where it opens nothing.</summary>
    public async Task<string?> Use(string secret, CancellationToken cancel)
    {
        if (await Look(secret, cancel) is not { } who)
            return null;
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow().UtcDateTime);
        return await store.Do(async db =>
        {
            var isFirst = await db.SignInLinks.Where(one => one.Hash == hash && one.UsedAt == null && one.Until > now)
                .ExecuteUpdateAsync(one => one.SetProperty(row => row.UsedAt, now), cancel) == 1;
            return isFirst ? await sessions.Open(db, who.Id, cancel) : null;
        }, cancel);
    }

    /// <summary>Signs somebody in without a link: for the invented people, in Development on this machine.</summary>
    public async Task<string?> Play(Guid member, CancellationToken cancel) => await store.Do(async db =>
        await MayEnter(db, member, cancel) is { } who ? await sessions.Open(db, who.Id, cancel) : null, cancel);

    async Task<MemberInfo?> MayEnter(Db db, Guid member, CancellationToken cancel) =>
        await ReadingMembers.Read(db, member, clock.GetUtcNow().UtcDateTime, cancel) is { } who && Access.May(who, Right.UseConsole) ? who : null;
}
