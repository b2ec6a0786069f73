using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.HrConsole;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Cards.Welcome;

namespace ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

/// <summary>What people read of the bot, made by the very cards and forms that are sent, under the rules in force. A test holds the list to the private forms there are.</summary>
public sealed class SpokenTexts(Data.Policies rules, ValueBook values, DateTime now)
{
    const string Own = "(what they wrote)";

    static readonly string[] Choices = [Invitation.AtStart, Invitation.AtEnd, Invitation.OnMyOwn, Invitation.No];

    static readonly Person Somebody = new(Guid.Empty, "A colleague");

    readonly HelpWords _help = new(null, [], rules.CrisisProgramme);

    public IReadOnlyList<WordGroup> All =>
    [
        new("Help", Help()),
        new("Before anything is asked", Asking()),
        new("The check-in", CheckIn()),
        new("A thought to sort out", Thought()),
        new("The weekly pulse", Pulse()),
        new("A rough moment", Rough()),
        new("Get help now", Crisis()),
        new("Thanks and questions", Work()),
        new("One's own data", Kept()),
    ];

    static IReadOnlyList<Wording> Help()
    {
        var (everybody, manager, hr) = (HelpCard.For(null, []), HelpCard.For(null, ["their team"]), HelpCard.For(null, [], isHr: true, hasConsole: true));
        return
        [
            Wording.Of("Whoever types help", everybody),
            Wording.Of("Managers read besides", Besides(manager)),
            Wording.Of("HR reads besides", Besides(hr)),
            Wording.Of("After words that are no command", HelpCard.NotUnderstood("")),
        ];

        Card Besides(Card card) => new($"", [.. card.Body.Skip(2).SkipLast(1)]) { Buttons = [.. card.Buttons.Where(button => everybody.Buttons.All(one => one.Does != button.Does))] };
    }

    static IReadOnlyList<Wording> Asking() =>
    [
        Wording.Of("The first private card", Invitation.Card("", Invitation.Sees(Publication.Fewest))),
        .. Choices.Select(choice => Wording.Of("After a choice on it", Invitation.Chosen(choice))),
        Wording.Of("After several questions without an answer, once", Invitation.FallenSilent),
        Wording.Of("After “Ask me again”", Invitation.AskedAgain),
        Wording.Of("The same, while paused", Invitation.NotAskedAgain),
        Wording.Of("Whoever types pause", PauseAsking.Form(Stands, new("", "", "", "", []))),
        Wording.Of("After saving that", PauseTaken.Form(Stands)),
    ];

    static Text Stands => PauseAsking.Stands("", null, false, false);

    IReadOnlyList<Wording> CheckIn() =>
    [
        Wording.Of("The question, on a working day or after checkin", CheckInCard.Question("", Publication.Fewest, PauseAsking.Button)),
        Wording.Of("After a step, whichever it was", CheckInCard.Done()),
        Wording.Of("After “Not today”", CheckInCard.NotToday),
        Wording.Of("A programme's one reminder, where it has one", CheckInCard.Reminder),
        Wording.Of("Once its time is over", CheckInCard.Closed),
        Wording.Of("Whoever types myday", MyDay.Form(new([], [], []), rules.PrivateDays)),
        Wording.Of("A thought of theirs, opened there", EditThought.Form("", 0, new("", "", "", "", false), null, rules.PrivateDays)),
    ];

    IReadOnlyList<Wording> Thought() =>
    [
        Wording.Of("First, with the day's prompt above the line where a programme has one", SortThought.Form(null, null, rules.PrivateDays)),
        Wording.Of("About every third day it also asks of an earlier one", SortThought.Form(null, ("", Own), rules.PrivateDays)),
        Wording.Of("Then: at most two of these patterns, those that the words suggest", NamePattern.Form("", 0, Own, PatternWords.Ids, [])),
        Wording.Of("Then: other sentences, of those below", SwapThought.Form("", 0, Own, ["(a sentence that is offered)"], [], rules.PrivateDays)),
        Wording.Of("Where they like to change one first", ChangeSwap.Form("", 0, Own, "", rules.PrivateDays)),
        Wording.Of("Where it is simply true; the line on abuse, here and on the two forms before, only where the words tell of it", TrueThought.Form("", 0, Own, [.. CheckInTexts.Helps.Select(one => (one.Id, one.Words))], [AfterAbuse.Note(rules.AbuseText ?? CheckInTexts.Abuse)], rules.PrivateDays)),
        .. Alternatives.Shipped.Select(one => Wording.Of("Sentences that are offered, besides those made of their own words", one.Pattern is { } id ? PatternWords.Of(id).Name.Plain(Reader.Plain) : "Whatever the pattern", one.Sentences)),
    ];

    IReadOnlyList<Wording> Pulse() =>
    [
        Wording.Of("The statements, once a week", PulseCard.Question("", now.AddDays(3), new HashSet<string>(), Publication.Fewest, null, PauseAsking.Button)),
        Wording.Of("Once every statement has an answer", PulseCard.Done("", now.AddDays(3))),
        Wording.Of("After “Not this week”", PulseCard.NotThisWeek),
        Wording.Of("A programme's one reminder, where it has one", PulseCard.Reminder),
        Wording.Of("Once its time is over", PulseCard.Closed),
    ];

    IReadOnlyList<Wording> Rough() =>
    [
        Wording.Of("Whoever types rough, or presses “Rough moment”", RoughMoment.Form(0, "")),
        Wording.Of("Its first line, another one each minute", "To settle", Each(SteadyLines.Settle)),
        Wording.Of("Its second line", "Before a call", Each(SteadyLines.Before)),
        Wording.Of("Its second line", "After one", Each(SteadyLines.After)),
        Wording.Of("Words for the customer", RoughPhrases.Form(null, [])),
        Wording.Of("To park a thought", ParkThought.Form(Back, rules.PrivateDays)),
        Wording.Of("After parking it", RoughDone.Parked(Back, [])),
        Wording.Of("When it comes back: the message", ParkedThought.Back("")),
        Wording.Of("Behind its button", ParkedThought.Form("", 0, Own, now, [], rules.PrivateDays)),
        Wording.Of("Where it is gone by then", RoughDone.Gone),
        Wording.Of("To ask for five minutes", AskFiveMinutes.Form("A colleague", [])),
        Wording.Of("After asking", RoughDone.Asked("a colleague")),
        .. FiveMinutes(),
    ];

    ComingBack Back => new(now, ComesBack.AtNextStart, false);

    static IEnumerable<string> Each(Func<int, Text> line) => Enumerable.Range(0, SteadyLines.Count).Select(turn => line(turn).Plain(Reader.Plain));

    static IEnumerable<Wording> FiveMinutes() =>
    [
        Wording.Of("Five minutes, to whom they ask", FiveMinutesCard.Request(Somebody, "", 0)),
        Wording.Of("To whom they ask, after “I'm coming”", FiveMinutesCard.SaidComing(Somebody)),
        Wording.Of("To whom they ask, after “Not now”", FiveMinutesCard.SaidNotNow(Somebody)),
        Wording.Of("To whom they ask, once it is over", FiveMinutesCard.Over(Somebody)),
        Wording.Of("To the asker, meanwhile", FiveMinutesCard.Waiting(Somebody, "", 0)),
        Wording.Of("To the asker", FiveMinutesCard.Coming(Somebody)),
        Wording.Of("To the asker", FiveMinutesCard.NotNow(Somebody)),
        Wording.Of("To the asker, once", FiveMinutesCard.NoAnswer(Somebody)),
        Wording.Of("To the asker, after “Take it back”", FiveMinutesCard.TakenBack(Somebody)),
    ];

    IReadOnlyList<Wording> Crisis() =>
    [
        Wording.Of("Whoever presses “Get help now”; with the lines confirmed for their country, listed below", GetHelp.Form(_help, [])),
        Wording.Of("By itself, after words on the list in a private form", GetHelp.Form(_help, [], GetHelp.Kept)),
        Wording.Of("By itself, after words on the list in a form that is meant for others", GetHelp.Form(_help, [], GetHelp.PassedOn)),
        Wording.Of("To words on the list in a chat, and where a form is a card in a chat", GetHelp.Answer(_help)),
        Wording.Of("After asking a named person", HelpAsked.Form("a colleague", _help)),
        Wording.Of("All that this person gets", HelpAsked.ToThePerson(Somebody)),
        Wording.Of("The number that stands there, by country; elsewhere the words above", "Emergency numbers", [string.Join(", ", ShippedHelp.EmergencyNumbers.Select(one => $"{one.Country} {one.Number}"))]),
    ];

    IReadOnlyList<Wording> Work() =>
    [
        Wording.Of("To thank somebody", GiveKudos.Form(KudosForms.Options(rules, values))),
        Wording.Of("To change one's words", EditKudos.Form(Guid.Empty, 0, "")),
        Wording.Of("To report kudos", ReportKudos.Form(Guid.Empty, isPrivate: false)),
        Wording.Of("To report kudos that are not public", ReportKudos.Form(Guid.Empty, isPrivate: true)),
        Wording.Of("To ask what one can't answer", AskQuestion.Form()),
        Wording.Of("A manager to the team, under a new result", SayToTeam.Form("", "the team", "the team's channel")),
    ];

    IReadOnlyList<Wording> Kept() =>
    [
        Wording.Of("Whoever types mydata", ShowMyData.Form([], [], rules.PrivateDays)),
        Wording.Of("To take it along", TakeMyData.Form(Anywhere, "(a code)", now)),
        Wording.Of("To have it erased", EraseMyData.Form(rules.KeyBackupDays)),
        Wording.Of("After that", MyDataErased.Form(rules.KeyBackupDays)),
        Wording.Of("HR, the works council and the owner, after console", ConsoleLink.Form(Anywhere, now)),
    ];

    static Uri Anywhere => new("https://example.invalid/");
}
