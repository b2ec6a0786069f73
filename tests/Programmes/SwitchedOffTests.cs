using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A feature that is off at a site: no entrance leads into it, and HR alone turns it.</summary>
public sealed class SwitchedOffTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!, _ben = null!;

    private protected override async Task Arrange()
    {
        (_ines, _mia, _ben) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm"), await Bot.Member("Ben Lake"));
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mia.Id)).Site = "Kiel";
            (await db.Members.SingleAsync(one => one.Id == _ben.Id)).Site = "Bonn";
        });
    }

    [Fact]
    public async Task Every_entrance_answers_plainly_and_has_no_effect()
    {
        var form = await Bot.Types(_mia, "kudos");
        var thought = await Bot.Presses(_mia, new Ref(CheckInCard.ThoughtId));
        await Saves("Kiel");
        var rows = await Rows();
        Heard[] heard =
        [
            await Bot.Types(_mia, "kudos @ben what they did was good indeed"),
            await Bot.Types(_mia, "mykudos"),
            await Bot.Types(_mia, "checkin"),
            await Bot.Presses(_mia, new Ref(GiveKudos.OpenId)),
            await Bot.Presses(_mia, new Ref(CheckInCard.StepId, "/3")),
            await Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, "stayed with a caller until it was solved")),
            await Bot.Submits(_mia, thought, (SortThought.WordsField, "I always ruin everything.")),
            await Bot.Picks(_mia, "kudos.from-message", _ben.Account, "Hello", null),
        ];
        Assert.All(heard, one => Assert.Matches("HR has switched (kudos|check-ins) off at Kiel, so nothing was done", one.Words));
        Assert.Equal(rows, await Rows());
    }

    [Fact]
    public async Task Elsewhere_and_where_no_site_is_known_all_is_as_it_was()
    {
        await Saves("Kiel");
        Assert.IsType<Reply.Open>((await Bot.Types(_ben, "kudos")).Reply);
        Assert.IsType<Reply.Open>((await Bot.Types(_ines, "kudos")).Reply);
    }

    [Fact]
    public async Task Help_values_ones_own_days_and_help_in_a_crisis_stay()
    {
        await Saves("Kiel");
        Assert.Contains("What I can do", (await Bot.Types(_mia, "help")).Words);
        Assert.Contains("Our values", (await Bot.Types(_mia, "values")).Words);
        Assert.IsType<Reply.Open>((await Bot.Types(_mia, "myday")).Reply);
        Assert.IsType<Reply.Open>((await Bot.Presses(_mia, new Ref(GetHelp.OpenId))).Reply);
    }

    [Fact]
    public async Task What_hr_switches_off_is_written_down_and_can_be_switched_on_again()
    {
        var saved = await Saves("Kiel", "check-ins", "pulse", "rough", "phrases");
        Assert.Contains("At Kiel these are off from now on: kudos.", saved.Words);
        Assert.Equal("check-ins,pulse,rough,phrases", (await Site("Kiel")).Holds(SiteFeatures.OnField));
        Assert.Contains("Everything is on at Kiel", (await Saves("Kiel", "kudos", "check-ins", "pulse", "rough", "phrases")).Words);
        Assert.IsType<Reply.Open>((await Bot.Types(_mia, "kudos")).Reply);
        Assert.Equal(["Kiel/kudos off", "Kiel/kudos on"], await Bot.Read(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Row).ToListAsync()));
    }

    [Fact]
    public async Task Plans_of_the_site_are_looked_at_anew()
    {
        await Saves("Kiel");
        Assert.Equal("Kiel", (await Bot.Read(db => db.Replannings.SingleAsync())).Site);
    }

    [Fact]
    public async Task Saved_by_two_at_once_the_second_is_shown_how_it_stands()
    {
        var (first, second) = (await Site("Kiel"), await Site("Kiel"));
        await Bot.Submits(_ines, first, (SiteFeatures.OnField, new[] { "kudos" }));
        var late = await Bot.Submits(_ines, second, (SiteFeatures.OnField, new[] { "pulse" }));
        Assert.Contains("so nothing was saved", late.Fault(SiteFeatures.OnField));
        Assert.Equal("kudos", late.Holds(SiteFeatures.OnField));
    }

    [Fact]
    public async Task Only_hr_sees_and_turns_them()
    {
        Assert.Contains("Only HR", (await Bot.Presses(_mia, new Ref(FeatureSites.OpenId))).Words);
        foreach (var step in new[] { await Sites(), await Site("Kiel") })
            Assert.Contains("Only HR", (await Bot.Submits(_mia, step with { Who = _mia.Id })).Words);
        Assert.Contains("Please pick one", (await Bot.Submits(_ines, await Sites(), (FeatureSites.SiteField, "Nowhere"))).Fault(FeatureSites.SiteField));
        Assert.Empty(await Bot.Read(db => db.SwitchedOff.ToListAsync()));
    }

    [Fact]
    public async Task Without_any_site_it_says_where_sites_come_from()
    {
        await Bot.Do(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(one => one.Site, (string?)null)));
        Assert.Contains("I know of no site yet", (await Bot.Presses(_ines, new Ref(FeatureSites.OpenId))).Words);
    }

    [Fact]
    public void Every_route_either_belongs_to_a_feature_or_is_one_of_those_that_are_always_on()
    {
        string[] always = ["help", "values", "myday", "mydata", "pause", "dryrun", "crisis", "prompts", "programmes", "features", "asking", "taking", "ask", "question", "experts", "topics", "triage", "note", "notes", "console", "digest", "digests", "team", "questions", "settings", "people"];
        var loose = Bot.Get<Routes>().Keys.Where(key => key.Contains(':') && Switchable.FeatureOf(key) is null && !key.EndsWith("kudos.rules", StringComparison.Ordinal) && key is not ("press:kudos.rules-open" or "press:rough.parked" or "submit:rough.unpark")
            && !always.Contains(key.Split(':')[1].Split('.')[0]));
        Assert.Empty(loose);
        Assert.All(Switchable.All, feature => Assert.NotEqual("", SiteFeatures.Name(feature).Plain(Reader.Plain)));
    }

    async Task<Heard> Sites() => await Bot.Presses(_ines, await Bot.Types(_ines, "help"), "Features by site");

    async Task<Heard> Site(string site) => await Bot.Submits(_ines, await Sites(), (FeatureSites.SiteField, site));

    async Task<Heard> Saves(string site, params string[] on) => await Bot.Submits(_ines, await Site(site), (SiteFeatures.OnField, on));

    Task<(int, int, int, int)> Rows() => Bot.Read(async db => (await db.Kudos.CountAsync(), await db.CheckIns.CountAsync(), await db.Thoughts.CountAsync(), await db.Messages.CountAsync()));
}
