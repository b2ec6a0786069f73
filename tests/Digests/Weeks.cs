using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Digests;

/// <summary>A team with a manager, and kudos of past weeks. The clock stands on Monday, 2 March 2026, at nine.</summary>
static class Weeks
{
    public static readonly DateTime Tuesday = new(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>Kudos as if given then; the receivers' teams of now are stamped on them.</summary>
    public static async Task<Guid> Gave(this TestBot bot, Someone from, DateTime at, string[] values, params Someone[] to)
    {
        var kudos = new KudosGiven { FromId = from.Id, Words = $"stayed with the caller until it was solved, {at:d MMM HH:mm}", Audience = KudosAudience.Public, At = at };
        await bot.Gives(kudos, values, to);
        return kudos.Id;
    }

    public static Task Gives(this TestBot bot, KudosGiven kudos, string[] values, params Someone[] to) => bot.Do(async db =>
    {
        db.Add(kudos);
        foreach (var one in to)
            db.Add(new KudosReceipt { KudosId = kudos.Id, ToId = one.Id, At = kudos.At, ToTeamId = await db.TeamMemberships.Where(it => it.MemberId == one.Id && it.To == null).Select(it => (Guid?)it.TeamId).SingleOrDefaultAsync() });
        db.AddRange(values.Select(value => new KudosValue { KudosId = kudos.Id, ValueId = value }));
    });

    /// <summary>The team has been together for a year.</summary>
    public static Task Settled(this TestBot bot) => bot.Do(db => db.Database.ExecuteSqlRawAsync("UPDATE \"TeamMemberships\" SET \"From\" = {0}", bot.Clock.Now.AddYears(-1)));

    public static Task Away(this TestBot bot, Someone who, DateTime from, DateTime to) => bot.Do(db =>
    {
        db.Add(new Shift { MemberId = who.Id, Start = from, End = to, IsAbsence = true });
        return Task.CompletedTask;
    });

    /// <summary>The clock is set, the job runs, and all that is due goes out.</summary>
    public static async Task<int> RunsAt(this TestBot bot, DateTime utc)
    {
        bot.Clock.Set(utc);
        var sent = await bot.Get<SendingDigests>().Run(default);
        await bot.Delivers();
        return sent;
    }

    public static Task<List<Digest>> Kept(this TestBot bot) => bot.Read(db => db.Digests.AsNoTracking().OrderBy(one => one.Week).ToListAsync());
}
