using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>Teams' lists tell no zone; what people write does.</summary>
[Trait("Database", "Both")]
public sealed class ZoneInTeamsTests : IAsyncLifetime
{
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task Whom_the_list_told_before_they_wrote_gets_their_zone_with_their_first_message_and_follows_it()
    {
        Assert.Null((await Member()).Zone);
        await Writes("Asia/Kolkata");
        var ann = await Member();
        Assert.Equal(("Asia/Kolkata", "en-US", Said.Zone | Said.Language), (ann.Zone, ann.Culture, ann.SaidByPlatform & (Said.Zone | Said.Language)));
        Assert.Equal(1, await Replannings(ann.Id));

        await Writes("Asia/Kolkata");
        Assert.Equal(1, await Replannings(ann.Id));
        await Writes("Europe/Berlin");
        Assert.Equal("Europe/Berlin", (await Member()).Zone);
        Assert.Equal(2, await Replannings(ann.Id));
    }

    [Theory]
    [InlineData(Said.Zone)]
    [InlineData(Said.None)]
    public async Task What_HR_or_they_said_stands(Said byHr)
    {
        await talk.Host.Store.Do(db => db.Members.Where(one => one.Name == Ann.Name)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Zone, "Europe/Rome").SetProperty(one => one.SaidByHr, byHr)), default);
        talk.Host.Services.GetRequiredService<Register>().Forget();
        await Writes("Asia/Kolkata");
        Assert.Equal("Europe/Rome", (await Member()).Zone);
    }

    Task<Answer> Writes(string zone) => talk.Post(talk.Message(Ann, "help").With("localTimezone", zone));

    Task<Member> Member() => talk.Host.Read(db => db.Members.AsNoTracking().SingleAsync(one => one.Name == Ann.Name));

    Task<int> Replannings(Guid who) => talk.Host.Read(db => db.Replannings.CountAsync(one => one.MemberId == who));
}
