using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Publishing;

/// <summary>Figures are frozen once, and what was published is remembered.</summary>
public sealed class FreezingTests : OverTheDatabase
{
    readonly SmallOrganisation _organisation = new("A 8, B 9, / 0");

    [Fact]
    public async Task A_window_is_frozen_once_and_a_second_run_changes_nothing()
    {
        Assert.True(await Freeze(30, step: 5));
        var before = await Figures();
        Assert.False(await Freeze(30, step: 1));
        Assert.False(await Freeze(29, step: 1));
        Assert.Equal(before, await Figures());
        Assert.Equal(["30 Steady", "30 Steady", "30 Steady"], before);
    }

    [Fact]
    public async Task Of_two_runs_at_once_one_freezes()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(run => Freeze(30, step: run + 1)));
        Assert.Single(runs, frozen => frozen);
        Assert.Equal(3, (await Figures()).Count);
    }

    [Fact]
    public async Task Each_question_has_figures_and_a_memory_of_its_own()
    {
        await Freeze(30, step: 5);
        Assert.True(await Freeze(30, step: 5, question: "information"));
        Assert.Equal(["30 FourFifthsOrMore", "30 FourFifthsOrMore", "30 FourFifthsOrMore"], await Figures("information"));
        Assert.Equal(17, await Bot.Read(db => db.CountedSeats.CountAsync(seat => seat.Question == "information")));
    }

    [Fact]
    public async Task The_memory_lasts_from_window_to_window_in_the_database()
    {
        await Freeze(30, step: 5);
        _organisation.Leave(_organisation.SomebodyIn("A"));
        await Freeze(31, step: 5);
        Assert.Equal(["31 ", "31 ", "31 Steady"], (await Figures()).Where(figure => figure.StartsWith("31", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_sets_are_remembered_once()
    {
        await Freeze(30, step: 5);
        await Freeze(31, step: 1);
        Assert.Equal(2, await Bot.Read(db => db.CountedSets.CountAsync()));
    }

    [Fact]
    public async Task Who_is_forgotten_is_cut_loose_and_still_protected()
    {
        await Freeze(30, step: 5);
        var gone = _organisation.SomebodyIn("A");
        await Bot.Do(db => Freezing.Forget(db, [gone], default));
        _organisation.Leave(gone);
        Assert.False(await Bot.Read(db => db.CountedSeats.AnyAsync(seat => seat.MemberId == gone)));
        await Freeze(31, step: 5);
        Assert.Equal(["31 ", "31 ", "31 Steady"], (await Figures()).Where(figure => figure.StartsWith("31", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_year_through_the_database_is_the_year_in_memory()
    {
        var (kept, remembered) = (new GeneratedOrganisation(3), new GeneratedOrganisation(3));
        var sums = new PublishedSums();
        for (var window = 0; window < 6; window++)
        {
            var (one, other) = (kept.Next(first: window == 0), remembered.Next(first: window == 0));
            var snapshot = Publication.Decide(Measure.Balance, kept.Tree, one, sums);
            sums = PublishedSums.Remembered(snapshot.Sums.Counted, snapshot.Sums.Sets.Select(set => new PublishedSums.CountedTogether(set.Block, new CountedSet { Question = "", Block = 0, Number = 0, Places = CountedSet.Packed(set.Places) }.Unpacked())));
            var answers = other.In(GroupTree.Whole).Select(member => new Answer(member, other.Step(member))).ToList();
            await Bot.Make<Freezing>().Freeze(new(new(window), "balance", Measure.Balance, remembered.Groups, remembered.GroupOf, answers), default);
            var frozen = await Bot.Read(db => db.FrozenFigures.Where(figure => figure.Window == window).ToDictionaryAsync(figure => figure.GroupId, figure => figure.Balance));
            Assert.All(snapshot.Figures, figure => Assert.Equal(figure.Balance, frozen[figure.GroupId]));
        }
    }

    Task<bool> Freeze(int window, int step, string question = "balance") => Bot.Make<Freezing>().Freeze(new(new(window), question, question == "balance" ? Measure.Balance : Measure.Agreement,
        _organisation.Groups, _organisation.GroupOf, [.. _organisation.People.Select(member => new Answer(member, step))]), default);

    Task<List<string>> Figures(string question = "balance") => Bot.Read(async db =>
        (await db.FrozenFigures.Where(figure => figure.Question == question).OrderBy(figure => figure.Window).ThenBy(figure => figure.GroupId).ToListAsync())
            .Select(figure => $"{figure.Window} {figure.Balance}{figure.Agreement}").ToList());
}
