using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Cards.Welcome;

/// <summary>What the bot can do, in the words of whoever asks.</summary>
public static class HelpCard
{
    /// <param name="who">Null where their name is not known yet.</param>
    /// <param name="teams">Names of the teams they manage; none for an agent.</param>
    /// <param name="isHr">True adds what HR sets.</param>
    /// <param name="hasConsole">True where the console has something for them.</param>
    public static Card For(Person? who, IReadOnlyList<string> teams, bool isHr = false, bool hasConsole = false) => new($"What I can do for you",
    [
        new Block.Say($"{(who is null ? (Text)$"Hello." : $"Hello {who}.")} You look after customers; I help you look after each other."),
        new Block.Points([
            $"{new Hole.Typed("kudos @name #patience what they did")} thanks a colleague; {new Hole.Typed("kudos")} alone opens a form",
            $"{new Hole.Typed("mykudos")} shows the thanks you received and gave, to you alone",
            $"{new Hole.Typed("checkin")} is a moment for yourself: how steady you feel, and a thought to sort out; {new Hole.Typed("myday")} shows your days. Both are yours alone",
            $"{new Hole.Typed("rough")} is for before a hard call and after one: fifteen seconds, and more if you like",
            $"{new Hole.Typed("ask how do I …")} brings a question you can't answer to somebody who can, with everything you know already; {new Hole.Typed("ask")} alone opens a form",
            $"{new Hole.Typed("phrases")} has words for the customer, for when it gets hard",
            $"{new Hole.Typed("experts")} is for whoever knows a topic: what you are asked about, when, and how much you have",
            $"{new Hole.Typed("mydata")} shows what is kept of you: take it along, or have it erased",
            $"{new Hole.Typed("digest me")} shows your own last week again: thanks got and given, questions answered",
            $"{new Hole.Typed("pause")} sets when I ask, and when I don't",
            $"{new Hole.Typed("settings")} shows your time zone, language and working hours, and whose word they are",
            $"{new Hole.Typed("values")} shows what we value and how thanks may begin",
            $"{new Hole.Typed("help")} shows this"]),
        .. teams.Count == 0 ? Array.Empty<Block>() : [Manager(teams)],
        .. isHr ? ForHr : Array.Empty<Block>(),
        .. hasConsole ? [new Block.Say($"{new Hole.Typed("console")} gives you a link into the console, where all of it is in one place.")] : Array.Empty<Block>(),
        new Block.Note($"No points, no rankings. In Slack, type a slash first: {new Hole.Typed("/kudos")}, {new Hole.Typed("/ask how do I …")}, {new Hole.Typed("/culture mykudos")}. You can also thank, or ask, from a message's own menu."),
    ])
    {
        // Teams draws six at most.
        Buttons =
        [
            GiveKudos.Button,
            .. isHr || teams.Count > 0 ? [KudosChannel.Button] : Array.Empty<Button>(),
            .. isHr ? [ProgrammeList.Button, PromptPacks.Button, FeatureSites.Button, HelpLines.Button] : Array.Empty<Button>(),
        ],
    };

    /// <summary>For words that are no command.</summary>
    public static Card NotUnderstood(string first) => new($"I didn't catch that",
        new Block.Say(first.Length == 0
            ? (Text)$"Type {new Hole.Typed("help")} to see what I can do."
            : $"I don't know the command “{first}”. Type {new Hole.Typed("help")} to see what I can do, or {new Hole.Typed("kudos @name what they did")} to thank someone."))
    { Buttons = [GiveKudos.Button] };

    static Block[] ForHr =>
    [
        new Block.Say($"As HR you set the rules:"),
        new Block.Points([
            $"for kudos: {new Hole.Typed("values")}, then “Rules for kudos”",
            $"whom I ask when, with which prompts, what is switched off at a site, and which help lines people see in a crisis: the buttons below",
            $"{new Hole.Typed("dryrun")} shows what your programmes will send",
            $"how long private words are kept: a choice in your {new Hole.Typed("mydata")}",
            $"{new Hole.Typed("experts")} has the topics of questions, their experts and the triage rota",
            $"people, teams and shifts come from CSV files, in the console"]),
    ];

    static Block.Say Manager(IReadOnlyList<string> teams) => new(
        $"You lead {Texts.List([.. teams.Select(name => (Text)$"{new Hole.Bold(name)}")])}. A thank-you from you for something you saw yourself goes furthest; public kudos that your people give in private go to the team's kudos channel: the button below says which. {new Hole.Typed("digest")} shows your last weekly digest, {new Hole.Typed("digest preview")} one of now, {new Hole.Typed("team")} your team's open questions.");
}
