using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Peers.Console;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>Digests of every kind as they arrive on the local page, and the same findings in the console: pictures to be looked at, each state sound.</summary>
public sealed class DigestLooksTests(Chromium chromium) : IAsyncLifetime
{
    static readonly string[] SomeValues = ["patience", "empathy", "competence", "fairness", "persistence"];

    BotHost bot = null!;

    public async ValueTask InitializeAsync()
    {
        Needs.Chromium();
        bot = await BotHost.Open(new Dictionary<string, string> { ["Console:PublicUrl"] = "" }, environment: "Development");
        await Fill();
        bot.Services.GetRequiredService<Register>().Forget();
        await bot.Services.GetRequiredService<SendingDigests>().Run(default);
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await bot.Services.GetRequiredService<SendingDigests>().Run(default);
        await bot.Deliver();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Every_digest_arrives_with_its_chart_and_is_sound(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var page = await TryPage.OpenAsync(chromium, bot.Address, "petra", "ines", screen, dark);
        var week = await page.Left.SeeCardAsync("16 to 22 November 2026");
        Assert.Equal(1, await week.Locator("figure.bars svg").CountAsync());
        await Keep("week");
        await TryPane.PressAsync(week, "Previous weeks");
        await page.Left.SeeCardAsync("9 to 15 November 2026");
        await Keep("earlier");
        await page.Left.SayAsync("digest preview");
        await page.Left.SeeCardAsync("so far");
        await Keep("preview");
        await TryPane.PressAsync(page.Left.CardSaying("so far"), "What is this based on?");
        await page.Left.SeeCardAsync("Weeks run by the organisation");
        await Keep("basis");
        await page.Left.SayAsync("team");
        await page.Left.SeeCardAsync("open questions");
        await Keep("team");
        await TryPane.PressAsync(page.Left.CardSaying("so far"), "Less often, other time");
        await page.Left.Form.WaitForAsync();
        await Keep("times");
        await page.Left.SitAsync("mira");
        await page.ReadyAsync();
        await page.Left.SeeCardAsync("Your week");
        await Keep("recap");
        await page.Left.SitAsync("ines");
        await page.ReadyAsync();
        await page.Left.SayAsync("digest month preview");
        await page.Left.SeeCardAsync("The whole organisation");
        await Keep("month");

        async Task Keep(string state)
        {
            await page.SoundAsync($"{state} {mark}");
            var last = state is "times" ? page.Left.Form : page.Left.Cards.Last;
            await last.ScreenshotAsync(new() { Path = Path.Combine(Places.Shots, $"digest-{state}-{mark}.png") });
        }
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task The_console_shows_what_questions_teach(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var console = await ConsoleInBrowser.SignInAsync(chromium, bot, screen, dark);
        await console.GoToAsync("overview");
        await console.SeeAsync("What we keep asking");
        Assert.Equal("About three fifths or more", await console.Page.GetByRole(AriaRole.Table, new() { Name = "Answered at least once, of those who were asked" }).GetByRole(AriaRole.Cell).First.InnerTextAsync());
        await console.SeeAsync("Goodwill");
        await console.SeeAsync("40 minutes; nine in ten within 3 hours");
        await console.SeeAsync("Decided often, but by too few people: Refunds.");
        await console.Page.GetByRole(AriaRole.Button, new() { Name = "An example: Refunds" }).ClickAsync();
        await console.SeeAsync("Where is the refund of my customer?");
        await console.SoundAsync($"overview {mark}");
        await console.Page.ShootAsync($"console-overview-full-{mark}");
        Assert.True(await bot.Read(db => db.Audit.AnyAsync(entry => entry.Act == "question.view")));
    }

    // Two months of thanks at the front desk, an overdue question, and a window that is over with all that may be said of it.
    Task<int> Fill() => bot.Store.Do(async db =>
    {
        var now = bot.Clock.Now.UtcDateTime;
        var people = await db.Accounts.ToDictionaryAsync(one => one.ExternalId, one => one.MemberId);
        var front = await db.Teams.SingleAsync(team => team.Name == "Front desk");
        foreach (var member in await db.Members.ToListAsync())
            member.Zone = "UTC";
        await db.TeamMemberships.ExecuteUpdateAsync(set => set.SetProperty(one => one.From, now.AddYears(-1)));
        string[] at = ["mira", "ben", "yuki", "sam"];
        for (var n = 0; n < 40; n++)
            Thank(db, people[n % 5 == 0 ? "omar" : at[(n + 1) % 4]], people[at[n % 4]], front.Id, now.AddDays(7 - (n * 1.3)), SomeValues[n * n % 5], n);
        foreach (var (who, kind) in new[] { ("petra", DigestKind.Manager), ("mira", DigestKind.Recap) })
        {
            var plan = DigestPlan.Usual(people[who], kind);
            (plan.Day, plan.Minute, plan.NextAt) = (now.DayOfWeek, (now.Hour * 60) + now.Minute, now);
            db.Add(plan);
        }
        Topic refunds = new() { Name = "Refunds", NameKey = "refunds", CreatedAt = now }, goodwill = new() { Name = "Goodwill", NameKey = "goodwill", CreatedAt = now };
        Question late = new() { AskerId = people["mira"], Words = "Where is the refund of my customer?", AskedAt = now.AddDays(6), TopicId = refunds.Id, State = QuestionState.Owned, OwnerId = people["ana"], AnswerBy = now.AddDays(6.5), Urgency = Urgency.Today };
        db.AddRange(refunds, goodwill, late);
        var window = bot.Services.GetRequiredService<OrganisationWindows>().LastFinished.Index;
        db.AddRange(new FrozenFigure { Window = window, Question = "balance", GroupId = front.Id, Balance = BalanceWord.Mixed }, new FrozenFigure { Window = window, Question = "feedback", GroupId = front.Id, Agreement = Agreement.TwoFifthsOrFewer });
        db.AddRange(Part(window, Agreement.ThreeFifthsOrMore), Part(window - 1, Agreement.FourFifthsOrMore), Part(window - 2, null));
        db.AddRange(Handled(HandlingMeasure.ToAccept, Urgency.Waiting, 4, 11), Handled(HandlingMeasure.ToFirstAnswer, Urgency.Waiting, 6, 20), Handled(HandlingMeasure.ToSolved, Urgency.Waiting, 21, 70), Handled(HandlingMeasure.ToAccept, Urgency.Today, 35, 140), Handled(HandlingMeasure.ToFirstAnswer, Urgency.Today, 50, 180), Handled(HandlingMeasure.ToSolved, Urgency.Today, 170, 420),
            Handled(HandlingMeasure.Repeated, null, 10), Handled(HandlingMeasure.WithoutAsking, null, 35), Handled(HandlingMeasure.FirstTimeRight, null, 80), Handled(HandlingMeasure.Transfers, null, 0.3),
            Handled(HandlingMeasure.ToFirstAnswer, Urgency.Today, 40, 160, refunds.Id), Handled(HandlingMeasure.ToSolved, Urgency.Today, 95, 300, refunds.Id), Handled(HandlingMeasure.ToSolved, Urgency.Today, 210, 500, goodwill.Id),
            new QuestionFinding { Window = window, Kind = FindingKind.KeepAsking, Number = 1, TopicId = refunds.Id, Amount = 23, QuestionId = late.Id }, new QuestionFinding { Window = window, Kind = FindingKind.KeepAsking, Number = 2, Amount = 12 },
            new QuestionFinding { Window = window, Kind = FindingKind.CouldDecide, Number = 1, TopicId = goodwill.Id, Amount = 95 }, new QuestionFinding { Window = window, Kind = FindingKind.CouldDecide, Number = 2, Amount = 90 }, new QuestionFinding { Window = window, Kind = FindingKind.TooFewDecided, Number = 1, TopicId = refunds.Id, Amount = 0 });
        return await db.SaveChangesAsync();

        static FrozenFigure Part(int window, Agreement? share) => new() { Window = window, Question = ReadingFigures.Participation, GroupId = GroupTree.Whole, Agreement = share };

        HandlingFigure Handled(HandlingMeasure measure, Urgency? urgency, double value, double? p90 = null, Guid topic = default) =>
            new() { Window = window, Measure = measure, Urgency = urgency is { } by ? (short)by : HandlingFigure.AnyUrgency, GroupId = GroupTree.Whole, TopicId = topic, Value = value, P90 = p90 };
    }, default);

    static void Thank(Db db, Guid from, Guid to, Guid team, DateTime when, string value, int n)
    {
        string[] deeds = ["Stayed with the caller about the double charge until it was sorted, so nobody had to ring again.", "Saw that I was shaken after the call, took the next one, and asked later how I was.", "Wrote down what the courier said word for word, which saved the whole afternoon."];
        var kudos = new KudosGiven { FromId = from, Words = deeds[n % 3], Audience = KudosAudience.Public, At = when };
        db.AddRange(kudos, new KudosReceipt { KudosId = kudos.Id, ToId = to, ToTeamId = team, At = when }, new KudosValue { KudosId = kudos.Id, ValueId = value });
    }
}
