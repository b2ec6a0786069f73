namespace ServiceCulture.Cards.Crisis;

/// <summary>What the asker sees after asking, in the same dialog so that no chat message tells of it; and what the chosen person gets.</summary>
public sealed record HelpAsked : IForm<HelpAsked>
{
    /// <inheritdoc/>
    public static string Id => "crisis.close";

    /// <inheritdoc/>
    public static HelpAsked Read(Answers answers) => new();

    /// <summary>The confirmation.</summary>
    /// <param name="whom">The name of the person asked.</param>
    public static Form Form(string whom, HelpWords help) => new(new Ref(Id), $"Asked", $"Close",
    [
        new Field.Note("asked", $"I have asked {whom} to get in touch with you soon, in person or by phone. That one sentence is all they get."),
        new Field.Shown("meanwhile", new Block.Say(help.Emergency is { } number
            ? $"It can take them a while to see it. If it can't wait, please call {new Hole.Bold(number)}."
            : (Text)$"It can take them a while to see it. If it can't wait, please call your local emergency number; in Europe that is {new Hole.Bold("112")}.")),
    ])
    { Private = true, Reopens = new Ref(GetHelp.OpenId) };

    /// <summary>All that the chosen person gets.</summary>
    public static Card ToThePerson(Person asker) => new($"Please get in touch", new Block.Say($"{asker} asks you to get in touch with them soon, in person or by phone."));
}
