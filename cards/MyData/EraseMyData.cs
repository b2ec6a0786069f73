namespace ServiceCulture.Cards.MyData;

/// <summary>Says what goes and what stays, and asks for a typed word before anything does.</summary>
/// <param name="Name">Whether the name stays on thanks given to others: one of the constants.</param>
public sealed record EraseMyData(string Name, string Confirmation) : IForm<EraseMyData>
{
    /// <summary>The fields, and what may be picked.</summary>
    public const string NameField = "name", ConfirmationField = "confirm", KeepName = "keep", AColleague = "colleague";

    /// <summary>What is typed to confirm; most characters of it.</summary>
    public const string Word = "erase";

    /// <summary>Most characters of the confirmation.</summary>
    public const int Most = 20;

    /// <inheritdoc/>
    public static string Id => "mydata.erase";

    /// <inheritdoc/>
    public static EraseMyData Read(Answers answers) => new(answers[NameField], answers[ConfirmationField]);

    /// <summary>True where the word was typed, however it was written.</summary>
    public bool IsConfirmed => string.Equals(Confirmation, Word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The form.</summary>
    /// <param name="backupDays">Days until the key store's own backups expire.</param>
    public static Form Form(int backupDays) => new(new Ref(Id), $"Erase my data", $"Erase for good",
    [
        new Field.Shown("goes", new Block.Heading($"What goes, at once")),
        new Field.Shown("going", new Block.Points(
            $"Your check-ins, thoughts and swaps, pulse answers and parked words, and the key that they are sealed with",
            $"When you were asked and what you chose: nothing is asked again before you say yes anew",
            $"Requests for five minutes that you sent; forms you had begun; the words of messages from me to you",
            $"Thanks you received: they are no longer kept as yours")),
        new Field.Shown("stays", new Block.Heading($"What stays")),
        new Field.Shown("staying", new Block.Points(
            $"Thanks you gave: they belong to those who got them",
            $"That you work here: your name, accounts, team and shifts, from your platform and HR's files",
            $"What stands in your chats: you can delete that there",
            $"The log of who changed what, without words; and figures about groups, which name nobody")),
        new Field.Note("backups", $"Old backups of the data may last, but your private words in them can no longer be read once the key store's own backups have expired: {new Hole.Count(backupDays, "day", "days")} from now."),
        new Field.Pick(NameField, $"Thanks you gave to others",
            new Choice(KeepName, $"Keep my name on them"),
            new Choice(AColleague, $"Say “a colleague” instead", $"Cards of the last 90 days change in place"))
        { Initial = KeepName },
        new Field.Line(ConfirmationField, $"Type {Word} to confirm", Most) { Hint = $"This can't be undone, by anybody." },
    ])
    { Private = true, Reopens = new Ref(ShowMyData.OpenId) };

    /// <summary>What stands at the field where something else was typed.</summary>
    public static Text NotConfirmed => $"Type {Word} here, or close this: nothing was erased.";
}
