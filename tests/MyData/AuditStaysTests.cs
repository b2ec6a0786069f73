using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.MyData;

/// <summary>What was written into the audit log stays as it was written, whatever becomes of the people.</summary>
public sealed class AuditStaysTests : OverTheDatabase
{
    [Fact]
    public async Task Neither_merging_nor_erasing_nor_leaving_nor_age_changes_an_entry_or_takes_one_out()
    {
        var (mia, other, ines) = (await Bot.Member("Mia Storm", email: "mia@acme.example"), await Bot.Member("mia", on: Channel.Teams), await Bot.Member("Ines Moreau", roles: Roles.Hr));
        await Bot.Do(db =>
        {
            foreach (var about in new Guid?[] { mia.Id, other.Id, ines.Id, null })
                foreach (var by in new Guid?[] { mia.Id, other.Id, ines.Id, null })
                    db.Audit.Add(new AuditEntry { At = Bot.Clock.Now, Actor = by, Act = "person.view", Row = $"{about}", About = about });
            return Task.CompletedTask;
        });
        var before = await Log();
        Assert.Equal(16, before.Count);

        await Bot.Do(db => Bot.Get<Learning>().Learn(db, other.Installation, [new Sender(other.Account) { Name = "mia", VerifiedEmail = "mia@acme.example" }], Bot.Clock.Now, default));
        Assert.NotNull((await Bot.Read(db => db.Members.SingleAsync(one => one.Id == other.Id))).MergedInto);
        await Unchanged();

        await Bot.Submits(mia, await Bot.Submits(mia, await Bot.Types(mia, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase)), (EraseMyData.ConfirmationField, EraseMyData.Word));
        Assert.NotNull((await Bot.Read(db => db.Members.SingleAsync(one => one.Id == mia.Id))).ErasedAt);
        await Unchanged();

        await Bot.Do(async db =>
        {
            foreach (var one in await db.Members.ToListAsync())
                one.LeftAt = Bot.Clock.Now;
        });
        Bot.Clock.Advance(TimeSpan.FromDays(3 * 366));
        Assert.NotEqual(0, await Bot.Make<ForgettingPeople>().Forget(default));
        await Bot.Make<Retention>().Keep(default);
        await Unchanged();

        // What was done meanwhile stands behind them.
        async Task Unchanged() => Assert.Equal(before, (await Log())[..before.Count]);
    }

    Task<List<(long, DateTime, Guid?, string, string, Guid?)>> Log() => Bot.Read(async db =>
        (await db.Audit.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync()).ConvertAll(entry => (entry.Id, entry.At, entry.Actor, entry.Act, entry.Row, entry.About)));
}
