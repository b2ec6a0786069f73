namespace ServiceCulture.Cards.Rough;

/// <summary>What the colleague gets, what the asker hears, and what becomes of both. No card says why.</summary>
public static class FiveMinutesCard
{
    /// <summary>The presses, each with the request as the row.</summary>
    public const string ComingId = "rough.coming", NotNowId = "rough.not-now", TakeBackId = "rough.take-back";

    /// <summary>The request.</summary>
    public static Card Request(Person asker, string request, int version) => new($"Five minutes?",
        new Block.Say($"{asker} asks whether you have five minutes for them. Nothing else was shared."))
    {
        Buttons = [new Button($"I'm coming", new Ref(ComingId, request, version)) { Style = ButtonStyle.Primary }, new Button($"Not now", new Ref(NotNowId, request, version))],
    };

    /// <summary>The colleague's card after "I'm coming".</summary>
    public static Card SaidComing(Person asker) => new($"Five minutes", new Block.Say($"You're going to {asker}; they know it."));

    /// <summary>The colleague's card after "Not now".</summary>
    public static Card SaidNotNow(Person asker) => new($"Five minutes", new Block.Say($"{asker} knows that you can't just now, and can ask somebody else."));

    /// <summary>The colleague's card after it was taken back, or when it is too late to answer.</summary>
    public static Card Over(Person asker) => new($"Five minutes", new Block.Say($"{asker} no longer needs an answer. There is nothing for you to do."));

    /// <summary>The asker's card while it waits.</summary>
    public static Card Waiting(Person colleague, string request, int version) => new($"Five minutes",
        new Block.Say($"You asked {colleague} for five minutes. I tell you here what they say."))
    { Buttons = [new Button($"Take it back", new Ref(TakeBackId, request, version)), .. WithinReach.Buttons] };

    /// <summary>The same card once there is an answer.</summary>
    public static Card Waited(Person colleague) => new($"Five minutes", new Block.Say($"You asked {colleague} for five minutes.")) { Buttons = WithinReach.Buttons };

    /// <summary>The same card after taking it back.</summary>
    public static Card TakenBack(Person colleague) => new($"Taken back", new Block.Say($"{colleague} sees that there is nothing to do.")) { Buttons = [AskFiveMinutes.Again, .. WithinReach.Buttons] };

    /// <summary>To the asker: they are coming.</summary>
    public static Card Coming(Person colleague) => new($"{colleague.Name} is coming", new Block.Say($"{colleague} has five minutes for you and is coming.")) { Buttons = WithinReach.Buttons };

    /// <summary>To the asker: not now.</summary>
    public static Card NotNow(Person colleague) => new($"{colleague.Name} can't just now", new Block.Say($"{colleague} has read it and can't get away just now. Somebody else may.")) { Buttons = [AskFiveMinutes.Again, .. WithinReach.Buttons] };

    /// <summary>To the asker, once: no answer.</summary>
    public static Card NoAnswer(Person colleague) => new($"No answer yet",
        new Block.Say($"{colleague} hasn't answered in {AskFiveMinutes.Waits} minutes and may not have seen it. If they still do, I tell you."))
    { Buttons = [AskFiveMinutes.Again, .. WithinReach.Buttons] };
}
