using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Who acts: the member behind the envelope's account. Somebody never seen becomes a stub that the roster completes.</summary>
static class Acting
{
    /// <summary>The name of somebody of whom only an id is known.</summary>
    internal const string Nameless = "Someone new";

    internal static async Task<MemberInfo> Find(Incoming what, Db db, Register register, INotice? noticing, DateTime now, CancellationToken cancel)
    {
        var from = what.From;
        var known = await register.ByAccount(from.Installation, from.Who.Id, cancel);
        if (known is null)
        {
            var isKept = from.Who is { IsGuest: false, IsBot: false } && what is not (Incoming.PeopleChanged or Incoming.Edited or Incoming.Deleted);
            if (isKept && noticing is not null)
                await noticing.Met(db, from.Installation, now, cancel);
            return Meet(from, db, now, isKept);
        }
        known = await Notice(what, known, db, noticing, now, cancel);
        return known.Name == Nameless && from.Who.Name is { Length: > 0 } ? await Name(from.Who, known, db, cancel) : known;
    }

    // Guests and bots are nobody whom one could pick or thank; and whom the platform tells about is written down by whoever learns from it.
    static MemberInfo Meet(Envelope from, Db db, DateTime now, bool isKept)
    {
        var sender = from.Who;
        var name = sender.Name is { Length: > 0 } said ? said : Nameless;
        var member = new Member { Name = name, NameKey = Folding.Key(name), Zone = sender.Zone, Culture = sender.Culture, IsBot = sender.IsBot, IsStub = true, SaidByPlatform = Told(sender), CreatedAt = now };
        var account = new Account { InstallationId = from.Installation, ExternalId = sender.Id, DirectoryId = sender.DirectoryId, MemberId = member.Id, Conversation = from.Conversation, CreatedAt = now };
        member.HomeAccountId = account.Id;
        if (isKept)
            db.AddRange(member, account);
        return new MemberInfo(member.Id, name)
        {
            Zone = member.Zone,
            Culture = member.Culture,
            IsBot = member.IsBot,
            Accounts = [new AccountInfo(account.Id, account.InstallationId, account.ExternalId, account.Conversation)],
            Home = new Address(account.InstallationId, PlaceKind.Person, account.ExternalId),
            Mailbox = new Address(account.InstallationId, PlaceKind.Person, account.ExternalId),
        };
    }

    static Said Told(Sender sender) => (sender.Zone is { Length: > 0 } ? Said.Zone : Said.None) | (sender.Culture is { Length: > 0 } ? Said.Language : Said.None);

    // What an envelope says of somebody at home there, and what is not kept of them yet.
    static bool IsNews(Sender said, MemberInfo known) =>
        (said.Zone is { Length: > 0 } zone && zone != known.Zone && known.Follows.HasFlag(Said.Zone)) || (said.Culture is { Length: > 0 } culture && culture != known.Culture && known.Follows.HasFlag(Said.Language));

    // Whoever writes here is to be reached here: the last account used is home, unless they chose another.
    static async Task<MemberInfo> Notice(Incoming what, MemberInfo known, Db db, INotice? noticing, DateTime now, CancellationToken cancel)
    {
        var from = what.From;
        var isHome = known.Home is { } home && home.Installation == from.Installation && home.Id == from.Who.Id;
        var account = known.Accounts.FirstOrDefault(a => a.Installation == from.Installation && a.ExternalId == from.Who.Id);
        var knowsConversation = from.Conversation is null || account?.Conversation == from.Conversation;
        var isThere = IsThere(what);
        if (account is null || (isHome && knowsConversation && !(isThere && IsNews(from.Who, known))))
            return known;

        var row = await db.Accounts.SingleAsync(a => a.Id == account.Id, cancel);
        var member = await db.Members.SingleAsync(m => m.Id == known.Id, cancel);
        row.Conversation = from.Conversation ?? row.Conversation;
        if (isThere)
            await ComingBack.Unblock(db, row, now, cancel);
        if (!member.HomeIsChosen)
            member.HomeAccountId = row.Id;
        if (isThere && member.HomeAccountId == row.Id)
            noticing?.Notice(db, member, from.Who);
        return known with { Zone = member.Zone, Culture = member.Culture };
    }

    // Who takes the bot away is not there, and news of people may be another's doing.
    static bool IsThere(Incoming what) => what is not (Incoming.PeopleChanged or Incoming.Uninstalled or Incoming.PlaceChanged { Change: PlaceChange.Removed or PlaceChange.Blocked });

    // The first thing a platform tells of somebody may be an id alone; a later one says more.
    static async Task<MemberInfo> Name(Sender sender, MemberInfo known, Db db, CancellationToken cancel)
    {
        var member = await db.Members.SingleAsync(m => m.Id == known.Id, cancel);
        (member.Name, member.NameKey) = (sender.Name!, Folding.Key(sender.Name!));
        return known with { Name = member.Name };
    }
}
