using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.HrConsole.Pages.Overview;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The first page: weeks that are over, counted as they were.</summary>
public sealed class OverviewPageTests : OverTheDatabase
{
    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange() => (_mira, _ben) = (await Bot.Member("Mira Solano"), await Bot.Member("Ben Okafor"));

    Task<OverviewRead> Read() => Bot.Make<ReadingOverview>().Read(default);

    [Fact]
    public async Task Thanks_are_counted_in_the_week_in_which_they_were_given_once_it_is_over()
    {
        await Gives("stayed with the first caller until it was solved", "#patience #empathy");
        await Gives("stayed with the second caller until it was solved", "#patience");
        var undone = await Gives("stayed with the third caller until it was solved", "");
        await Bot.Presses(_mira, undone, "Undo");
        Assert.All((await Read()).Weeks, week => Assert.Equal(0, week.Given));

        Bot.Clock.Advance(TimeSpan.FromDays(7));
        await Gives("stayed with the fourth caller until it was solved", "#patience");
        var read = await Read();
        Assert.Equal(ReadingOverview.Weeks, read.Weeks.Count);
        Assert.Equal((2, 2, 1), (read.Weeks[^1].Given, read.Weeks[^1].ByValue["patience"], read.Weeks[^1].ByValue["empathy"]));
        Assert.Equal([("Patience", 2), ("Empathy", 1)], read.Values);
        Assert.Equal(DayOfWeek.Monday, read.Weeks[^1].First.DayOfWeek);
        Assert.All(read.Weeks.Take(ReadingOverview.Weeks - 1), week => Assert.Equal(0, week.Given));
    }

    [Fact]
    public async Task Weeks_begin_on_the_organisations_own_day()
    {
        Bot.Get<OrganisationSettings>().WeekStart = DayOfWeek.Sunday;
        Assert.All((await Read()).Weeks, week => Assert.Equal(DayOfWeek.Sunday, week.First.DayOfWeek));
    }

    [Fact]
    public async Task Statements_stand_in_the_words_in_which_the_window_asked_them()
    {
        var window = Bot.Get<OrganisationWindows>().LastFinished;
        var end = window.To.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await Bot.Do(db =>
        {
            db.AddRange(Version(1, PackState.Earlier, end.AddDays(-10)), Version(2, PackState.Earlier, end.AddDays(5)), Version(3, PackState.Published, end.AddDays(5)),
                new Programme { Name = "Woche", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "woche", Language = "de" },
                new FrozenFigure { Window = window.Index, Question = "respect", GroupId = GroupTree.Whole, Agreement = Agreement.FourFifthsOrMore });
            return Task.CompletedTask;
        });
        Assert.Equal("Fassung 2, Aussage 4", (await Read()).Statements![3]);
        // A programme that keeps to one version asked that one; what was published only afterwards was not asked yet.
        await Bot.Do(async db => (await db.Programmes.SingleAsync()).PackVersion = 1);
        Assert.Equal("Fassung 1, Aussage 4", (await Read()).Statements![3]);
        await Bot.Do(async db => (await db.Programmes.SingleAsync()).PackVersion = 3);
        Assert.Null((await Read()).Statements);

        static PromptPack Version(int number, PackState state, DateTime at) =>
            new() { Id = "woche", Language = "de", Version = number, Origin = Origin.Own, Name = "Unsere Woche", Prompts = [.. Enumerable.Range(1, 5).Select(n => $"Fassung {number}, Aussage {n}")], State = state, ChangedAt = at };
    }

    Task<Heard> Gives(string deed, string values) => Bot.Types(_mira, $"kudos @Ben Okafor {values} {deed}");
}
