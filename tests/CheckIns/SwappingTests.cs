using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>A better thought in a thought's place: picked, changed or written, offered again where it helped, and now and then asked about.</summary>
[Trait("Database", "Both")]
public sealed class SwappingTests : OverTheDatabase
{
    const string Thought = "I always ruin every refund call", Alike = "I ruin every refund call, always", Mine = "This refund call went badly, and two went well.";

    Someone _mira = null!;

    private protected override async Task Arrange() => _mira = await Bot.Member("Mira Solano", zone: "Europe/Berlin");

    [Fact]
    public async Task A_sentence_that_is_offered_can_be_changed_before_it_is_kept()
    {
        var swap = await Swaps(Thought);
        var offered = Offered(swap);
        var change = await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 1)), (SwapThought.ChangeField, "yes"));
        Assert.True(change.Form.Private);
        Assert.Equal(offered[1], change.Holds(ChangeSwap.WordsField));
        Assert.Null((await Kept()).Swap);
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, change, (ChangeSwap.WordsField, Mine))).Reply);
        Assert.Equal(Mine, (await Kept()).Swap);
        // Sent once more it has no second effect.
        Assert.Contains("You took this step before, so nothing was changed", (await Bot.Submits(_mira, change, (ChangeSwap.WordsField, "Late."))).Words);
        Assert.Equal(Mine, (await Kept()).Swap);
    }

    [Fact]
    public async Task Picked_as_it_is_or_written_it_is_kept_at_once()
    {
        var swap = await Swaps(Thought);
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 0)))).Reply);
        Assert.Equal(Offered(swap)[0], (await Kept()).Swap);
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        swap = await Swaps(Alike);
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 0)), (SwapThought.ChangeField, "yes"), (SwapThought.OwnField, Mine))).Reply);
        Assert.Equal(Mine, (await Kept()).Swap);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_at_its_field_with_everything_typed()
    {
        var swap = await Swaps(Thought);
        Assert.Contains("Pick the sentence", (await Bot.Submits(_mira, swap, (SwapThought.ChangeField, "yes"))).Fault(SwapThought.PickedField));
        var change = await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 0)), (SwapThought.ChangeField, "yes"));
        Assert.Contains("as you want it", (await Bot.Submits(_mira, change, (ChangeSwap.WordsField, ""))).Fault(ChangeSwap.WordsField));
        var wrong = await Bot.Submits(_mira, change, (ChangeSwap.WordsField, new string('x', SwapThought.Most + 1)));
        Assert.Contains("301", wrong.Fault(ChangeSwap.WordsField));
        Assert.Equal(SwapThought.Most + 1, wrong.Holds(ChangeSwap.WordsField).Length);
        Assert.True(wrong.Form.Private);
    }

    [Fact]
    public async Task Kept_is_the_sentence_that_stood_there_also_where_the_list_is_another_by_then()
    {
        await Bot.Submits(_mira, await Swaps(Thought), (SwapThought.OwnField, Mine));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var swap = await Swaps(Alike);
        var offered = Offered(swap);
        // On a second device the earlier one is said to have helped: it stands first now, in the place of another.
        var day = await Bot.Types(_mira, "myday");
        var first = day.Form.Fields.OfType<Field.Pick>().Single().Choices.Single(one => one.Label.Plain(Reader.Plain).EndsWith(Thought, StringComparison.Ordinal));
        await Bot.Submits(_mira, await Bot.Submits(_mira, day, (MyDay.ThoughtField, first.Value)), (EditThought.HelpedField, "yes"));

        var again = await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 0)), (SwapThought.ChangeField, "yes"));
        Assert.Contains("The list has changed", again.Fault(SwapThought.PickedField));
        Assert.Equal(("yes", "", true), (again.Holds(SwapThought.ChangeField), again.Holds(SwapThought.OwnField), again.Form.Private));
        Assert.Equal(Mine, Offered(again)[0]);
        Assert.Contains(offered[2], Offered(again));
        Assert.Null((await Kept()).Swap);
        // From before there were marks: the same.
        Assert.Contains("The list has changed", (await Bot.Submits(_mira, again, (SwapThought.PickedField, "1"))).Fault(SwapThought.PickedField));
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, swap, (SwapThought.PickedField, Value(swap, 2)))).Reply);
        Assert.Equal(offered[2], (await Kept()).Swap);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("a-little", true)]
    [InlineData("no", false)]
    [InlineData("", false)]
    public async Task What_helped_against_a_thought_is_offered_first_when_it_comes_back_and_nothing_else_is(string helped, bool isOffered)
    {
        await Bot.Submits(_mira, await Swaps(Thought), (SwapThought.OwnField, Mine));
        var day = await Bot.Types(_mira, "myday");
        var edit = await Bot.Submits(_mira, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value));
        await Bot.Submits(_mira, edit, (EditThought.HelpedField, helped));
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        var offered = Offered(await Swaps(Alike));
        Assert.InRange(offered.Count, 2, 3);
        Assert.Equal(isOffered, offered.Contains(Mine));
        Assert.Equal(isOffered, offered[0] == Mine);
    }

    [Fact]
    public async Task Whether_yesterdays_helped_is_asked_on_every_third_day_and_never_on_two_running()
    {
        var asked = new List<int>();
        for (var day = 0; day < 12; day++)
        {
            var form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
            if (form.Form.Fields.Any(field => field.Id == SortThought.HelpedField))
                asked.Add(day);
            await Bot.Submits(_mira, await Named(await Bot.Submits(_mira, form, (SortThought.WordsField, $"{Thought}, {day}"))), (SwapThought.OwnField, $"{Mine} {day}"));
            Bot.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.InRange(asked.Count, 3, 4);
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.Equal(3, pair.Second - pair.First));
    }

    [Fact]
    public async Task An_answer_to_it_is_kept_with_the_thought_it_is_about_and_not_asked_again()
    {
        var (form, first) = await IsAsked();
        await Bot.Submits(_mira, form, (SortThought.WordsField, "Something else altogether"), (SortThought.HelpedField, "yes"));
        Assert.Equal("yes", (await Opened(first)).Helped);
        Assert.DoesNotContain((await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId))).Form.Fields, field => field.Id == SortThought.HelpedField);
    }

    [Fact]
    public async Task It_can_be_answered_without_a_new_thought()
    {
        var (form, first) = await IsAsked();
        Assert.True(form.Form.Fields.OfType<Field.Line>().Single().Optional);
        Assert.Contains("or close this", (await Bot.Submits(_mira, form)).Fault(SortThought.WordsField));
        for (var times = 0; times < 2; times++)
            Assert.IsType<Reply.None>((await Bot.Submits(_mira, form, (SortThought.HelpedField, "a-little"))).Reply);
        var row = Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
        Assert.Equal(("a-little", 4), ((await Opened(first)).Helped, row.Version));
        // It is theirs alone, and nothing is left to say of one that is deleted.
        var ben = await Bot.Member("Ben Okafor");
        Assert.Contains("no longer there", (await Bot.Submits(ben, form with { Who = ben.Id, Where = ben.Direct }, (SortThought.HelpedField, "no"))).Words);
        await Bot.Do(db => db.Thoughts.ExecuteDeleteAsync());
        Assert.Contains("no longer there", (await Bot.Submits(_mira, form, (SortThought.HelpedField, "no"))).Words);
        // Where nothing is asked, a thought is what the form is for.
        form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        Assert.False(form.Form.Fields.OfType<Field.Line>().Single().Optional);
        Assert.Contains("or close this", (await Bot.Submits(_mira, form, (SortThought.HelpedField, "yes"))).Fault(SortThought.WordsField));
    }

    [Fact]
    public async Task The_same_thought_sent_twice_is_kept_once_and_other_words_are_another()
    {
        var form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        var (first, again) = (await Bot.Submits(_mira, form, (SortThought.WordsField, Thought)), await Bot.Submits(_mira, form, (SortThought.WordsField, Thought)));
        Assert.Equal(first.Form.About, again.Form.About);
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
        await Bot.Submits(_mira, form, (SortThought.WordsField, "Something else altogether"));
        Assert.Equal(2, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    // The form of the first day on which it asks whether that one helped.
    async Task<(Heard Form, Guid Thought)> IsAsked()
    {
        await Bot.Submits(_mira, await Swaps(Thought), (SwapThought.OwnField, Mine));
        var form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        // Never of the same day's.
        Assert.DoesNotContain(form.Form.Fields, field => field.Id == SortThought.HelpedField);
        for (var day = 0; day < 3 && form.Form.Fields.All(field => field.Id != SortThought.HelpedField); day++)
        {
            Bot.Clock.Advance(TimeSpan.FromDays(1));
            form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        }
        return (form, (await Bot.Read(db => db.Thoughts.SingleAsync())).Id);
    }

    async Task<Heard> Swaps(string words) => await Named(await Bot.Submits(_mira, await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words)));

    Task<Heard> Named(Heard patterns) => Bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese));

    async Task<ThoughtWords> Kept() => await Opened(await Bot.Read(db => db.Thoughts.OrderByDescending(one => one.At).Select(one => one.Id).FirstAsync()));

    async Task<ThoughtWords> Opened(Guid id) => ThoughtWords.Open((await Bot.Get<Vault>().Find(_mira.Id, default))!, await Bot.Read(db => db.Thoughts.SingleAsync(one => one.Id == id)))!;

    static string Value(Heard swap, int at) => swap.Form.Fields.OfType<Field.Pick>().Single().Choices[at].Value;

    static List<string> Offered(Heard swap) => [.. swap.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Label.Plain(Reader.Plain).Split(". ", 2)[1])];
}
