using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Who somebody is here, as the platforms and HR's files say. That is the organisation's list, so it stays while they work here; name and e-mail go 30 days after they left.</summary>
public sealed class PeopleData : IPersonalData
{
    public string Section => "you";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        $"Who you are here, from your platform and HR's files: name, e-mail, time zone, team, and {new Hole.Count(await db.Accounts.CountAsync(account => account.MemberId == member, cancel), "account", "accounts")}";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(one => one.Id == member, cancel) is { } who)
            Write(json, who);
        json.Rows("accounts", await (from account in db.Accounts.AsNoTracking()
                                     join installation in db.Installations on account.InstallationId equals installation.Id
                                     where account.MemberId == member
                                     select new { account, installation.Channel, installation.Name }).ToListAsync(cancel), one =>
        {
            json.Say("on", one.Channel);
            json.Say("where", one.Name);
            json.Say("id", one.account.ExternalId);
            json.Say("directoryId", one.account.DirectoryId);
            json.Say("verifiedEmail", one.account.VerifiedEmail);
            json.Say("blockedAt", one.account.BlockedAt);
            json.Say("leftAt", one.account.LeftAt);
        });
        json.Rows("teams", await (from membership in db.TeamMemberships.AsNoTracking()
                                  join team in db.Teams on membership.TeamId equals team.Id
                                  where membership.MemberId == member
                                  orderby membership.From
                                  select new { team.Name, membership.From, membership.To }).ToListAsync(cancel), one =>
        {
            json.Say("team", one.Name);
            json.Say("from", one.From);
            json.Say("to", one.To);
        });
        json.Rows("leads", await db.Teams.AsNoTracking().Where(team => team.ManagerId == member).OrderBy(team => team.Name).ToListAsync(cancel), team => json.Say("team", team.Name));
        json.Rows("standsInFor", await db.Members.AsNoTracking().Where(other => other.DeputyId == member).OrderBy(other => other.Name).ToListAsync(cancel), other => json.Say("name", other.Name));
        json.WriteEndObject();
    }

    // The ids of accounts stay, so that somebody who comes back is known for who they are.
    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        if (!how.HasLeft)
            return;
        if (await db.Members.SingleOrDefaultAsync(one => one.Id == member, cancel) is { } who)
            (who.Email, who.DeputyId, who.SaidByHr, who.SaidByPlatform) = (null, null, Said.None, Said.None);
        foreach (var stoodIn in await db.Members.Where(one => one.DeputyId == member).ToListAsync(cancel))
            stoodIn.DeputyId = null;
        foreach (var account in await db.Accounts.Where(account => account.MemberId == member).ToListAsync(cancel))
            account.VerifiedEmail = null;
    }

    static void Write(Utf8JsonWriter json, Member who)
    {
        json.Say("name", who.Name);
        json.Say("email", who.Email);
        json.Say("zone", who.Zone);
        json.Say("language", who.Culture);
        json.Say("country", who.Country);
        json.Say("region", who.Region);
        json.Say("site", who.Site);
        json.Say("workDays", who.WorkDays?.ToString());
        if (who is { WorkFrom: { } from, WorkTo: { } to })
            json.Say("workHours", string.Create(CultureInfo.InvariantCulture, $"{from / 60:00}:{from % 60:00} to {to / 60:00}:{to % 60:00}"));
        json.Say("roles", who.Roles);
        json.Say("knownSince", who.CreatedAt);
        if (who.StartsOn is { } first)
            json.Say("startsOn", first);
        if (who.LeavesOn is { } last)
            json.Say("leavesOn", last);
        json.Say("leftAt", who.LeftAt);
        json.Say("saidByHr", who.SaidByHr);
        json.Say("saidByPlatform", who.SaidByPlatform);
        json.Say("erasedAt", who.ErasedAt);
    }
}

/// <summary>Who did what with their data, or what they did themselves: appended, never changed, and open to whom it is about.</summary>
public sealed class AuditData : IPersonalData
{
    public string Section => "audit";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        var own = await Ids(db, member, cancel);
        var since = await Since(db, member, cancel);
        var entries = await db.Audit.AsNoTracking().Where(entry => own.Contains(entry.About!.Value) || own.Contains(entry.Actor!.Value) || (entry.Act == ExportingPeople.Act && entry.At >= since)).OrderBy(entry => entry.Id).ToListAsync(cancel);
        var names = await Saying.Names(db, entries.Select(entry => entry.Actor).OfType<Guid>(), cancel);
        json.Rows(entries, entry =>
        {
            json.Say("at", entry.At);
            json.Say("by", entry.Actor is { } actor ? names.GetValueOrDefault(actor) : null);
            json.Say("act", entry.Act);
            json.Say("row", entry.Row);
        });
    }

    public Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The latest entries about them, newest first, with the name of who did it: null for the program itself.</summary>
    public static async Task<IReadOnlyList<(DateTime At, string Act, Guid? Actor, string? By)>> About(Db db, Guid member, int most, CancellationToken cancel)
    {
        var own = await Ids(db, member, cancel);
        var since = await Since(db, member, cancel);
        var entries = await db.Audit.AsNoTracking().Where(entry => own.Contains(entry.About!.Value) || (entry.Act == ExportingPeople.Act && entry.At >= since)).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(most).ToListAsync(cancel);
        var names = await Saying.Names(db, entries.Select(entry => entry.Actor).OfType<Guid>(), cancel);
        return [.. entries.Select(entry => (entry.At, entry.Act, entry.Actor, entry.Actor is { } actor ? names.GetValueOrDefault(actor) : null))];
    }

    // A list of everybody is about each who was here then.
    static Task<DateTime> Since(Db db, Guid member, CancellationToken cancel) => db.Members.Where(one => one.Id == member).Select(one => one.CreatedAt).SingleOrDefaultAsync(cancel);

    // What was written about somebody who turned out to be them is about them.
    static async Task<List<Guid>> Ids(Db db, Guid member, CancellationToken cancel) =>
        [member, .. await db.Members.Where(other => other.MergedInto == member).Select(other => other.Id).ToListAsync(cancel)];
}
