namespace ServiceCulture.Cards.Escalations;

/// <summary>Asks once before a note is gone for good.</summary>
public sealed record DeleteNote : IForm<DeleteNote>
{
    /// <inheritdoc/>
    public static string Id => "note.delete";

    /// <inheritdoc/>
    public static DeleteNote Read(Answers answers) => new();

    /// <summary>The form.</summary>
    public static Form Form(NoteWords note) => new(new Ref(Id, note.Id, note.Version), $"Delete this note?", $"Delete",
        new Field.Shown("question", new Block.Say($"{new Hole.Bold(note.Question)}")),
        new Field.Shown("note", new Block.Quote(note.Answer)),
        new Field.Note("gone", $"Nobody finds it any more, and it does not come back. Where it is only no longer right, “Outdated” keeps it with a mark."))
    { Reopens = new Ref(NoteCard.DeleteId, note.Id, note.Version) };

    /// <summary>After it.</summary>
    public static Card Done => new($"The note is deleted", new Block.Say($"Nobody finds it any more."));
}
