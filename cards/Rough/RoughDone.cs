namespace ServiceCulture.Cards.Rough;

/// <summary>The last private form of what somebody did: it confirms where they are, so that no chat message tells of it.</summary>
public sealed record RoughDone : IForm<RoughDone>
{
    /// <inheritdoc/>
    public static string Id => "rough.close";

    /// <inheritdoc/>
    public static RoughDone Read(Answers answers) => new();

    /// <summary>After parking.</summary>
    /// <param name="above">Help, where words asked for it.</param>
    public static Form Parked(ComingBack back, IReadOnlyList<Field> above) => Form($"Parked",
        [.. above, new Field.Note("parked", $"It waits, and you needn't carry it meanwhile."), new Field.Note("back", back.Says)]);

    /// <summary>After asking somebody for five minutes.</summary>
    public static Form Asked(string whom) => Form($"Asked",
    [
        new Field.Note("asked", $"I have asked {whom} whether they have five minutes for you. Nothing else goes to them."),
        new Field.Note("answer", $"Their answer comes to you as a message from me. If there is none after {AskFiveMinutes.Waits} minutes, I tell you that, and you can ask somebody else."),
    ]);

    /// <summary>For what is gone: deleted, erased, or never theirs.</summary>
    public static Form Gone => Form($"No longer there", [new Field.Note("gone", $"What you parked is no longer there. Nothing else was changed.")]);

    static Form Form(Text title, IReadOnlyList<Field> fields) => new(new Ref(Id), title, $"Close", fields) { Private = true, Reopens = new Ref(RoughMoment.OpenId) };
}
