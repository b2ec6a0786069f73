namespace ServiceCulture.Cards.MyData;

/// <summary>After the erasure, in the same form so that no message tells of it.</summary>
public sealed record MyDataErased : IForm<MyDataErased>
{
    /// <inheritdoc/>
    public static string Id => "mydata.erased";

    /// <inheritdoc/>
    public static MyDataErased Read(Answers answers) => new();

    /// <summary>The confirmation.</summary>
    /// <param name="backupDays">Days until the key store's own backups expire.</param>
    public static Form Form(int backupDays) => new(new Ref(Id), $"Erased", $"Close",
    [
        new Field.Note("done", $"Your data are erased and your key is destroyed. Forms you still had open keep nothing any more."),
        new Field.Note("backups", $"In old backups your private words become unreadable within {new Hole.Count(backupDays, "day", "days")}."),
        new Field.Note("again", $"Nothing will be asked of you. Should you ever want to come back, {new Hole.Typed("checkin")} starts from nothing."),
    ])
    { Private = true, Reopens = new Ref(ShowMyData.OpenId) };
}
