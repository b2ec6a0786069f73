using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Pulse;

/// <summary>HR's own words for the five statements, in a language of theirs: asked so, and kept under the same five names.</summary>
public sealed class OwnStatementsTests : AskingPeople
{
    static readonly string[] s_german = ["Ich bekam, was ich wissen musste.", "Ich konnte selbst entscheiden.", "Rückmeldungen halfen mir.", "Ich wurde mit Achtung behandelt.", "Übergaben haben geklappt."];

    Someone _mira = null!;

    private protected override async Task Arrange()
    {
        var pulse = new Programme { Name = "Woche", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "woche", Language = "de", WindowFrom = 540, WindowTo = 600 };
        Bot.Clock.Set(Monday.AddHours(7));
        await Bot.Do(db =>
        {
            db.Add(new PromptPack { Id = "woche", Language = "de", Version = 1, Origin = Origin.Own, Name = "Unsere Woche", Prompts = [.. s_german], State = PackState.Published });
            return Task.CompletedTask;
        });
        await Starts(pulse);
        _mira = await Willing("Mira Solano");
    }

    [Fact]
    public async Task They_stand_on_the_card_when_asked_and_after_a_press_and_the_answer_is_kept_under_the_same_name()
    {
        await Pass(Monday.AddHours(12));
        var card = Assert.Single(Heard(_mira));
        Assert.All(s_german, words => Assert.Contains(words, card.Words));
        Assert.DoesNotContain("I got the information", card.Words);
        var pressed = await Bot.Presses(_mira, card.Card.Body.OfType<Block.Row>().ElementAt(3).Of[0].Does, _mira.Direct, _mira.Id);
        Assert.Contains("Ich wurde mit Achtung behandelt. Kept.", pressed.Words);
        Assert.All(s_german, words => Assert.Contains(words, pressed.Words));
        Assert.Equal("respect", (await Bot.Read(db => db.PulseAnswers.SingleAsync())).Statement);
    }

    [Fact]
    public async Task A_pack_that_no_longer_has_five_or_was_archived_gives_way_to_the_shipped_ones()
    {
        await Bot.Do(async db => (await db.PromptPacks.SingleAsync(pack => pack.Id == "woche")).Prompts = [.. s_german, "Eins zu viel."]);
        await Pass(Monday.AddHours(12));
        Assert.Contains("I got the information I needed.", Assert.Single(Heard(_mira)).Words);
        await Bot.Do(async db =>
        {
            var pack = await db.PromptPacks.SingleAsync(one => one.Id == "woche");
            (pack.Prompts, pack.State) = ([.. s_german], PackState.Archived);
        });
        Bot.Clock.Set(Monday.AddDays(7).AddHours(7));
        await Pass(Monday.AddDays(7).AddHours(12));
        Assert.Contains("I got the information I needed.", Heard(_mira)[^1].Words);
    }
}
