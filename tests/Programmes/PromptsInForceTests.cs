using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>Which prompt stands over the line in which somebody writes a thought.</summary>
public sealed class PromptsInForceTests : OverTheDatabase
{
    const string Plain = "What are you telling yourself right now?";

    Someone _mia = null!;

    private protected override async Task Arrange() => _mia = await Bot.Member("Mia Storm", team: "Care");

    [Fact]
    public async Task At_least_sixty_prompts_are_shipped_in_packs_that_are_published()
    {
        var packs = await Bot.Read(db => db.PromptPacks.ToListAsync());
        Assert.Equal(["five-core-values", "professional-core", "respect-and-service", "six-needs", "three-qualities"], packs.Select(pack => pack.Id).Order());
        Assert.All(packs, pack => Assert.Equal(("en", 1, PackState.Published), (pack.Language, pack.Version, pack.State)));
        Assert.InRange(packs.SelectMany(pack => pack.Prompts).Distinct().Count(), 60, 500);
        Assert.All(packs, pack => Assert.InRange(string.Join('\n', pack.Prompts).Length, 1, EditPack.MostAll));
    }

    [Fact]
    public async Task Bringing_them_again_changes_nothing_and_a_newer_version_takes_the_place_of_one_that_nobody_changed()
    {
        await Bot.Do(db => ShippedPacks.Bring(db, default));
        Assert.Equal(5, await Bot.Read(db => db.PromptPacks.CountAsync()));
        await Bot.Do(async db => await db.PromptPacks.ExecuteUpdateAsync(set => set.SetProperty(pack => pack.Version, 0)));
        await Bot.Do(async db => await db.PromptPacks.Where(pack => pack.Id == "six-needs").ExecuteUpdateAsync(set => set.SetProperty(pack => pack.ChangedBy, _mia.Id)));
        await Bot.Do(db => ShippedPacks.Bring(db, default));
        Assert.Equal(9, await Bot.Read(db => db.PromptPacks.CountAsync()));
        Assert.Equal(["six-needs"], await Bot.Read(db => db.PromptPacks.Where(pack => pack.Version == 0 && pack.State == PackState.Published).Select(pack => pack.Id).ToListAsync()));
    }

    [Fact]
    public async Task Who_is_in_no_programme_is_asked_the_plain_question() => Assert.Equal(Plain, await Asked());

    [Fact]
    public async Task The_prompt_is_the_packs_the_same_all_day_and_another_one_tomorrow()
    {
        await Programme();
        var pack = await Pack("six-needs");
        var first = await Asked();
        Assert.Contains(first, pack);
        Bot.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(first, await Asked());
        Bot.Clock.Advance(TimeSpan.FromHours(24));
        Assert.NotEqual(first, await Asked());
    }

    [Fact]
    public async Task Every_prompt_comes_once_before_one_comes_again()
    {
        await Programme();
        var pack = await Pack("six-needs");
        var seen = new List<string>();
        for (var day = 0; day < pack.Count; day++, Bot.Clock.Advance(TimeSpan.FromDays(1)))
            seen.Add(await Asked());
        Assert.Equal(pack.Order(), seen.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    public void Any_number_of_prompts_is_gone_through_without_a_gap(int count)
    {
        var member = Guid.CreateVersion7();
        var numbers = Enumerable.Range(0, count).Select(day => Prompts.Number(member, new DateOnly(2026, 3, 2).AddDays(day), count));
        Assert.Equal(Enumerable.Range(0, count), numbers.Order());
    }

    [Fact]
    public async Task A_programme_for_another_team_role_or_site_or_time_gives_no_prompt()
    {
        await Programme(one => one.Teams = [Guid.CreateVersion7()]);
        await Programme(one => one.Roles = AudienceRoles.Expert);
        await Programme(one => one.Sites = ["Kiel"]);
        await Programme(one => one.From = new DateOnly(2026, 3, 3));
        await Programme(one => one.To = new DateOnly(2026, 3, 1));
        await Programme(one => one.State = ProgrammeState.Paused);
        Assert.Equal(Plain, await Asked());
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(Plain, await Asked());
    }

    [Fact]
    public async Task A_programme_for_their_site_gives_one()
    {
        await Programme(one => one.Sites = ["Kiel", "Bonn"]);
        await Bot.Do(async db => (await db.Members.SingleAsync(member => member.Id == _mia.Id)).Site = "Bonn");
        Assert.NotEqual(Plain, await Asked());
    }

    [Fact]
    public async Task A_programme_that_is_fixed_to_a_version_keeps_it()
    {
        await Programme(one => one.PackVersion = 1);
        await Bot.Do(async db =>
        {
            (await db.PromptPacks.SingleAsync(pack => pack.Id == "six-needs")).State = PackState.Earlier;
            db.PromptPacks.Add(new PromptPack { Id = "six-needs", Language = "en", Version = 2, Origin = Origin.Own, Name = "Six needs", Prompts = ["Something quite new?"], State = PackState.Published });
        });
        Assert.Contains(await Asked(), await Pack("six-needs"));
        await Bot.Do(async db => (await db.Programmes.SingleAsync()).PackVersion = null);
        Assert.Equal("Something quite new?", await Asked());
    }

    [Fact]
    public async Task A_refused_form_shows_the_same_prompt_again()
    {
        await Programme();
        var asked = await Asked();
        var wrong = await Bot.Submits(_mia, await Bot.Presses(_mia, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, ""));
        Assert.Equal(asked, Label(wrong));
    }

    async Task<string> Asked() => Label(await Bot.Presses(_mia, new Ref(CheckInCard.ThoughtId)));

    static string Label(Heard form) => form.Form.Fields.OfType<Field.Line>().Single().Label.Plain(Reader.Plain);

    async Task<List<string>> Pack(string id) => (await Bot.Read(db => db.PromptPacks.SingleAsync(pack => pack.Id == id && pack.Version == 1))).Prompts;

    Task Programme(Action<Programme>? with = null) => Bot.Do(db =>
    {
        var programme = new Programme { Name = $"P{Guid.CreateVersion7()}", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "six-needs" };
        with?.Invoke(programme);
        db.Add(programme);
        return Task.CompletedTask;
    });
}
