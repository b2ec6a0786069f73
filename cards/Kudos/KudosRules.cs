namespace ServiceCulture.Cards.Kudos;

/// <summary>The form in which HR sets the rules for kudos.</summary>
public sealed record KudosRules(string DailyLimit, string Value, string PrivateSeenBy) : IForm<KudosRules>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "kudos.rules-open", LimitField = "limit", ValueField = "value", PrivateField = "private";

    /// <summary>Most kudos a day that the limit can be set to.</summary>
    public const int HighestLimit = 1000;

    /// <inheritdoc/>
    public static string Id => "kudos.rules";

    /// <inheritdoc/>
    public static KudosRules Read(Answers answers) => new(answers[LimitField], answers[ValueField], answers[PrivateField]);

    /// <summary>The form, holding the rules in force.</summary>
    public static Form Form(KudosRules now) => new(new Ref(Id), $"Rules for kudos", $"Save",
        new Field.Line(LimitField, $"Kudos a person may give a day", 4) { Initial = now.DailyLimit, Hint = $"0 means as many as they like." },
        new Field.Pick(ValueField, $"Naming a value is", new Choice("optional", $"Optional"), new Choice("required", $"Required"), new Choice("off", $"Off: no values are shown")) { Initial = now.Value },
        new Field.Pick(PrivateField, $"Kudos that are not public are seen by",
            new Choice("receivers", $"The people thanked, nobody else"),
            new Choice("receivers-and-managers", $"The people thanked and their managers"))
        { Initial = now.PrivateSeenBy },
        new Field.Note("applies", $"The rules apply from the next kudos on. What was given as private stays with those it was given to."));

    /// <summary>What HR sees after saving.</summary>
    public static Card Saved => new($"Saved",
        new Block.Say($"The new rules apply from the next kudos on."));
}
