namespace ServiceCulture.Cards.Kudos;

/// <summary>The form that changes the words of kudos already sent.</summary>
public sealed record EditKudos(string Words) : IForm<EditKudos>
{
    /// <summary>The press that opens it.</summary>
    public const string OpenId = "kudos.edit-open";

    /// <inheritdoc/>
    public static string Id => "kudos.edit";

    /// <inheritdoc/>
    public static EditKudos Read(Answers answers) => new(answers[GiveKudos.WordsField]);

    /// <summary>The form, holding the words as they stand.</summary>
    public static Form Form(Guid kudos, int version, string words) => new(new Ref(Id, kudos.ToString(), version), $"Edit your kudos", $"Save",
        new Field.Line(GiveKudos.WordsField, $"What did they do?", GiveKudos.MostWords, Lines: true)
        {
            Min = GiveKudos.FewestWords,
            Initial = words,
            Hint = $"The message changes wherever it already stands, and is marked as edited.",
        });
}
