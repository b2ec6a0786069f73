using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

/// <summary>The same words reach the same person once in 24 hours, also when they are edited to be the same.</summary>
public sealed class SameWordsTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";
    const string Better = "stayed an hour with a furious caller until it was solved";
    const string Already = "Ben Rivers already got these very words from you in the last 24 hours.";

    Someone _mia = null!, _ben = null!;

    private protected override void With(IServiceCollection services) => services.WrapStore(store => new MeetingStore(store));

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));

    [Fact]
    public async Task An_edit_that_would_repeat_others_is_refused_at_the_field_and_keeps_the_words()
    {
        await Gives(Deed);
        var wrong = await Edits(await Gives(Better), $"  {Deed.ToUpperInvariant()}! ");

        Assert.Equal(Already, wrong.Fault(GiveKudos.WordsField));
        Assert.StartsWith(Deed.ToUpperInvariant(), wrong.Holds(GiveKudos.WordsField).Trim(), StringComparison.Ordinal);
        Assert.Equal(2, await Bot.Read(db => db.Kudos.CountAsync(kudos => kudos.EditedAt == null)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_are_they_free_because_giver_or_receiver_turned_out_to_be_somebody_else(bool giver)
    {
        var before = await Bot.Member("Zoe Field");
        await (giver ? GivesAs(before, _ben) : GivesAs(_mia, before));
        await Bot.Do(db => KudosOfMerged.Move(db, before.Id, giver ? _mia.Id : _ben.Id, default));
        Assert.Equal(Already, (await Gives(Deed)).Fault(GiveKudos.WordsField));
    }

    [Fact]
    public async Task Those_that_both_had_are_kept_once()
    {
        var before = await Bot.Member("Zoe Field");
        await Gives(Deed);
        await GivesAs(before, _ben);
        await GivesAs(_mia, before);
        await Bot.Do(db => KudosOfMerged.Move(db, before.Id, _mia.Id, default));
        await Bot.Do(db => KudosOfMerged.Move(db, _mia.Id, _ben.Id, default));
        Assert.Equal(3, await Bot.Read(db => db.KudosReceipts.CountAsync(receipt => receipt.ToId == _ben.Id)));
    }

    async Task<Heard> GivesAs(Someone giver, Someone to) => await Bot.Submits(giver, await Bot.Types(giver, "kudos"), (GiveKudos.ToField, to), (GiveKudos.WordsField, Deed));

    [Fact]
    public async Task After_an_edit_the_new_words_are_taken_and_the_old_ones_are_free()
    {
        await Edits(await Gives(Deed), Better);
        Assert.Equal(Already, (await Gives(Better)).Fault(GiveKudos.WordsField));
        Assert.Equal("Sent", (await Gives(Deed)).Card.Title.Format);
    }

    [Fact]
    public async Task The_24_hours_begin_with_the_edit()
    {
        var sent = await Gives(Deed);
        Bot.Clock.Advance(TimeSpan.FromDays(3));
        await Edits(sent, Better);
        Bot.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(Already, (await Gives(Better)).Fault(GiveKudos.WordsField));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Sent", (await Gives(Better)).Card.Title.Format);
    }

    [Fact]
    public async Task An_edit_to_words_of_more_than_a_day_ago_is_saved()
    {
        await Gives(Deed);
        Bot.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("Sent", (await Edits(await Gives(Better), Deed)).Card.Title.Format);
        Assert.Equal(Already, (await Gives(Deed)).Fault(GiveKudos.WordsField));
    }

    [Fact]
    public async Task An_edit_that_only_changes_the_writing_of_its_own_words_is_saved() =>
        Assert.Equal("Sent", (await Edits(await Gives(Deed), Deed + "!")).Card.Title.Format);

    [Fact]
    public async Task Given_and_edited_to_be_the_same_in_one_instant_one_goes_and_one_is_refused()
    {
        var form = await Bot.Presses(_mia, await Gives(Deed), "Edit the words");
        var giving = await Bot.Types(_mia, "kudos");
        ((MeetingStore)Bot.Get<IStore>()).Meet(2);
        var heard = await Task.WhenAll(
            Task.Run(() => Bot.Submits(_mia, form, (GiveKudos.WordsField, Better))),
            Task.Run(() => Bot.Submits(_mia, giving, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Better))));

        Assert.Single(heard, one => one.Reply is Reply.Whisper);
        Assert.Equal(Already, Assert.Single(heard, one => one.Reply is Reply.Wrong).Fault(GiveKudos.WordsField));
        Assert.Equal(1, await Bot.Read(db => db.Kudos.CountAsync(kudos => kudos.Words == Better)));
    }

    async Task<Heard> Gives(string words) => await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, words));

    async Task<Heard> Edits(Heard sent, string words) => await Bot.Submits(_mia, await Bot.Presses(_mia, sent, "Edit the words"), (GiveKudos.WordsField, words));
}
