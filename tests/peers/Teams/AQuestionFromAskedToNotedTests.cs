using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Peers.Try;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Teams;

/// <summary>
/// One question all the way: Mira asks on the local page; Leo, there too, lets his offer run out; Ada in Microsoft's Playground accepts, talks
/// with her and hands it over to Grace; it is solved, kept as a note, and the next asker finds it. The bot's clock is moved by hand; pictures of every step.
/// </summary>
public sealed class AQuestionFromAskedToNotedTests(Chromium chromium) : IAsyncLifetime
{
    const string Words = "May I refund a charge that the customer disputes with their bank?";

    BotHost bot = null!;
    Playground playground = null!;
    TryPage local = null!;
    PlaygroundPage teams = null!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        Needs.Package("@microsoft/m365agentsplayground");
        var port = Loopback.FreePort();
        bot = await BotHost.Open(new Dictionary<string, string>
        {
            ["BotFramework:DangerouslyAllowUnauthenticated"] = "true",
            ["BotFramework:TenantId"] = PlaygroundPeople.Tenant,
            ["BotFramework:ServiceHosts:0"] = $"127.0.0.1:{port}",
        }, environment: "Development");
        playground = await Playground.StartAsync(new Uri(bot.Address, "api/messages"), port);
        teams = await PlaygroundPage.OpenAsync(chromium, playground);
        await teams.SayAsync("help");
        await Eventually.SeeAsync(async () => await bot.Read(db => db.Accounts.AnyAsync(one => one.ExternalId == PlaygroundPeople.Ada.Id)) ? "met" : null, "Ada in the bot's rows");
        await bot.Deliver();
        await teams.SeeCardAsync("What I can do for you");
        await ArrangeAsync();
        local = await TryPage.OpenAsync(chromium, bot.Address, "mira", "leo");
    }

    public async ValueTask DisposeAsync()
    {
        if (playground is not null)
            await playground.DisposeAsync();
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Fact]
    public async Task Asked_timed_out_accepted_talked_handed_over_solved_noted_and_found_by_the_next()
    {
        await local.Left.OpenFormAsync("ask");
        await local.Left.Field("What do you need to know?").FillAsync(Words);
        await local.Left.TickAsync("The customer is waiting now");
        await local.Left.Field("The customer's reference").FillAsync("Case 48213");
        await KeepAsync("1-asking");
        await local.Left.PressAsync("Ask");
        // The router is sure, so with a customer waiting nothing more is asked.
        await local.Left.Form.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ArriveAsync();
        await local.Left.SeeCardAsync("Leo Fontaine is asked, until");
        await local.Right.SeeCardAsync("Mira Solano needs your help");
        await KeepAsync("3-offered");

        await LaterAsync(TimeSpan.FromSeconds(45));
        await local.Right.SeeCardAsync("The time ran out");
        await local.Left.SeeCardAsync("Ada Probe is asked, until");
        var offer = await teams.SeeCardAsync("Mira Solano needs your help");
        await KeepAsync("4-offered-again", offer);

        await PlaygroundPage.PressAsync(offer, "Accept");
        await teams.SeeCardAsync("You have this question");
        await ArriveAsync();
        await local.Left.SeeCardAsync("Ada Probe has it since");
        await KeepAsync("5-accepted");

        var theirs = await teams.SeeCardAsync("You have this question");
        await PlaygroundPage.FillAsync(theirs, "Write to Mira Solano", "Which day was it paid?");
        await PlaygroundPage.PressAsync(theirs, "Send");
        await teams.SeeCardAsync("Which day was it paid?");
        await ArriveAsync();
        var said = await local.Left.SeeCardAsync("Ada Probe writes");
        await TryPane.PressAsync(said, "Write to Ada Probe");
        await local.Left.Field("Write to Ada Probe").FillAsync("On the second of November.");
        await local.Left.PressAsync("Send");
        await ArriveAsync();
        await teams.SeeCardAsync("On the second of November.");
        await KeepAsync("6-talked", await teams.SeeCardAsync("Mira Solano writes"));

        await PlaygroundPage.PressAsync(await teams.SeeCardAsync("You have this question"), "Hand over");
        await ArriveAsync();
        var handing = await teams.SeeCardAsync("What they need to know");
        await PlaygroundPage.ChooseAsync(handing, "Invoices and contracts");
        await KeepAsync("7-handing-over", handing);
        await PlaygroundPage.PressAsync(handing, "Hand over");
        await bot.Quiet();
        await ArriveAsync();
        await local.Right.SitAsync("grace");
        var handed = await local.Right.SeeCardAsync("Ada Probe hands you a question");
        await local.Left.SeeCardAsync("has asked Grace");
        await KeepAsync("8-handed-over");
        await TryPane.PressAsync(handed, "Accept");
        await ArriveAsync();
        await local.Left.SeeCardAsync("It changed hands");

        await TryPane.PressAsync(await local.Right.SeeCardAsync("You have this question"), "Answer");
        await local.Right.Field("Your answer").FillAsync("Yes: paid less than ninety days ago it goes back at once.");
        await local.Right.PressAsync("Send");
        await ArriveAsync();
        var answered = await local.Left.SeeCardAsync("Your question is answered");
        await KeepAsync("9-answered");
        await TryPane.PressAsync(answered, "Solved");
        await ArriveAsync();
        var solved = await local.Left.SeeCardAsync("Did you or the customer have to repeat anything?");
        await KeepAsync("10-solved");
        await TryPane.PressAsync(solved, "No, nothing");
        await local.Left.SeeCardAsync("Solved, and noted.");

        await TryPane.PressAsync(await local.Right.SeeCardAsync("Others may ask the same"), "Keep as a note");
        await local.Right.Form.GetByText("As the next colleague would ask it").WaitForAsync();
        await KeepAsync("11-noting");
        await local.Right.PressAsync("Save");
        await Eventually.SeeAsync(async () => await bot.Read(db => db.Notes.AnyAsync()) ? "noted" : null, "the note");
        await KeepAsync("12-noted");

        await local.Left.SitAsync("noor");
        await local.Left.OpenFormAsync("ask");
        await local.Left.Field("What do you need to know?").FillAsync("customer disputes a charge with the bank, may I refund it?");
        await local.Left.PressAsync("Ask");
        await local.Left.Form.GetByText("paid less than ninety days ago").WaitForAsync();
        await KeepAsync("13-found");
        await local.Left.Form.Locator("label.choice").Filter(new() { HasText = "This answers it" }).First.ClickAsync();
        await local.Left.PressAsync("Send");
        await ArriveAsync();
        await local.Left.SeeCardAsync("nobody had to be asked");
        await KeepAsync("14-known");

        var first = await bot.Read(db => db.Questions.AsNoTracking().SingleAsync(one => one.Words == Words));
        Assert.Equal((QuestionState.Solved, 1, Repeated.No), (first.State, first.Transfers, first.Repeated));
        Assert.Equal([OfferOutcome.Expired, OfferOutcome.Accepted, OfferOutcome.Accepted], await bot.Read(db => db.QuestionOffers.Where(one => one.QuestionId == first.Id).OrderBy(one => one.Number).Select(one => one.Outcome).ToListAsync()));
        Assert.Empty(local.Complaints);
    }

    /// <summary>Refunds are Leo's and Ada's, and Leo had fewer; invoices are Grace's alone.</summary>
    async Task ArrangeAsync()
    {
        await bot.Store.Do(async db =>
        {
            var people = await db.Members.ToListAsync();
            Guid Who(string name) => people.Single(one => one.Name.StartsWith(name, StringComparison.Ordinal)).Id;
            var ada = await db.Accounts.Where(one => one.ExternalId == PlaygroundPeople.Ada.Id).Select(one => one.MemberId).SingleAsync();
            var (leo, grace, mira) = (Who("Leo"), Who("Grace"), Who("Mira"));
            // As the roster would tell.
            var known = people.Single(one => one.Id == ada);
            (known.Name, known.NameKey, known.IsStub) = (PlaygroundPeople.Ada.Name, Folding.Key(PlaygroundPeople.Ada.Name), false);
            var (refunds, invoices) = ((await db.Topics.SingleAsync(one => one.Name == "Refunds and chargebacks")).Id, (await db.Topics.SingleAsync(one => one.Name == "Invoices and contracts")).Id);
            db.RemoveRange(await db.Expertises.Where(one => one.TopicId == refunds || one.TopicId == invoices).ToListAsync());
            db.AddRange(new Expertise { MemberId = leo, TopicId = refunds, Level = ExpertLevel.Knows }, new Expertise { MemberId = ada, TopicId = refunds, Level = ExpertLevel.Knows }, new Expertise { MemberId = grace, TopicId = invoices, Level = ExpertLevel.CanDecide });
            db.Add(new ExpertSettings { MemberId = ada, DutyDays = Weekdays.All, DutyFrom = 0, DutyTo = 0 });
            var before = new Question { AskerId = mira, Words = "Something else", AskedAt = bot.Clock.Now.UtcDateTime.AddDays(-1), State = QuestionState.Withdrawn, ClosedAt = bot.Clock.Now.UtcDateTime };
            db.AddRange(before, new QuestionOffer { QuestionId = before.Id, Number = 1, MemberId = ada, Kind = OfferKind.Chosen, At = before.AskedAt, Until = before.AskedAt, Outcome = OfferOutcome.Accepted, Why = "" });
            return await db.SaveChangesAsync();
        }, default);
        bot.Services.GetRequiredService<Register>().Forget();
        var following = bot.Services.GetRequiredService<Following>();
        await following.Look(default);
        await following.Built;
    }

    /// <summary>All that is under way arrives: what goes to one place goes a millisecond apart, and the clock stands still.</summary>
    async Task ArriveAsync()
    {
        for (var round = 0; round < 6; round++)
        {
            await bot.Deliver();
            bot.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    async Task LaterAsync(TimeSpan time)
    {
        await bot.Quiet();
        bot.Clock.Advance(time);
        await bot.Services.GetRequiredService<WatchingQuestions>().Run(default);
        await ArriveAsync();
    }

    /// <summary>How it looks now on the local page, wide and narrow, by day and by night; and in the Playground.</summary>
    async Task KeepAsync(string state, ILocator? inTeams = null)
    {
        foreach (var (width, height, dark) in new[] { (1280, 900, false), (1280, 900, true), (390, 844, false), (390, 844, true) })
        {
            await local.Page.SetViewportSizeAsync(width, height);
            await local.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            Assert.False(await local.Page.ScrollsSidewaysAsync(), $"{state} {width}: the page scrolls sideways");
            await local.Page.ShootAsync($"question-{state}-{width}-{(dark ? "dark" : "light")}", wholePage: false);
        }
        await local.Page.SetViewportSizeAsync(1280, 900);
        await local.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        if (inTeams is null)
            return;
        await inTeams.ScrollIntoViewIfNeededAsync();
        await teams.Page.ShootAsync($"question-{state}-playground", wholePage: false);
    }
}
