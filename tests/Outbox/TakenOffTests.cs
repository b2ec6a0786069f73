using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Outbox;

/// <summary>The bot was taken off a workspace, where some people are at home.</summary>
public sealed class TakenOffTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben) = (await Bot.Member("Mia Storm", on: Channel.Local, team: "Front desk"), await Bot.Member("Ben Rivers"));

    [Fact]
    public async Task Who_is_nowhere_else_can_t_be_reached_and_has_it_once_the_bot_is_back()
    {
        await Removed(true);
        var heard = await Bot.Types(_mia, $"kudos @Ben {Deed}");
        Assert.Contains("Ben Rivers can't be reached by me at the moment; your thanks are kept until they can.", heard.Words);
        Assert.DoesNotContain("on their way", heard.Words);
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);

        await Removed(false);
        await Bot.Delivers();
        Assert.Contains(Deed, Assert.Single(Bot.Slack.In(_ben.Account)).Words);
    }

    [Fact]
    public async Task Who_is_elsewhere_too_is_reached_there()
    {
        var there = await Bot.Also(_ben, Channel.Teams);
        await Removed(true);
        Assert.Contains("on their way to Ben Rivers", (await Bot.Types(_mia, $"kudos @Ben {Deed}")).Words);
        await Bot.Delivers();
        Assert.Contains(Deed, Assert.Single(Bot.Teams.In(there.Account)).Words);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_post_in_a_channel_there()
    {
        await Bot.PostsAt("Front desk", await Bot.Place("floor"));
        await Removed(true);
        Assert.Contains("There is no kudos channel to post them in", (await Bot.Types(_mia, $"kudos @Ben {Deed}")).Words);
    }

    Task Removed(bool isRemoved) => Bot.Do(async db =>
        (await db.Installations.SingleAsync(one => one.Channel == Channel.Slack)).RemovedAt = isRemoved ? Bot.Clock.Now : null);
}
