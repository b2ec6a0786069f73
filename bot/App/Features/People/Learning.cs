using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// Writes down what a platform says of people: new ones become members, known ones are brought up to date, and two
/// accounts with the same verified e-mail become one member. What HR said stands (<see cref="Trust"/>); where several
/// platforms say something, the one they are at home on is believed.
/// </summary>
public sealed class Learning(Merging merging, NamedOwner owner)
{
    public async Task Learn(Db db, int installation, IReadOnlyList<Sender> people, DateTime now, CancellationToken cancel)
    {
        var ids = people.Select(person => person.Id).ToList();
        var directoryIds = people.Select(person => person.DirectoryId).OfType<string>().ToList();
        var emails = people.Select(person => Email(person)).OfType<string>().ToList();
        var accounts = await db.Accounts.Where(a => a.InstallationId == installation && (ids.Contains(a.ExternalId) || (a.DirectoryId != null && directoryIds.Contains(a.DirectoryId)))).ToListAsync(cancel);
        var memberIds = accounts.Select(a => a.MemberId).ToList();
        var members = await db.Members.Where(m => memberIds.Contains(m.Id) || (m.Email != null && emails.Contains(m.Email))).ToListAsync(cancel);
        foreach (var person in people.DistinctBy(person => person.Id))
            await Learn(db, installation, person, accounts, members, now, cancel);
    }

    async Task Learn(Db db, int installation, Sender person, List<Account> accounts, List<Member> members, DateTime now, CancellationToken cancel)
    {
        // Whoever acts before any list told of them is taken for a colleague; a guest's account is let go once one does.
        if (person.IsGuest)
            person = person with { IsGone = true, VerifiedEmail = null };
        var account = accounts.Find(a => a.ExternalId == person.Id) ?? accounts.Find(a => a.DirectoryId is not null && a.DirectoryId == person.DirectoryId);
        var byEmail = Email(person) is { } email ? members.Find(m => m.Email == email && m.MergedInto is null) : null;
        var member = account is null ? byEmail : members.Find(m => m.Id == account.MemberId);
        if (member is null && person.IsGone)
            return;
        if (member is null)
            members.Add(member = NewMember(db, person, now));
        if (account is null)
            accounts.Add(account = NewAccount(db, installation, person, member, now));
        else if (byEmail is not null && byEmail.Id != member.Id)
            member = await merging.Merge(db, member, byEmail, account, cancel);
        var (zone, hadLeft) = (member.Zone, member.LeftAt is not null);
        await Presence(db, member, account, person.IsGone, now, cancel);
        // Whoever left is described no further: what was forgotten of them does not come back with the next list.
        if (member.LeftAt is null)
            Update(db, member, account, person, now);
        if (zone != member.Zone || (hadLeft && member.LeftAt is null))
            db.Add(Replanning.OfMember(member.Id));
    }

    // With the last account the person has left; whom HR marked as having left stays so until an account comes back.
    static async Task Presence(Db db, Member member, Account account, bool isGone, DateTime now, CancellationToken cancel)
    {
        if (isGone && account.LeftAt is null && !await db.Accounts.AnyAsync(a => a.MemberId == member.Id && a.Id != account.Id && a.LeftAt == null, cancel))
            await Leaving.Mark(db, member, now, now, cancel);
        if (!isGone && account.LeftAt is not null)
            member.LeftAt = null;
        account.LeftAt = isGone ? account.LeftAt ?? now : null;
    }

    static Member NewMember(Db db, Sender person, DateTime now)
    {
        var name = Name(person);
        var member = new Member { Name = name, NameKey = Folding.Key(name), CreatedAt = now, IsStub = true };
        db.Members.Add(member);
        return member;
    }

    static Account NewAccount(Db db, int installation, Sender person, Member member, DateTime now)
    {
        var account = new Account { InstallationId = installation, ExternalId = person.Id, MemberId = member.Id, CreatedAt = now };
        db.Accounts.Add(account);
        member.HomeAccountId ??= account.Id;
        return account;
    }

    void Update(Db db, Member member, Account account, Sender person, DateTime now)
    {
        account.DirectoryId = person.DirectoryId ?? account.DirectoryId;
        account.VerifiedEmail = Email(person) ?? account.VerifiedEmail;
        member.IsBot = person.IsBot;
        member.Email ??= Email(person);
        owner.Greet(db, member, now);
        if (Speaks(Said.Name))
            Trust.Name(member, person.Name is { Length: > 0 } ? Name(person) : null, Source.Platform);
        if (Speaks(Said.Zone))
            Trust.Zone(member, person.Zone, Source.Platform);
        if (Speaks(Said.Language))
            Trust.Language(member, person.Culture, Source.Platform);

        bool Speaks(Said what) => member.HomeAccountId == account.Id || !member.SaidByPlatform.HasFlag(what);
    }

    static string Name(Sender person) => person.Name is { Length: > 0 } name ? name.Length > 200 ? name[..200] : name : Acting.Nameless;

    static string? Email(Sender person) => person.VerifiedEmail?.Trim().ToLowerInvariant() is { Length: > 0 } email ? email : null;
}
