using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

/// <summary>Wherever somebody types words, the help comes with the answer to them; it stops nothing and tells nobody.</summary>
public sealed class HelpAfterWordsTests : OverTheDatabase
{
    const string Cry = "I want to kill myself", Harmless = "I always mess up every call.", Number = "please call 112 now";

    Someone _mia = null!;

    private protected override async Task Arrange() => _mia = await Bot.Member("Mia Storm", team: "Care", country: "DE");

    [Fact]
    public async Task It_stands_on_top_of_the_next_form_after_a_thought()
    {
        Assert.Contains(Number, Words(await Sorts(Cry)));
        Assert.DoesNotContain(Number, Words(await Sorts(Harmless)));
        await SaysNothing();
    }

    [Fact]
    public async Task It_also_stands_there_when_the_thought_is_too_long_to_be_kept()
    {
        var refused = await Bot.Submits(_mia, await OpensThought(), (SortThought.WordsField, Cry + new string('.', SortThought.Most)));
        Assert.Contains(Number, Words(refused));
        Assert.Contains("Please keep it to", refused.Fault(SortThought.WordsField));
    }

    [Fact]
    public async Task It_follows_one_s_own_words_for_a_swap_which_are_kept()
    {
        var swap = await Bot.Submits(_mia, await Sorts(Harmless), (NamePattern.Field, NamePattern.NoneOfThese));
        await Follows(await Bot.Submits(_mia, swap, (SwapThought.OwnField, Cry)));
    }

    [Fact]
    public async Task It_follows_one_s_own_words_for_what_would_help()
    {
        var simply = await Bot.Submits(_mia, await Sorts(Harmless), (NamePattern.Field, NamePattern.SimplyTrue));
        await Follows(await Bot.Submits(_mia, simply, (TrueThought.OwnField, Cry)));
    }

    [Fact]
    public async Task It_follows_a_thought_that_is_changed_later()
    {
        await Sorts(Harmless);
        await Follows(await Bot.Submits(_mia, await Edits(), (EditThought.WordsField, Cry)));
        await Follows(await Bot.Submits(_mia, await Edits(), (EditThought.WordsField, Harmless), (EditThought.WouldHelpField, Cry)));
    }

    [Fact]
    public async Task It_stands_on_top_of_what_a_search_finds_and_of_a_search_that_is_too_long()
    {
        await Sorts(Harmless);
        var found = await Searches(Cry);
        Assert.Equal(MyDay.Id, found.Form.About.Id);
        Assert.Contains(Number, Words(found));
        Assert.DoesNotContain(Number, Words(await Searches("mess up")));
        var tooLong = await Searches(Cry + new string('.', MyDay.MostSearch));
        Assert.Contains("Please keep it to", tooLong.Fault(MyDay.SearchField));
        Assert.Contains(Number, Words(tooLong));
        var edit = await Bot.Submits(_mia, found, (MyDay.ThoughtField, Picked(await Bot.Types(_mia, "myday"))));
        Assert.Equal(EditThought.Id, edit.Form.About.Id);
        Assert.Contains(Number, Words(edit));
        await SaysNothing();
    }

    [Fact]
    public async Task It_stands_there_when_a_thought_to_be_parked_is_too_long_or_was_deleted_since()
    {
        var park = await Bot.Submits(_mia, await Bot.Types(_mia, "rough"), (RoughMoment.NextField, RoughMoment.Park));
        var tooLong = await Bot.Submits(_mia, park, (ParkThought.WordsField, Cry + new string('.', ParkThought.Most)));
        Assert.Contains("Please keep it to", tooLong.Fault(ParkThought.WordsField));
        Assert.Contains(Number, Words(tooLong));
        await Bot.Submits(_mia, park, (ParkThought.WordsField, Harmless));
        await Deletes();
        var late = await Bot.Submits(_mia, park, (ParkThought.WordsField, Cry));
        Assert.Contains("has been deleted since", late.Fault(ParkThought.WordsField));
        Assert.Contains(Number, Words(late));
        Assert.Equal(Cry, late.Holds(ParkThought.WordsField));
        Assert.DoesNotContain(Number, Words(await Bot.Submits(_mia, park, (ParkThought.WordsField, Harmless))));
    }

    [Fact]
    public async Task It_stands_there_when_the_form_s_thought_was_deleted_since()
    {
        var form = await OpensThought();
        await Bot.Submits(_mia, form, (SortThought.WordsField, Harmless));
        await Deletes();
        var late = await Bot.Submits(_mia, form, (SortThought.WordsField, Cry));
        Assert.Contains("has been deleted since", late.Fault(SortThought.WordsField));
        Assert.Contains(Number, Words(late));
        await SaysNothing();
    }

    [Fact]
    public async Task It_stands_there_when_a_thought_was_changed_elsewhere_and_follows_when_it_is_gone()
    {
        await Sorts(Harmless);
        var (one, other) = (await Edits(), await Edits());
        await Bot.Submits(_mia, one, (EditThought.SwapField, "Once is once."));
        var late = await Bot.Submits(_mia, other, (EditThought.SwapField, Cry));
        Assert.Contains("changed elsewhere", late.Fault(EditThought.WordsField));
        Assert.Contains(Number, Words(late));
        await Bot.Submits(_mia, await Edits(), (EditThought.DeleteField, "yes"));
        var gone = await Bot.Submits(_mia, late, (EditThought.SwapField, Cry));
        Assert.Equal(GetHelp.Id, gone.Form.About.Id);
        Assert.Contains("This thought is no longer there, so nothing was kept.", Words(gone));
        Assert.Contains(Number, Words(gone));
        await SaysNothing();
    }

    [Fact]
    public async Task It_follows_a_step_that_is_taken_twice_or_too_late()
    {
        var swap = await Bot.Submits(_mia, await Sorts(Harmless), (NamePattern.Field, NamePattern.NoneOfThese));
        await Bot.Submits(_mia, swap, (SwapThought.OwnField, "Once is once."));
        var again = await Bot.Submits(_mia, swap, (SwapThought.OwnField, Cry));
        Assert.Contains("You took this step before, so nothing was changed now.", Words(again));
        Assert.Contains(Number, Words(again));
        await Bot.Submits(_mia, await Edits(), (EditThought.DeleteField, "yes"));
        Assert.Contains(Number, Words(await Bot.Submits(_mia, swap, (SwapThought.OwnField, Cry))));
        await SaysNothing();
    }

    [Theory]
    [InlineData("i want to die")]
    [InlineData("help me please i want to die")]
    [InlineData("rough i want to die")]
    [InlineData("checkin i want to die")]
    [InlineData("pause i want to die")]
    public async Task Words_typed_to_the_bot_itself_are_answered_to_that_person_only(string words)
    {
        var answer = await Bot.Types(_mia, words);
        Assert.IsType<Reply.Whisper>(answer.Reply);
        Assert.StartsWith("You don't have to carry this alone", answer.Words);
        // A chat message may be read by others: it is help as anybody might have called for it.
        Assert.DoesNotContain("on a list", answer.Words);
        Assert.Contains("nobody is watching", answer.Words);
        Assert.Contains(Number, answer.Words);
        Assert.Contains("findahelpline.com", answer.Words);
        Assert.DoesNotContain("want to die", answer.Words);
        Assert.Equal(["Get help now"], answer.Buttons);
        await SaysNothing();
    }

    [Fact]
    public async Task A_command_for_help_is_still_one() => Assert.Contains("What I can do for you", (await Bot.Types(_mia, "help")).Words);

    [Fact]
    public async Task Nor_does_a_command_whose_words_are_its_own_become_a_cry()
    {
        Assert.DoesNotContain(Number, (await Bot.Types(_mia, "values patience")).Words);
        Assert.True((await Bot.Types(_mia, "rough after")).Form.Private);
    }

    [Fact]
    public async Task It_is_answered_where_the_command_itself_is_switched_off_at_the_site()
    {
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mia.Id)).Site = "Harbour";
            db.Add(new SwitchedOff { Site = "Harbour", Feature = Switchable.CheckIns, At = Bot.Clock.Now });
        });
        Assert.Contains(Number, (await Bot.Types(_mia, "checkin i want to die")).Words);
    }

    async Task Follows(Heard heard)
    {
        Assert.True(heard.Form.Private);
        Assert.Equal(GetHelp.Id, heard.Form.About.Id);
        Assert.Contains("What you wrote is kept. Some of your words are on a list", Words(heard));
        Assert.Contains("nobody is watching or reading along", Words(heard));
        Assert.Contains(Number, Words(heard));
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
        await SaysNothing();
    }

    Task<Heard> OpensThought() => Bot.Presses(_mia, new Ref(CheckInCard.ThoughtId));

    async Task<Heard> Sorts(string words) => await Bot.Submits(_mia, await OpensThought(), (SortThought.WordsField, words));

    async Task<Heard> Searches(string words) => await Bot.Submits(_mia, await Bot.Types(_mia, "myday"), (MyDay.SearchField, words));

    async Task<Heard> Edits()
    {
        var day = await Bot.Types(_mia, "myday");
        return await Bot.Submits(_mia, day, (MyDay.ThoughtField, Picked(day)));
    }

    static string Picked(Heard day) => day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value;

    // As their author does it, and as it counts for forms that are still open.
    Task Deletes() => Bot.Do(async db =>
    {
        foreach (var one in await db.Thoughts.ToListAsync())
        {
            db.Remove(one);
            db.Seen.Add(new SeenEvent { InstallationId = 0, EventId = $"thought/{one.Id}/deleted", At = Bot.Clock.Now });
        }
    });

    async Task SaysNothing()
    {
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent.Concat(Bot.Teams.Sent).Concat(Bot.Local.Sent));
    }

    static string Words(Heard heard) => CrisisForms.Plain(heard.Form.Fields);
}
