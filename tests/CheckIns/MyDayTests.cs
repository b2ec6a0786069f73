using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>One's own days: looked through, changed and deleted, by their author alone and never twice.</summary>
[Trait("Database", "Both")]
public sealed class MyDayTests : OverTheDatabase
{
    const string Refund = "I always get the refund calls wrong", Again = "I get every refund call wrong again", Lead = "My lead thinks I am lazy", Helped = "Two of this week's refunds went fine.";

    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange() => (_mira, _ben) = (await Bot.Member("Mira Solano", zone: "Europe/Berlin"), await Bot.Member("Ben Okafor"));

    [Fact]
    public async Task Thoughts_are_found_by_their_words_and_by_what_helped_however_they_are_spelled()
    {
        await Keeps(Refund, Helped);
        await Keeps(Lead);
        Assert.Equal([Refund], Listed(await Searches("REFÚND")));
        Assert.Equal([Refund], Listed(await Searches("went fine")));
        var none = await Searches("<b>nothing</b>");
        Assert.Empty(Listed(none));
        Assert.Equal("<b>nothing</b>", none.Holds(MyDay.SearchField));
        Assert.Equal([Refund, Lead], Listed(await Bot.Types(_mira, "myday")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_thought_that_keeps_coming_back_stands_once_with_what_helped()
    {
        await Keeps(Refund, Helped);
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        await Keeps(Again);
        await Keeps(Lead);
        var seen = Seen((await Bot.Types(_mira, "myday")).Form);
        Assert.Contains("came back 2 times", seen);
        // Nobody has said that it helped.
        Assert.Contains($"Your other thought: {Helped}", seen);
        Assert.DoesNotContain("What helped", seen);
        await Says("a-little");
        Assert.Contains($"What helped: {Helped}", Seen((await Bot.Types(_mira, "myday")).Form));
        await Says("no");
        seen = Seen((await Bot.Types(_mira, "myday")).Form);
        Assert.DoesNotContain("What helped", seen);
        Assert.DoesNotContain("Your other thought", seen);
    }

    [Fact]
    public async Task Every_day_of_thirty_has_its_bar_however_often_they_come()
    {
        await Bot.Chose(ServiceCulture.Bot.Features.Programmes.Taking.OnMyOwn, _mira);
        for (var day = 0; day < 30; day++)
        {
            await Bot.Presses(_mira, new Ref(CheckInCard.StepId, $"/{1 + day % 5}"));
            Bot.Clock.Advance(TimeSpan.FromDays(1));
        }
        Bot.Clock.Advance(TimeSpan.FromHours(-1));
        var bars = (await Bot.Types(_mira, "myday")).Form.Fields.OfType<Field.Shown>().Select(shown => shown.Block).OfType<Block.Bars>().ToList();
        Assert.Equal(Enumerable.Range(0, 30).Select(day => 1 + day % 5), bars.SelectMany(one => one.Series[0].Values));
        // What a dialect draws at most.
        Assert.All(bars, one => Assert.InRange(one.Categories.Count, 1, 20));
    }

    [Fact]
    public async Task After_thirty_days_it_is_shown_no_more()
    {
        await Keeps(Refund);
        Bot.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(Listed(await Bot.Types(_mira, "myday")));
    }

    [Fact]
    public async Task A_search_reaches_all_that_is_kept_and_what_it_finds_can_be_changed_and_deleted()
    {
        await Keeps(Refund, Helped);
        Bot.Clock.Advance(TimeSpan.FromDays(120));
        await Keeps(Lead);
        var day = await Bot.Types(_mira, "myday");
        Assert.Equal([Lead], Listed(day));
        Assert.Contains("Also finds those older than 30 days, as long as they are kept.", Seen(day.Form));
        Assert.Equal([Refund], Listed(await Searches("refund")));
        Assert.DoesNotContain("came back", Seen((await Searches("refund")).Form));
        Assert.Contains("No thought was found with “flood” in it.", Seen((await Searches("flood")).Form));
        await Bot.Submits(_mira, await Opens("refund"), (EditThought.WordsField, Again));
        await Bot.Submits(_mira, await Opens("again"), (EditThought.DeleteField, "yes"));
        Assert.Empty(Listed(await Searches("refund")));
        Assert.Equal(1, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task Beyond_what_a_list_holds_a_search_finds_the_oldest_too()
    {
        await Keeps(Lead);
        var first = await Bot.Read(db => db.Thoughts.AsNoTracking().SingleAsync());
        await Keeps(Refund);
        var other = await Bot.Read(db => db.Thoughts.AsNoTracking().SingleAsync(one => one.Id != first.Id));
        await Bot.Do(db =>
        {
            db.AddRange(Enumerable.Range(1, 500).Select(at => new ServiceCulture.Bot.Features.CheckIns.Thought { MemberId = _mira.Id, At = first.At.AddMinutes(at), Sealed = other.Sealed }));
            return Task.CompletedTask;
        });
        Assert.Equal([Lead], Listed(await Searches("lazy")));
        var many = await Searches("refund");
        Assert.Equal(MyDay.MostListed, Listed(many).Count());
        Assert.Contains("more words find fewer", Seen(many.Form));
    }

    [Fact]
    public async Task What_would_help_where_it_is_simply_true_is_shown_found_changed_and_taken_out()
    {
        var patterns = await Bot.Submits(_mira, await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Lead));
        await Bot.Submits(_mira, await Bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.SimplyTrue)), (TrueThought.OwnField, "A walk with Jonas"));
        Assert.Equal([Lead], Listed(await Searches("jonas")));
        var edit = await Opens();
        Assert.Equal("A walk with Jonas", edit.Holds(EditThought.WouldHelpField));
        var tooLong = await Bot.Submits(_mira, edit, (EditThought.WouldHelpField, new string('x', TrueThought.Most + 1)));
        Assert.Contains("it has 301", tooLong.Fault(EditThought.WouldHelpField));
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, edit, (EditThought.WouldHelpField, "A word with Ilse"))).Reply);
        Assert.Equal("A word with Ilse", (await Opens()).Holds(EditThought.WouldHelpField));
        Assert.Empty(Listed(await Searches("jonas")));
        await Bot.Submits(_mira, await Opens(), (EditThought.WouldHelpField, ""));
        Assert.Equal("", (await Opens()).Holds(EditThought.WouldHelpField));
    }

    [Fact]
    public async Task It_is_changed_and_what_cannot_be_kept_is_said_at_its_field_with_everything_typed()
    {
        await Keeps(Refund);
        var edit = await Opens();
        var wrong = await Bot.Submits(_mira, edit, (EditThought.WordsField, ""), (EditThought.SwapField, "Once is once."));
        Assert.NotEmpty(wrong.Fault(EditThought.WordsField));
        Assert.Equal("Once is once.", wrong.Holds(EditThought.SwapField));
        var tooLong = await Bot.Submits(_mira, edit, (EditThought.WordsField, Lead), (EditThought.SwapField, new string('x', SwapThought.Most + 1)));
        Assert.NotEmpty(tooLong.Fault(EditThought.SwapField));
        Assert.Equal(Lead, tooLong.Holds(EditThought.WordsField));
        Assert.True(wrong.Form.Private && tooLong.Form.Private);
        await Bot.Submits(_mira, wrong, (EditThought.WordsField, Lead), (EditThought.SwapField, "Once is once."));
        Assert.Equal("Once is once.", (await Opens()).Holds(EditThought.SwapField));
    }

    [Fact]
    public async Task Changed_on_two_devices_the_later_one_is_asked_first_and_keeps_its_words()
    {
        await Keeps(Refund);
        var (one, other) = (await Opens(), await Opens());
        await Bot.Submits(_mira, one, (EditThought.SwapField, "The first."));
        var asked = await Bot.Submits(_mira, other, (EditThought.SwapField, "The second."));
        Assert.Contains("changed elsewhere", asked.Fault(EditThought.WordsField));
        Assert.Equal("The second.", asked.Holds(EditThought.SwapField));
        await Bot.Submits(_mira, asked, (EditThought.SwapField, "The second."));
        Assert.Equal("The second.", (await Opens()).Holds(EditThought.SwapField));
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_stays_deleted_and_that_is_said()
    {
        await Keeps(Refund);
        var (one, other) = (await Opens(), await Opens());
        await Bot.Submits(_mira, one, (EditThought.DeleteField, "yes"));
        Assert.Contains("no longer there, so nothing was kept", (await Bot.Submits(_mira, other, (EditThought.SwapField, "Late."))).Words);
        Assert.Contains("no longer there", (await Bot.Submits(_mira, one, (EditThought.DeleteField, "yes"))).Words);
        Assert.Equal(0, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task Deleted_it_does_not_come_back_by_the_form_that_brought_it_and_can_be_kept_anew_on_purpose()
    {
        var form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        await Bot.Submits(_mira, form, (SortThought.WordsField, Refund));
        await Bot.Submits(_mira, await Opens(), (EditThought.DeleteField, "yes"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await Bot.Submits(_mira, form, (SortThought.WordsField, Refund));
        Assert.Contains("has been deleted since, so nothing was kept", late.Fault(SortThought.WordsField));
        Assert.Equal(Refund, late.Holds(SortThought.WordsField));
        Assert.True(late.Form.Private);
        Assert.NotEmpty((await Bot.Submits(_mira, form, (SortThought.WordsField, "Other words"))).Fault(SortThought.WordsField));
        Assert.Equal(0, await Bot.Read(db => db.Thoughts.CountAsync()));
        Assert.Equal(NamePattern.Id, (await Bot.Submits(_mira, late, (SortThought.WordsField, Refund))).Form.About.Id);
        Assert.Equal(1, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_told_at_its_field_and_kept()
    {
        await Keeps(Refund);
        var wrong = await Searches(new string('x', MyDay.MostSearch + 1));
        Assert.Contains("it has 101", wrong.Fault(MyDay.SearchField));
        Assert.Equal(MyDay.MostSearch + 1, wrong.Holds(MyDay.SearchField).Length);
        Assert.True(wrong.Form.Private);
    }

    [Fact]
    public async Task A_thought_picked_after_it_was_deleted_is_said_to_be_gone()
    {
        await Keeps(Refund);
        var day = await Bot.Types(_mira, "myday");
        await Bot.Submits(_mira, await Opens(), (EditThought.DeleteField, "yes"));
        Assert.Contains("no longer there", (await Bot.Submits(_mira, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value))).Fault(MyDay.SearchField));
    }

    [Fact]
    public async Task Somebody_elses_thought_is_neither_shown_nor_changed()
    {
        await Keeps(Refund);
        var edit = await Opens();
        Assert.Empty(Listed(await Bot.Types(_ben, "myday")));
        Assert.Contains("no longer there", (await Bot.Submits(_ben, edit with { Who = _ben.Id }, (EditThought.WordsField, "Ben's"))).Words);
        var theirs = await Bot.Submits(_ben, await Bot.Types(_ben, "myday"), (MyDay.ThoughtField, edit.Form.About.Row));
        Assert.Equal(MyDay.Id, theirs.Form.About.Id);
        Assert.Equal(Refund, (await Opens()).Holds(EditThought.WordsField));
    }

    [Fact]
    public async Task After_an_erasure_no_form_or_card_from_before_it_keeps_anything()
    {
        await Bot.Chose(ServiceCulture.Bot.Features.Programmes.Taking.OnMyOwn, _mira);
        var (question, thought) = (await Bot.Types(_mira, "checkin"), await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)));
        await Keeps(Refund);
        var (edit, patterns) = (await Opens(), await Bot.Submits(_mira, thought, (SortThought.WordsField, Lead)));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.Submits(_mira, await Bot.Submits(_mira, await Bot.Types(_mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase)), (EraseMyData.ConfirmationField, EraseMyData.Word));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var late in new[] { await Bot.Submits(_mira, thought, (SortThought.WordsField, Lead)), await Bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese)), await Bot.Submits(_mira, edit, (EditThought.SwapField, "Late.")) })
            Assert.Contains("your data erased after this form was opened", late.Words);
        foreach (var row in new[] { new Ref(CheckInCard.StepId, "/3"), new Ref(CheckInCard.NotTodayId, "") })
            Assert.Contains("before your data were erased", (await Bot.Presses(_mira, row, question.Where, question.Who, drawnAt: question.At)).Words);
        Assert.Equal(0, await Bot.Read(async db => await db.CheckIns.CountAsync() + await db.Asks.CountAsync()));
        Assert.Equal(0, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    async Task Keeps(string words, string? swap = null)
    {
        var patterns = await Bot.Submits(_mira, await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words));
        var swaps = await Bot.Submits(_mira, patterns, (NamePattern.Field, NamePattern.NoneOfThese));
        if (swap is not null)
            await Bot.Submits(_mira, swaps, (SwapThought.OwnField, swap));
    }

    // Of the thought that has another one.
    async Task Says(string helped)
    {
        var found = await Searches(Helped);
        var edit = await Bot.Submits(_mira, found, (MyDay.ThoughtField, found.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value));
        await Bot.Submits(_mira, edit, (EditThought.HelpedField, helped));
    }

    async Task<Heard> Searches(string words) => await Bot.Submits(_mira, await Bot.Types(_mira, "myday"), (MyDay.SearchField, words));

    async Task<Heard> Opens(string search = "")
    {
        var day = search.Length == 0 ? await Bot.Types(_mira, "myday") : await Searches(search);
        return await Bot.Submits(_mira, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value));
    }

    static IEnumerable<string> Listed(Heard day) => day.Form.Fields.OfType<Field.Pick>().SelectMany(pick => pick.Choices).Select(choice => choice.Label.Plain(Reader.Plain).Split(": ", 2)[1]);

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(Html.Form(form, Reader.Plain, "f"));
}
