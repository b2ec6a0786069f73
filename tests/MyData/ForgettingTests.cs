using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.MyData;

/// <summary>What goes by itself: by age, and with whoever left.</summary>
public sealed class ForgettingTests : OverTheDatabase
{
    [Fact]
    public async Task Private_words_go_after_180_days_and_the_rest_after_theirs()
    {
        await Fill(1, 29, 31, 89, 91, 179, 181);
        await Keep();
        Assert.Equal((6, 6, 6), await Bot.Read(async db => (await db.Thoughts.CountAsync(), await db.CheckIns.CountAsync(), await db.PulseAnswers.CountAsync())));
        Assert.Equal((4, 2, 2, 0), await Bot.Read(async db => (await db.Asks.CountAsync(), await db.FiveMinutes.CountAsync(), await db.Shifts.CountAsync(), await db.ExportLinks.CountAsync())));
        Assert.Equal(0, await Keep());
    }

    [Theory]
    [InlineData("30", 2)]
    [InlineData("400", 6)]
    [InlineData("0", 1)]
    public async Task HR_may_have_them_go_earlier_and_never_later(string days, int kept)
    {
        await Fill(1, 29, 31, 89, 91, 179, 181);
        await Bot.Sets(Policies.PrivateDaysKey, days);
        await Keep();
        Assert.Equal(kept, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task Whoever_left_30_days_ago_leaves_nothing_private_and_no_key_and_what_was_between_people_stays()
    {
        var (mira, ben) = (await Bot.Member("Mira Solano"), await Bot.Member("Ben Okafor"));
        await Bot.Submits(mira, await Bot.Presses(mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, "I always ruin every call"));
        await Bot.Types(ben, "kudos @Mira Solano stayed with the furious caller until it was solved");
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == mira.Id)).LeftAt = Bot.Clock.Now);
        Bot.Clock.Advance(TimeSpan.FromDays(29.9));
        Assert.Equal(0, await Forget());
        Bot.Clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(1, await Forget());
        Assert.Null(await Bot.Get<Vault>().Find(mira.Id, default));
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
        Assert.Single(await Bot.Read(db => db.KudosReceipts.ToListAsync()));
        Assert.Equal(0, await Forget());
    }

    [Theory]
    [InlineData(null, "A colleague", "A former colleague")]
    [InlineData(EraseMyData.KeepName, "Mira Solano", "Mira Solano")]
    [InlineData(EraseMyData.AColleague, "A colleague", "A former colleague")]
    public async Task Their_name_and_address_go_too_and_thanks_they_gave_name_them_only_where_they_wished_it(string? wish, string on, string name)
    {
        var (mira, ben) = (await Bot.Member("Mira Solano", email: "mira@acme.example"), await Bot.Member("Ben Okafor"));
        await Bot.Types(mira, "kudos @Ben Okafor stayed with the furious caller until it was solved");
        if (wish is not null)
        {
            var erase = await Bot.Submits(mira, await Bot.Types(mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase));
            await Bot.Submits(mira, erase, (EraseMyData.NameField, wish), (EraseMyData.ConfirmationField, EraseMyData.Word));
            Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await Bot.Types(mira, "kudos @Ben Okafor put right in an hour what nobody had seen to");
        }
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == mira.Id)).LeftAt = Bot.Clock.Now);
        Bot.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await Forget());
        var left = await Bot.Read(db => db.Members.SingleAsync(one => one.Id == mira.Id));
        Assert.Equal((name, null, Folding.Key(name)), (left.Name, left.Email, left.NameKey));
        Assert.Empty(await Bot.Read(db => db.Accounts.Where(account => account.VerifiedEmail == "mira@acme.example").ToListAsync()));
        await Bot.Delivers();
        Assert.Contains(on, Bot.Slack.In(ben.Account).Last(one => one.Words.Contains("furious", StringComparison.Ordinal)).Words);
        if (wish is not null)
            Assert.Contains("A colleague", Bot.Slack.In(ben.Account).Last(one => one.Words.Contains("put right", StringComparison.Ordinal)).Words);
        Assert.Equal(0, await Forget());
    }

    [Fact]
    public async Task Each_table_is_forgotten_by_an_index_of_its_ages()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "An empty table is read whole by PostgreSQL, with or without an index.");
        foreach (var (_, sql) in Retention.Rules.Where(rule => !rule.Sql.Contains("LocalPosts", StringComparison.Ordinal) && !rule.Sql.Contains("ExportLinks", StringComparison.Ordinal)))
            Assert.Contains(await Bot.Read(db => Plan(db, sql)), line => line.Contains("USING", StringComparison.Ordinal) && line.Contains("INDEX IX_", StringComparison.Ordinal));
    }

    static async Task<List<string>> Plan(Db db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, "'2026-01-01 00:00:00'", "500");
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(3));
        return lines;
    }

    Task<int> Keep() => Bot.Make<Retention>().Keep(default);

    Task<int> Forget() => Bot.Make<ForgettingPeople>().Forget(default);

    Task Fill(params int[] daysAgo) => Bot.Do(db =>
    {
        foreach (var days in daysAgo)
        {
            var at = Bot.Clock.Now.AddDays(-days);
            db.AddRange(
                new Thought { MemberId = Guid.NewGuid(), At = at, Sealed = [1] },
                new CheckIn { MemberId = Guid.NewGuid(), At = at, Day = DateOnly.FromDateTime(at), Step = [1] },
                new PulseAnswer { AskId = Guid.NewGuid(), Statement = "s", MemberId = Guid.NewGuid(), At = at, Agrees = [1] },
                new Ask { MemberId = Guid.NewGuid(), Kind = ProgrammeKind.CheckIn, Day = DateOnly.FromDateTime(at), At = at, Until = at },
                new FiveMinutes { FromId = Guid.NewGuid(), ToId = Guid.NewGuid(), At = at },
                new Shift { MemberId = Guid.NewGuid(), Start = at.AddHours(-8), End = at },
                new ExportLink { Hash = $"{days}", MemberId = Guid.NewGuid(), Until = at.AddHours(-1) });
        }
        return Task.CompletedTask;
    });
}
