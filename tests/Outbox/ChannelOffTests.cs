using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Bot.Channels.Teams;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>The program was started on the same data without a channel's secrets.</summary>
public sealed class ChannelOffTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    private protected override void With(IServiceCollection services)
    {
        foreach (var off in services.Where(service => service.ImplementationInstance is FakeChannel { Channel: not Channel.Local }).ToList())
            services.Remove(off);
        var nothing = new ConfigurationBuilder().Build();
        services.AddSlack(nothing).AddTeams(nothing, new HostingEnvironment());
    }

    [Theory]
    [InlineData(Channel.Slack)]
    [InlineData(Channel.Teams)]
    public async Task A_channel_that_is_off_keeps_its_messages_and_the_others_go_on(Channel off)
    {
        var (mia, ben, zoe) = (await Bot.Member("Mia Storm", on: Channel.Local), await Bot.Member("Ben Rivers", on: off), await Bot.Member("Zoe Field", on: Channel.Local));
        var sent = await Bot.Types(mia, $"kudos @Ben @Zoe {Deed}");
        await Bot.Delivers();
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.Presses(mia, sent, "Undo");
        Bot.Clock.Advance(TimeSpan.FromDays(2));
        await Bot.Delivers();

        Assert.Equal(2, Bot.Local.In(zoe.Account).Count);
        var waiting = await Bot.Read(db => db.Messages.SingleAsync(message => message.PlaceId == ben.Account));
        Assert.Equal((2, 0, 0, null), (waiting.Revision, waiting.SentRevision, waiting.Attempts, waiting.DeadAt));
    }

    [Fact]
    public async Task Nothing_that_has_its_hour_is_asked_where_the_channel_is_off()
    {
        var (here, there) = (await Bot.Member("Mia Storm", on: Channel.Local), await Bot.Member("Ben Rivers"));
        Assert.Equal((true, false), (await Bot.Get<Post>().Reaches(here.Direct, default), await Bot.Get<Post>().Reaches(there.Direct, default)));
    }
}
