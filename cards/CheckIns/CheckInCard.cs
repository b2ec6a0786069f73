using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Cards.CheckIns;

/// <summary>The daily question and what becomes of its card. No card shows a step that was pressed, nor that one was not.</summary>
public static class CheckInCard
{
    /// <summary>The presses: a step (row "ask/step"), "Not today" (row ask), and the thought that opens in private.</summary>
    public const string StepId = "checkin.step", NotTodayId = "checkin.not-today", ThoughtId = "checkin.thought";

    /// <summary>The lowest and the highest step.</summary>
    public const int Lowest = 1, Highest = 5;

    /// <summary>The question.</summary>
    /// <param name="ask">The ask's id; empty where they came by themselves.</param>
    /// <param name="fewest">So many of a group must have answered before anything is said of it.</param>
    /// <param name="more">Buttons of other features that belong on every such card.</param>
    public static Card Question(string ask, int fewest, params IReadOnlyList<Button> more) => new($"A moment for yourself",
        new Block.Say($"How steady do you feel right now?"),
        new Block.Row([.. Enumerable.Range(Lowest, Highest).Reverse().Select(step => new Button(Name(step), new Ref(StepId, $"{ask}/{step}")))]),
        new Block.Note($"One press is enough. Only you can see your answers, and nobody is told whether you answered. Of a group, and only where at least {new Hole.Count(fewest, "person", "people")} answered, its manager and HR see one word for four weeks."))
    {
        Buttons = [Thought, new Button($"Not today", new Ref(NotTodayId, ask)), .. more, .. WithinReach.Buttons],
        Summary = $"How steady do you feel right now?",
    };

    /// <summary>After a step: quiet, whatever the step was.</summary>
    public static Card Done(params IReadOnlyList<Button> more) => new($"Checked in",
        new Block.Say($"Thank you for taking the moment. {new Hole.Typed("myday")} shows your days, to you alone."))
    { Buttons = [Thought, .. more, .. WithinReach.Buttons] };

    /// <summary>After "Not today".</summary>
    public static Card NotToday => new($"Not today", new Block.Say($"All right. {new Hole.Typed("checkin")} is there whenever you like.")) { Buttons = WithinReach.Buttons };

    /// <summary>Once its time is over.</summary>
    public static Card Closed => new($"A moment for yourself", new Block.Note($"This question is closed. {new Hole.Typed("checkin")} opens a new one whenever you like.")) { Buttons = WithinReach.Buttons };

    /// <summary>The one reminder.</summary>
    public static Card Reminder => new($"A moment for yourself", new Block.Say($"If you like, there is still time for today's question above. If not, that's fine too.")) { Buttons = WithinReach.Buttons };

    /// <summary>The reminder once its question needs no answer any more, whatever became of it.</summary>
    public static Card Reminded => new($"A moment for yourself", new Block.Note($"This reminder has done its part. There is nothing to do here.")) { Buttons = WithinReach.Buttons };

    /// <summary>What a step is called; words alone, for every reader.</summary>
    public static Text Name(int step) => step switch
    {
        5 => $"Very steady",
        4 => $"Steady",
        3 => $"In between",
        2 => $"A bit shaky",
        _ => $"Knocked off balance",
    };

    /// <summary>The button to a private form, for this and other cards.</summary>
    public static Button Thought => new($"A thought to sort out", new Ref(ThoughtId)) { Opens = Opens.PrivateForm };
}
