using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Cards.Programmes;

/// <summary>The first private card, its answers, and the word that the bot falls silent. Nothing is asked before the yes on it.</summary>
public static class Invitation
{
    /// <summary>The presses: a choice (row "card/choice"), and asking anew after a silence.</summary>
    public const string ChooseId = "programmes.choose", AgainId = "programmes.again";

    /// <summary>The choices, as they stand in the row.</summary>
    public const string AtStart = "start", AtEnd = "end", OnMyOwn = "own", No = "no";

    /// <summary>The card.</summary>
    /// <param name="card">The card's own id: which message it is, and since when it stands.</param>
    /// <param name="sees">Who can see what, by the policy in force.</param>
    public static Card Card(string card, Text sees) => new($"A moment for yourself, if you like",
        new Block.Say($"Once on a working day, during your shift, I can ask how steady you feel. One press answers it. If you want, there is room to look at a thought that keeps nagging, and to put a better one in its place."),
        new Block.Say($"Where your organisation asks it, five short statements on how working together goes come with it once a week, one press each."),
        new Block.Say(sees),
        new Block.Note($"It is up to you, nobody is told what you choose, and you can change it at any time: {new Hole.Typed("pause")}. Until you say yes I ask nothing."))
    {
        Buttons =
        [
            new Button($"Yes, at the start of my shift", new Ref(ChooseId, $"{card}/{AtStart}")) { Style = ButtonStyle.Primary },
            new Button($"Yes, at the end of my shift", new Ref(ChooseId, $"{card}/{AtEnd}")),
            new Button($"I come myself", new Ref(ChooseId, $"{card}/{OnMyOwn}")),
            new Button($"No", new Ref(ChooseId, $"{card}/{No}")),
            .. WithinReach.Buttons,
        ],
        Summary = $"A moment for yourself, if you like",
    };

    /// <summary>Who sees what.</summary>
    /// <param name="fewest">So many people who answered a number about a group needs at least.</param>
    public static Text Sees(int fewest) =>
        $"Only you can see your answers and your words. Of a group, and only where at least {new Hole.Count(fewest, "person", "people")} answered, its manager and HR see one word for four weeks, and of the statements a rough share. Whether you answered is shown to nobody; HR only learns how many did in the whole organisation.";

    /// <summary>After a choice.</summary>
    public static Card Chosen(string choice) => choice switch
    {
        AtStart => Told($"I will ask early in your shift, or in the hours that your organisation set for it, at a minute that is yours and stays the same."),
        AtEnd => Told($"I will ask late in your shift, or in the hours that your organisation set for it, at a minute that is yours and stays the same."),
        OnMyOwn => Told($"I won't ask. {new Hole.Typed("checkin")} is there whenever you like."),
        _ => Told($"All right, I won't ask, and I won't bring it up again. Should you ever like to: {new Hole.Typed("checkin")}."),
    };

    /// <summary>After several questions without an answer; said once.</summary>
    public static Card FallenSilent => new($"I'll be quiet now",
        new Block.Say($"My last questions came at a bad time, it seems, so I stop asking. That is perfectly fine. If you'd like to be asked again, press the button, or type {new Hole.Typed("checkin")} whenever it suits you."))
    { Buttons = [new Button($"Ask me again", new Ref(AgainId)), .. WithinReach.Buttons] };

    /// <summary>After "Ask me again".</summary>
    public static Card AskedAgain => new($"Good to have you back", new Block.Say($"I ask again from your next shift on. {new Hole.Typed("pause")} changes when.")) { Buttons = WithinReach.Buttons };

    /// <summary>The card from before they had their data erased.</summary>
    public static Text Gone => $"This card is from before your data were erased, so nothing was changed. {new Hole.Typed("checkin")} shows a new one.";

    /// <summary>After "Ask me again", where they have paused since or chose not to be asked: that stands.</summary>
    public static Card NotAskedAgain => new($"As you chose", new Block.Say($"You have paused me or chosen not to be asked, and that stays so. {new Hole.Typed("pause")} changes it.")) { Buttons = WithinReach.Buttons };

    static Card Told(Text words) => new($"Noted", new Block.Say(words), new Block.Note($"{new Hole.Typed("pause")} changes this at any time.")) { Buttons = WithinReach.Buttons };
}
