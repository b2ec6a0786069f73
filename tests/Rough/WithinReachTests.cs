using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.House;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Rough;

/// <summary>The rough moment stands on every private card, beside help; and nowhere where a site has it switched off.</summary>
public sealed class WithinReachTests : OverTheDatabase
{
    static readonly Person s_ben = new(Guid.Empty, "Ben Okafor");
    static readonly DateTime s_then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    Someone _mira = null!, _noor = null!;

    private protected override async Task Arrange()
    {
        (_mira, _noor) = (await Bot.Member("Mira Solano", zone: "UTC"), await Bot.Member("Noor van Dijk", zone: "UTC"));
        await Bot.Chose(Taking.OnMyOwn, _mira, _noor);
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mira.Id)).Site = "Kiel";
            (await db.Members.SingleAsync(one => one.Id == _noor.Id)).Site = "Bonn";
        });
    }

    // HR's own; and what a colleague is asked, who may not have a rough moment at all.
    static readonly string[] NotPrivate = ["DryRun.None", "DryRun.Of", "DryRun.Pick", "EditProgramme.Saved", "FiveMinutesCard.Over", "FiveMinutesCard.Request", "FiveMinutesCard.SaidComing", "FiveMinutesCard.SaidNotNow", "PackVersions.Done", "SiteFeatures.Saved"];

    // Every card that these folders can make, so that a new one takes part by itself; and some as they are really drawn, with all their buttons.
    public static TheoryData<string, Card> PrivateCards
    {
        get
        {
            var cards = new TheoryData<string, Card>
            {
                { "check-in", CheckInCard.Question("a", 5, PauseAsking.Button) },
                { "pulse", PulseCard.Question("a", s_then, new HashSet<string>(), 5, null, PauseAsking.Button) },
                { "own week", RecapCard.Card(new("r", s_then, s_then.AddDays(7), 1, 0, 0, [])) },
            };
            foreach (var choice in new[] { Invitation.AtStart, Invitation.AtEnd, Invitation.OnMyOwn, Invitation.No })
                cards.Add($"chosen, {choice}", Invitation.Chosen(choice));
            foreach (var (name, made) in Made.Where(one => !NotPrivate.Contains(one.Key)))
                cards.Add(name, (Card)made.Invoke(null, [.. made.GetParameters().Select(one => Given(one.ParameterType))])!);
            return cards;
        }
    }

    static IReadOnlyDictionary<string, MethodInfo> Made => typeof(CheckInCard).Assembly.GetTypes()
        .Where(type => new[] { typeof(CheckInCard), typeof(PulseCard), typeof(RoughMoment), typeof(Invitation) }.Any(one => one.Namespace == type.Namespace))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(one => one.ReturnType == typeof(Card)))
        .ToDictionary(one => $"{one.DeclaringType!.Name}.{one.Name.Replace("get_", "", StringComparison.Ordinal)}");

    static object? Given(Type type) =>
        type == typeof(string) ? "a" : type == typeof(Person) ? s_ben : type == typeof(DateTime) ? s_then : type == typeof(Text) ? Text.Of("a")
        : type == typeof(IReadOnlySet<string>) ? new HashSet<string>() : type is { IsInterface: true, IsGenericType: true } && type.GenericTypeArguments[0] == typeof(Button) ? Array.Empty<Button>()
        : type.IsValueType ? Activator.CreateInstance(type) : null;

    [Fact]
    public void None_is_left_out_but_those_that_are_named() => Assert.Equal(NotPrivate, Made.Keys.Where(NotPrivate.Contains).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(PrivateCards))]
    public void It_is_on_every_private_card_last_but_help(string which, Card card)
    {
        Assert.NotEmpty(which);
        Assert.Equal([RoughMoment.OpenId, GetHelp.OpenId], card.Buttons.TakeLast(2).Select(button => button.Does.Id));
        // What the stricter platform draws.
        Assert.InRange(card.Buttons.Count, 2, 6);
    }

    [Fact]
    public void A_card_with_help_has_it_from_there_so_that_none_is_forgotten() =>
        Assert.Equal(["cards/Rough/WithinReach.cs"], Sources.Below("cards").Where(source => source.Code.Contains("GetHelp.Button", StringComparison.Ordinal)).Select(source => source.Path));

    [Fact]
    public async Task Switched_off_at_a_site_it_is_on_no_card_there_and_on_all_elsewhere()
    {
        await Off("rough");
        Assert.DoesNotContain("Rough moment", (await Bot.Types(_mira, "checkin")).Buttons);
        Assert.Contains("Get help now", (await Bot.Types(_mira, "checkin")).Buttons);
        Assert.Contains("Rough moment", (await Bot.Types(_noor, "checkin")).Buttons);
        var done = await Bot.Presses(_mira, new Ref(CheckInCard.StepId, "/3"));
        Assert.Equal(["A thought to sort out", "Get help now"], done.Buttons);
    }

    [Fact]
    public async Task What_the_bot_sends_by_itself_is_drawn_so_too()
    {
        await Off("rough");
        await Bot.Do(db =>
        {
            var daily = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "six-needs", Days = Weekdays.All };
            foreach (var who in new[] { _mira, _noor })
                db.Participations.Single(one => one.MemberId == who.Id).Taking = Taking.AtStart;
            db.AddRange(daily, Replanning.OfProgramme(daily.Id));
            return Task.CompletedTask;
        });
        Bot.Clock.Set(s_then.AddDays(1).AddHours(2));
        await Bot.Get<AskingWhoIsDue>().Run(default);
        await Bot.Delivers();
        Assert.DoesNotContain("Rough moment", Assert.Single(Bot.Slack.In(_mira.Account)).Body);
        Assert.Contains("Get help now", Bot.Slack.In(_mira.Account)[0].Body);
        Assert.Contains("Rough moment", Assert.Single(Bot.Slack.In(_noor.Account)).Body);
    }

    [Fact]
    public async Task So_is_every_other_button_that_would_lead_nowhere()
    {
        await Off("kudos");
        Assert.DoesNotContain(GiveKudos.OpenId, (await Bot.Types(_mira, "help")).Card.Buttons.Select(button => button.Does.Id));
        Assert.Contains(GiveKudos.OpenId, (await Bot.Types(_noor, "help")).Card.Buttons.Select(button => button.Does.Id));
    }

    [Fact]
    public async Task Nor_does_the_rough_moment_offer_what_is_off()
    {
        await Off("check-ins", "phrases");
        Assert.Equal([RoughMoment.Park, RoughMoment.FiveMinutes, RoughMoment.Help], Ways(await Bot.Types(_mira, "rough")));
        Assert.Equal(5, Ways(await Bot.Types(_noor, "rough")).Count);
    }

    [Fact]
    public async Task Nobody_is_asked_for_five_minutes_where_they_could_not_answer()
    {
        await Off("rough");
        var form = await Bot.Submits(_noor, await Bot.Types(_noor, "rough"), (RoughMoment.NextField, RoughMoment.FiveMinutes));
        var wrong = await Bot.Submits(_noor, form, (AskFiveMinutes.PersonField, _mira));
        Assert.Contains("switched this off where Mira Solano works", wrong.Fault(AskFiveMinutes.PersonField));
        Assert.Equal(0, await Bot.Read(db => db.FiveMinutes.CountAsync()));
    }

    Task Off(params string[] features) => Bot.Do(db =>
    {
        db.AddRange(features.Select(feature => new SwitchedOff { Site = "Kiel", Feature = feature, At = Bot.Clock.Now }));
        return Task.CompletedTask;
    });

    static List<string> Ways(Heard form) => [.. form.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Value)];
}
