using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

public sealed class ChannelOffTests : OverTheDatabase
{
    // Teams can still be drawn for, but nobody sends there.
    private protected override void With(IServiceCollection services)
    {
        var teams = services.Where(service => service.ServiceType == typeof(ISender) && ((ISender)service.ImplementationInstance!).Channel is Channel.Teams).Single();
        services.Remove(teams);
    }

    [Fact]
    public async Task A_channel_that_is_off_keeps_its_messages_and_the_others_go_on()
    {
        var (mia, ben, zoe) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams), await Bot.Member("Zoe Field", on: Channel.Local));
        await Bot.Types(mia, "kudos @Ben @Zoe stayed with a furious caller until it was solved");
        await Bot.Delivers();
        Bot.Clock.Advance(TimeSpan.FromDays(2));
        await Bot.Delivers();

        Assert.Single(Bot.Local.In(zoe.Account));
        var waiting = await Bot.Read(db => Task.FromResult(db.Messages.Single(message => message.PlaceId == ben.Account)));
        Assert.Equal((0, 0, null), (waiting.SentRevision, waiting.Attempts, waiting.DeadAt));
    }
}
