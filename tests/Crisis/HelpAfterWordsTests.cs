using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
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
        var day = await Bot.Types(_mia, "myday");
        var edit = await Bot.Submits(_mia, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value));
        await Follows(await Bot.Submits(_mia, edit, (EditThought.WordsField, Cry)));
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

    async Task SaysNothing()
    {
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent.Concat(Bot.Teams.Sent).Concat(Bot.Local.Sent));
    }

    static string Words(Heard heard) => CrisisForms.Plain(heard.Form.Fields);
}
