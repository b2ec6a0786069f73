using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Cards.Pulse;

/// <summary>
/// Five statements about the week, one press each, and what becomes of their card. It says which statements have an answer, so that nobody presses
/// into the dark; no card says which answer it was.
/// </summary>
public static class PulseCard
{
    /// <summary>The presses: an answer (row "ask/statement/yes" or "…/no"), the way back to the answers, and "Not this week" (row ask, both).</summary>
    public const string AnswerId = "pulse.answer", ChangeId = "pulse.change", NotThisWeekId = "pulse.not-this-week";

    /// <summary>The two answers as they stand in a button's row.</summary>
    public const string Yes = "yes", No = "no";

    /// <summary>The statements.</summary>
    /// <param name="ask">The ask's id.</param>
    /// <param name="until">When it closes, UTC.</param>
    /// <param name="kept">The ids of the statements that have an answer.</param>
    /// <param name="fewest">So many of a group must have answered before anything is said of it.</param>
    /// <param name="own">HR's own words for the statements, in their order; null: the shipped ones.</param>
    /// <param name="more">Buttons of other features that belong on every such card.</param>
    public static Card Question(string ask, DateTime until, IReadOnlySet<string> kept, int fewest, IReadOnlyList<string>? own, params IReadOnlyList<Button> more) => new($"Your week",
    [
        new Block.Say($"How did working together go for you this week? One press each, and leave out what did not come up."),
        .. PulseStatements.Ids.SelectMany((id, at) => Statement(ask, id, own is null ? PulseStatements.Words(id) : Text.Of(own[at]), kept.Contains(id))),
        new Block.Note($"Only you can see your answers, and nobody is told whether you gave any. Of a group, one rough figure for four weeks is shown to its manager and HR, and only where at least {new Hole.Count(fewest, "person", "people")} answered. Open until {new Hole.Moment(until)}."),
    ])
    {
        Buttons = [.. kept.Count > 0 ? Array.Empty<Button>() : [new Button($"Not this week", new Ref(NotThisWeekId, ask))], .. more, .. WithinReach.Buttons],
        Summary = $"Five short statements about your week",
    };

    /// <summary>Once every statement has an answer: quiet, whatever they were.</summary>
    public static Card Done(string ask, DateTime until, params IReadOnlyList<Button> more) => new($"Your week",
        new Block.Say($"Thank you, all five are kept. You can change them until {new Hole.Moment(until)}."))
    { Buttons = [new Button($"Change an answer", new Ref(ChangeId, ask)), .. more, .. WithinReach.Buttons] };

    /// <summary>After "Not this week".</summary>
    public static Card NotThisWeek => new($"Your week", new Block.Say($"All right, nothing more about this week.")) { Buttons = WithinReach.Buttons };

    /// <summary>Once its time is over.</summary>
    public static Card Closed => new($"Your week", new Block.Note($"The five statements for this week are closed. What was answered by then is kept as it was.")) { Buttons = WithinReach.Buttons };

    /// <summary>The one reminder.</summary>
    public static Card Reminder => new($"Your week", new Block.Say($"If you like, there is still time for the five statements above. If not, that's fine too.")) { Buttons = WithinReach.Buttons };

    /// <summary>The reminder once it is of no use any more, whatever became of the statements.</summary>
    public static Card Reminded => new($"Your week", new Block.Note($"This reminder has done its part. There is nothing to do here.")) { Buttons = WithinReach.Buttons };

    static Block[] Statement(string ask, string id, Text words, bool isKept) =>
    [
        new Block.Say(isKept ? $"{words} {new Hole.Bold((Text)$"Kept.")}" : words),
        new Block.Row(new Button($"Yes", new Ref(AnswerId, $"{ask}/{id}/{Yes}")), new Button($"No", new Ref(AnswerId, $"{ask}/{id}/{No}"))),
    ];
}
