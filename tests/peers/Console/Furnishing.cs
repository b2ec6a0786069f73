using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>One bot with something on every page of the console: what is looked at while it is empty has not been looked at.</summary>
public sealed class FurnishedBot : IAsyncLifetime
{
    readonly ConsoleBot bot = new();

    internal BotHost Host => bot.Host;

    public async ValueTask InitializeAsync()
    {
        await bot.InitializeAsync();
        await Host.Store.Do(async db =>
        {
            await new Furnishing(db, Host.Clock.Now.UtcDateTime).AllAsync();
            return await db.SaveChangesAsync();
        }, default);
        Host.Services.GetRequiredService<Register>().Forget();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}

/// <summary>Puts the rows there.</summary>
sealed class Furnishing(Db db, DateTime now)
{
    static readonly string[] values = ["patience", "empathy", "competence", "fairness", "persistence"], front = ["mira", "ben", "yuki", "sam"];

    Dictionary<string, Guid> people = [];
    Dictionary<string, Guid> topics = [];

    internal async Task AllAsync()
    {
        people = await db.Accounts.ToDictionaryAsync(one => one.ExternalId, one => one.MemberId);
        topics = await db.Topics.ToDictionaryAsync(one => one.Name, one => one.Id);
        await SitesAsync();
        await MessagesAsync();
        Programmes();
        Thanks();
        Reports();
        Questions();
        Notes();
        Figures();
        foreach (var line in await db.HelpLines.Where(line => line.Country == "DE" || line.Country == "GB").ToListAsync())
            (line.ConfirmedAt, line.ConfirmedBy) = (now, people["ines"]);
    }

    async Task SitesAsync()
    {
        foreach (var (who, site) in new[] { ("mira", "Kiel"), ("ben", "Kiel"), ("omar", "Lyon"), ("noor", "Lyon"), ("leo", "Head office, Rue de la République") })
            (await db.Members.SingleAsync(one => one.Id == people[who])).Site = site;
        db.AddRange(new SwitchedOff { Site = "Kiel", Feature = "pulse", At = now }, new SwitchedOff { Site = "Lyon", Feature = "kudos", At = now });
        db.Add(new ExpertSettings { MemberId = people["omar"], DutyDays = Weekdays.Monday | Weekdays.Wednesday | Weekdays.Thursday, DutyFrom = 9 * 60, DutyTo = (13 * 60) + 30, PausedUntil = now.AddDays(3) });
        db.AddRange(new Expertise { MemberId = people["omar"], TopicId = topics["Deliveries"], Level = ExpertLevel.Knows }, new Expertise { MemberId = people["yuki"], TopicId = topics["Deliveries"], Level = ExpertLevel.Knows });
    }

    async Task MessagesAsync()
    {
        var installation = await db.Installations.Select(one => one.Id).FirstAsync();
        db.AddRange(
            Message("kudos/1/posted", PlaceKind.Channel, "gone", null, dead: "channel_not_found", attempts: 8),
            Message("digest/2/week", PlaceKind.Person, "petra", people["petra"], dead: "account_inactive", attempts: 1),
            Message("ask/3/day", PlaceKind.Person, "mira", people["mira"], dead: Bot.Outbox.Message.PersonBlocked, attempts: 1),
            Message("question/4/offer", PlaceKind.Person, "leo", people["leo"], dead: null, attempts: 1));

        Message Message(string key, PlaceKind kind, string place, Guid? member, string? dead, int attempts) => new()
        {
            Key = key,
            InstallationId = installation,
            PlaceKind = kind,
            PlaceId = place,
            ForMember = member,
            Priority = Priority.Normal,
            CreatedAt = now.AddHours(-3),
            Body = "x",
            Summary = "x",
            SentRevision = dead is null ? 1 : 0,
            DeadAt = dead is null ? null : now.AddHours(-2),
            UncertainAt = dead is null ? now.AddHours(-1) : null,
            Attempts = attempts,
            LastError = dead,
        };
    }

    void Programmes() => db.AddRange(
        new Programme { Name = "Mornings at Kiel", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "six-needs", Sites = ["Kiel"], WindowFrom = 7 * 60, WindowTo = 11 * 60, RemindAfterMinutes = 60 },
        new Programme { Name = "Weekly pulse, everybody", Kind = ProgrammeKind.Pulse, State = ProgrammeState.Paused, PackId = "", Days = Weekdays.Thursday },
        new Programme { Name = "Evenings, to be agreed with the works council", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.Draft, PackId = "six-needs", Days = Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday, WindowFrom = 18 * 60, WindowTo = 21 * 60 },
        new Programme { Name = "Pilot", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.Ended, PackId = "six-needs" });

    void Thanks()
    {
        for (var n = 0; n < 60; n++)
            Thank(front[n % 4], front[(n + 1 + (n % 3)) % 4], "Stayed with the caller until it was solved, so nobody had to ring again.", now.AddDays(-3 - (n * 1.3)), KudosAudience.Public, values[n * n % 5]);
    }

    KudosGiven Thank(string from, string to, string words, DateTime at, KudosAudience audience, string? value, string? customer = null)
    {
        var kudos = new KudosGiven { FromId = people[from], Words = words, Audience = audience, At = at, CustomerWords = customer, FromCustomer = customer is not null };
        db.AddRange(kudos, new KudosReceipt { KudosId = kudos.Id, ToId = people[to], At = at });
        if (value is not null)
            db.Add(new KudosValue { KudosId = kudos.Id, ValueId = value });
        return kudos;
    }

    void Reports()
    {
        var waiting = Thank("ben", "yuki", "Put up with the gentleman from flat four for a whole hour, whose name we all know by now, and stayed polite to the end although he called back twice.", now.AddDays(-2), KudosAudience.Public, "patience", "She was the only one who listened.");
        var between = Thank("omar", "ana", "Well done, for once.", now.AddDays(-1), KudosAudience.Receivers, null);
        var hidden = Thank("sam", "mira", "The only one here who can spell.", now.AddDays(-9), KudosAudience.Public, "competence");
        hidden.HiddenAt = now.AddDays(-8);
        db.AddRange(
            new KudosReport { KudosId = waiting.Id, ById = people["mira"], Reason = "private", Words = "The caller is easy to guess from it.", At = now.AddDays(-1) },
            new KudosReport { KudosId = waiting.Id, ById = people["sam"], Reason = "other", Words = "", At = now.AddHours(-20) },
            new KudosReport { KudosId = between.Id, ById = people["ana"], Reason = "hurts", Words = "This is not meant as thanks.", At = now.AddHours(-3) },
            new KudosReport { KudosId = hidden.Id, ById = people["ben"], Reason = "hurts", Words = "", At = now.AddDays(-9), SettledAt = now.AddDays(-8) });
    }

    void Questions()
    {
        Ask("sam", QuestionState.Choosing, Urgency.Week, "Can a gift card be split over two orders?", null, null, now.AddHours(5));
        var offered = Ask("mira", QuestionState.Offered, Urgency.Waiting, "May I refund a chargeback that is older than 90 days?", "Refunds and chargebacks", null, now.AddSeconds(40));
        db.Add(new QuestionOffer { QuestionId = offered.Id, Number = 1, MemberId = people["leo"], Kind = OfferKind.Chosen, At = now, Until = now.AddSeconds(45), Why = "" });
        Ask("ana", QuestionState.Triage, Urgency.Today, "Who signs for a pallet at the old depot?", null, null, now.AddHours(2)).TriageId = people["omar"];
        Ask("yuki", QuestionState.Owned, Urgency.Today, "The invoice shows two tax rates. Which one holds?", "Invoices and contracts", "leo", now.AddHours(3));
        var late = Ask("noor", QuestionState.Owned, Urgency.Today, "Where is the parcel of case 48213?", "Deliveries", "tomasz", now.AddHours(-2));
        (late.Overdue, late.Customer, late.Need, late.Tried) = (1, "Case 48213", "An answer before the weekend", "Called the depot twice, nobody picks up");
        db.AddRange(
            new QuestionEvent { QuestionId = late.Id, Number = 1, Kind = EventKind.Asked, MemberId = people["noor"], At = now.AddHours(-6) },
            new QuestionEvent { QuestionId = late.Id, Number = 2, Kind = EventKind.Accepted, MemberId = people["tomasz"], At = now.AddHours(-5) },
            new QuestionEvent { QuestionId = late.Id, Number = 3, Kind = EventKind.Overdue, At = now.AddHours(-2) });
        late.LastEvent = 3;
        Ask("ben", QuestionState.Answered, Urgency.Week, "Is a copy of the contract free?", "Invoices and contracts", "petra", now.AddDays(1)).AnsweredAt = now.AddHours(-1);
    }

    Question Ask(string asker, QuestionState state, Urgency urgency, string words, string? topic, string? owner, DateTime deadline)
    {
        var question = new Question { AskerId = people[asker], Words = words, AskedAt = now.AddHours(-6), State = state, Urgency = urgency, TopicId = topic is null ? null : topics[topic], OwnerId = owner is null ? null : people[owner], Deadline = deadline };
        db.Add(question);
        return question;
    }

    void Notes() => db.AddRange(
        Note("May a chargeback be refunded that is older than 90 days?", "Yes, up to two hundred euros, if the bank's letter is there. Above that Grace decides.", "grace", new DateOnly(2027, 1, 4), null),
        Note("Does a damaged parcel come back to us?", "Only above fifty euros: have the customer send a picture, and a second parcel goes out the same day.", "tomasz", new DateOnly(2026, 11, 2), null),
        Note("Which form is for a name change?", "The green one, in the second drawer.", "leo", new DateOnly(2026, 9, 1), now.AddDays(-20)));

    Note Note(string words, string answer, string by, DateOnly review, DateTime? outdated) =>
        new() { Words = words, Answer = answer, AuthorId = people[by], OwnerId = people[by], MadeAt = now.AddDays(-60), ReviewOn = review, ChangedAt = now.AddDays(-60), OutdatedAt = outdated };

    void Figures()
    {
        var window = PublicationWindow.LastFinished(now, "UTC").Index;
        db.AddRange(Part(window, Agreement.ThreeFifthsOrMore), Part(window - 1, Agreement.FourFifthsOrMore), Part(window - 2, null));
        db.Add(new FrozenFigure { Window = window, Question = "balance", GroupId = GroupTree.Whole, Balance = BalanceWord.Mixed });
        foreach (var (question, agree) in new (string, Agreement?)[] { ("information", Agreement.ThreeFifthsOrMore), ("deciding", Agreement.TwoFifthsOrFewer), ("feedback", null), ("respect", Agreement.FourFifthsOrMore) })
            db.Add(new FrozenFigure { Window = window, Question = question, GroupId = GroupTree.Whole, Agreement = agree });

        static FrozenFigure Part(int window, Agreement? share) => new() { Window = window, Question = ReadingFigures.Participation, GroupId = GroupTree.Whole, Agreement = share };
    }
}
