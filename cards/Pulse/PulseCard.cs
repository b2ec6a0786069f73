using ServiceCulture.Cards.Crisis;

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
    /// <param name="more">Buttons of other features that belong on every such card.</param>
    public static Card Question(string ask, DateTime until, IReadOnlySet<string> kept, int fewest, params IReadOnlyList<Button> more) => new($"Your week",
    [
        new Block.Say($"How did working together go for you this week? One press each, and leave out what did not come up."),
        .. PulseStatements.Ids.SelectMany(id => Statement(ask, id, kept.Contains(id))),
        new Block.Note($"Only you can see your answers, and nobody is told whether you gave any. Of a group, one rough figure for four weeks is shown to its manager and HR, and only where at least {new Hole.Count(fewest, "person", "people")} answered. Open until {new Hole.Moment(until)}."),
    ])
    {
        Buttons = [.. kept.Count > 0 ? Array.Empty<Button>() : [new Button($"Not this week", new Ref(NotThisWeekId, ask))], .. more, GetHelp.Button],
        Summary = $"Five short statements about your week",
    };

    /// <summary>Once every statement has an answer: quiet, whatever they were.</summary>
    public static Card Done(string ask, DateTime until, params IReadOnlyList<Button> more) => new($"Your week",
        new Block.Say($"Thank you, all five are kept. You can change them until {new Hole.Moment(until)}."))
    { Buttons = [new Button($"Change an answer", new Ref(ChangeId, ask)), .. more, GetHelp.Button] };

    /// <summary>After "Not this week".</summary>
    public static Card NotThisWeek => new($"Your week", new Block.Say($"All right, nothing more about this week.")) { Buttons = [GetHelp.Button] };

    /// <summary>Once its time is over.</summary>
    public static Card Closed => new($"Your week", new Block.Note($"The five statements for this week are closed. What was answered by then is kept as it was.")) { Buttons = [GetHelp.Button] };

    /// <summary>The one reminder.</summary>
    public static Card Reminder => new($"Your week", new Block.Say($"If you like, there is still time for the five statements above. If not, that's fine too.")) { Buttons = [GetHelp.Button] };

    static Block[] Statement(string ask, string id, bool isKept) =>
    [
        new Block.Say(isKept ? $"{PulseStatements.Words(id)} {new Hole.Bold("Kept.")}" : PulseStatements.Words(id)),
        new Block.Row(new Button($"Yes", new Ref(AnswerId, $"{ask}/{id}/{Yes}")), new Button($"No", new Ref(AnswerId, $"{ask}/{id}/{No}"))),
    ];
}
