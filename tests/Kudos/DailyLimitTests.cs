using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

/// <summary>The daily limit, also when one person sends several in the same instant.</summary>
public sealed class DailyLimitTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!;

    MeetingStore Store => (MeetingStore)Bot.Get<IStore>();

    private protected override void With(IServiceCollection services) => services.WrapStore(store => new MeetingStore(store));

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));

    [Fact]
    public async Task Two_that_both_read_before_either_writes_don_t_pass_it()
    {
        await Limit(2);
        await Gives(Deed);
        var heard = await AtOnce(2);

        Assert.Single(heard, one => one.Reply is Reply.Whisper);
        var refused = Assert.Single(heard, one => one.Reply is Reply.Wrong);
        Assert.Equal("You have given 2 kudos today, which is the most for one day. Your words are kept here; send them tomorrow.", refused.Fault(GiveKudos.WordsField));
        Assert.StartsWith(Deed, refused.Holds(GiveKudos.WordsField), StringComparison.Ordinal);
        Assert.Equal([1, 2], await Numbers());
    }

    [Fact]
    public async Task Two_at_once_below_it_are_both_given()
    {
        await Limit(2);
        Assert.All(await AtOnce(2), one => Assert.IsType<Reply.Whisper>(one.Reply));
        Assert.Equal([1, 2], await Numbers());
    }

    [Fact]
    public async Task Kudos_taken_back_free_their_number_and_the_gap_is_filled_once()
    {
        await Limit(3);
        var first = await Gives(Deed + " 1");
        await Gives(Deed + " 2");
        await Bot.Presses(_mia, first, "Undo");
        await Gives(Deed + " 3");
        Assert.Equal("Sent", (await Gives(Deed + " 4")).Card.Title.Format);
        Assert.NotEqual("", (await Gives(Deed + " 5")).Fault(GiveKudos.WordsField));
        Assert.Equal([1, 2, 3], (await Numbers()).OfType<int>());
    }

    [Fact]
    public async Task Those_given_before_there_was_a_limit_count_as_well()
    {
        await Limit(0);
        await Gives(Deed + " before");
        Assert.Equal([null], await Numbers());
        await Bot.Do(db => db.Policies.ExecuteUpdateAsync(set => set.SetProperty(policy => policy.Value, "2")));

        Assert.Single(await AtOnce(2), one => one.Reply is Reply.Whisper);
        Assert.Equal(2, await Bot.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task The_next_day_the_numbers_begin_anew()
    {
        await Limit(1);
        await Gives(Deed + " 1");
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("Sent", (await Gives(Deed + " 2")).Card.Title.Format);
        Assert.Equal([1, 1], await Numbers());
    }

    [Fact]
    public async Task Two_members_who_turn_out_to_be_one_keep_all_they_gave()
    {
        await Limit(2);
        var zoe = await Bot.Member("Zoe Field");
        await Gives(Deed + " 1");
        await Gives(Deed + " 2", zoe);
        await Bot.Do(db => KudosOfMerged.Move(db, zoe.Id, _mia.Id, default));

        Assert.Equal(2, await Bot.Read(db => db.Kudos.CountAsync(kudos => kudos.FromId == _mia.Id)));
        Assert.NotEqual("", (await Gives(Deed + " 3")).Fault(GiveKudos.WordsField));
    }

    Task Limit(int most) => Bot.Sets(Policies.KudosDailyLimitKey, $"{most}");

    Task<List<int?>> Numbers() => Bot.Read(db => db.Kudos.OrderBy(kudos => kudos.DayNumber).ThenBy(kudos => kudos.At).Select(kudos => kudos.DayNumber).ToListAsync());

    async Task<Heard> Gives(string words, Someone? who = null) =>
        await Bot.Submits(who ?? _mia, await Bot.Types(who ?? _mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, words));

    async Task<Heard[]> AtOnce(int count)
    {
        var form = await Bot.Types(_mia, "kudos");
        Store.Meet(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(n => Task.Run(() => Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, $"{Deed} at once {n}")))));
    }
}
