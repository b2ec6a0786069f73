using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Support;
using Block = ServiceCulture.Cards.Block;

namespace ServiceCulture.Tests.Digests;

/// <summary>Everybody's own week, and HR's month.</summary>
[Trait("Database", "Both")]
public sealed class RecapTests : OverTheDatabase
{
    static readonly DateTime Friday = new(2026, 3, 6, 15, 0, 0, DateTimeKind.Utc);

    Someone _mira = null!, _ben = null!, _ines = null!;

    private protected override async Task Arrange()
    {
        _mira = await Bot.Member("Mira Solano", team: "Front desk");
        _ben = await Bot.Member("Ben Okafor", team: "Front desk");
        _ines = await Bot.Member("Ines Moreau", roles: Roles.Hr);
        await Bot.Get<SendingDigests>().MeetPeople(default);
    }

    [Fact]
    public async Task On_friday_each_hears_of_their_own_week_and_whoever_had_nothing_hears_nothing()
    {
        await Bot.Gave(_ben, Friday.AddDays(-1), ["patience", "empathy"], _mira);
        await Bot.Gave(_ben, Friday.AddDays(-6), [], _mira);
        await Bot.Gave(_ben, Friday.AddDays(-7).AddMinutes(-1), ["patience"], _mira);
        await Bot.Gives(new KudosGiven { FromId = _mira.Id, Words = "between the two of us, thank you", Audience = KudosAudience.Receivers, At = Friday.AddHours(-1) }, ["fairness"], _ben);
        await Bot.Do(db =>
        {
            db.Add(new QuestionEvent { QuestionId = Guid.NewGuid(), Number = 3, At = Friday.AddDays(-2), Kind = EventKind.Answered, MemberId = _mira.Id });
            return Task.CompletedTask;
        });
        Assert.Equal(3, await Bot.RunsAt(Friday));
        var mira = Assert.Single(Bot.Slack.In(_mira.Account));
        Assert.Contains("From 27 February 2026 to 6 March 2026, 2 thank-yous reached you, and you gave 1 thank-you.", mira.Words);
        Assert.Contains("You answered 1 question that a colleague could not answer alone.", mira.Words);
        Assert.Equal(["Empathy", "Fairness", "Patience"], mira.Card.Body.OfType<Block.Bars>().Single().Categories.Select(name => name.Plain(Reader.Plain)).Order());
        Assert.Contains(mira.Card.Buttons, button => button.Does.Id == GetHelp.OpenId);
        Assert.Contains("1 thank-you reached you, and you gave 2 thank-yous", Assert.Single(Bot.Slack.In(_ben.Account)).Words);
        Assert.DoesNotContain("Your week", Assert.Single(Bot.Slack.In(_ines.Account)).Words);
        Assert.Contains("2 thank-yous reached you", (await Bot.Types(_mira, "digest")).Words);
    }

    [Fact]
    public async Task Whoever_only_answered_hears_of_that_and_of_no_nought()
    {
        await Bot.Do(db =>
        {
            db.Add(new QuestionEvent { QuestionId = Guid.NewGuid(), Number = 3, At = Friday.AddDays(-2), Kind = EventKind.Answered, MemberId = _mira.Id });
            return Task.CompletedTask;
        });
        await Bot.Gave(_ines, Friday.AddDays(-1), [], _ben);
        await Bot.RunsAt(Friday);
        var mira = Assert.Single(Bot.Slack.In(_mira.Account)).Words;
        Assert.Contains("you were there for others", mira);
        Assert.Contains("You answered 1 question", mira);
        Assert.DoesNotContain("0 thank-yous", mira);
        Assert.Contains("6 March 2026, 1 thank-you reached you.", Assert.Single(Bot.Slack.In(_ben.Account)).Words);
    }

    [Fact]
    public async Task One_press_ends_them_and_a_pause_of_everything_holds_them_back()
    {
        await Bot.Gave(_ben, Friday.AddDays(-1), ["patience"], _mira);
        await Bot.RunsAt(Friday);
        await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "No more of these");
        await Bot.Do(db =>
        {
            db.Add(new Participation { MemberId = _ben.Id, PausedUntil = DateOnly.MaxValue });
            return Task.CompletedTask;
        });
        await Bot.Gave(_ben, Friday.AddDays(5), ["patience"], _mira);
        Assert.Equal(0, await Bot.RunsAt(Friday.AddDays(7)));
    }

    [Fact]
    public async Task HRs_month_is_of_the_whole_organisation()
    {
        await Bot.Gave(_ben, Friday.AddDays(-10), ["patience"], _mira);
        await Bot.Do(db =>
        {
            db.Add(new FrozenFigure { Window = Bot.Get<OrganisationWindows>().LastFinished.Index, Question = ReadingFigures.Participation, GroupId = GroupTree.Whole, Agreement = Agreement.ThreeFifthsOrMore });
            db.Add(new Programme { Name = "Mornings", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core" });
            var (topic, window) = (new Topic { Name = "Refunds", NameKey = "refunds", CreatedAt = Bot.Clock.Now }, Bot.Get<OrganisationWindows>().LastFinished.Index);
            db.AddRange(topic, new HandlingFigure { Window = window, Measure = HandlingMeasure.Repeated, Urgency = HandlingFigure.AnyUrgency, GroupId = GroupTree.Whole, TopicId = HandlingFigure.AllTopics },
                new QuestionFinding { Window = window, Kind = FindingKind.KeepAsking, Number = 1, TopicId = topic.Id, Amount = 23 }, new QuestionFinding { Window = window, Kind = FindingKind.CouldDecide, Number = 1, TopicId = topic.Id, Amount = 100 });
            return Task.CompletedTask;
        });
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        var seen = Assert.Single(Bot.Slack.In(_ines.Account)).Words;
        Assert.Contains("1, given by 1 of 3 people, to 1", seen);
        Assert.Contains("about three fifths or more of those asked answered at least once", seen);
        Assert.Contains("Mornings", seen);
        Assert.Contains("Refunds", seen);
        Assert.Contains("Refunds: 23 times the same question", seen);
        Assert.Contains("Refunds: all granted", seen);
        Assert.Contains("not enough experts or questions behind it", seen);
        Assert.DoesNotContain("Mira", seen);
        Assert.Contains("The whole organisation", (await Bot.Types(_ines, "digest")).Words);
        Assert.DoesNotContain("The whole organisation", (await Bot.Types(_mira, "digest month")).Words);
    }
}
