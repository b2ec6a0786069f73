namespace ServiceCulture.Cards.Escalations;

/// <summary>A note as a card tells it.</summary>
/// <param name="Id">The note's id.</param>
/// <param name="ReviewOn">When somebody looks at it again.</param>
public sealed record NoteWords(string Id, int Version, string Question, string Answer, DateOnly ReviewOn, bool IsOutdated)
{
    internal Text Review => $"{new Hole.Moment(ReviewOn.ToDateTime(new TimeOnly(12, 0)), MomentStyle.Date)}";

    internal IReadOnlyList<Block> Blocks => [new Block.Say($"{new Hole.Bold(Question)}"), new Block.Quote(Answer)];
}

/// <summary>What the owner of a note sees.</summary>
public static class NoteCard
{
    /// <summary>The presses, each with the note as the row and its version.</summary>
    public const string StillRightId = "note.still-right", OutdatedId = "note.outdated", DeleteId = "note.delete-open";

    /// <summary>On its review date: is it still right?</summary>
    public static Card Review(NoteWords note) => new($"Is this note still right?",
    [
        new Block.Say($"You have an eye on this note. Colleagues find it when they ask something like it, so it is worth a minute: is it still right?"),
        .. note.Blocks,
    ])
    {
        Buttons = [new Button($"Still right", new Ref(StillRightId, note.Id, note.Version)) { Style = ButtonStyle.Primary }, Edit(note), new Button($"Outdated", new Ref(OutdatedId, note.Id, note.Version)) { Style = ButtonStyle.Danger }, Delete(note)],
    };

    /// <summary>How it stands, after whatever was done.</summary>
    public static Card Standing(NoteWords note) => new(note.IsOutdated ? $"This note is outdated" : (Text)$"This note stands",
    [
        new Block.Say(note.IsOutdated
            ? $"It is marked, and stands below the others where colleagues find it. Edit it to make it right again."
            : (Text)$"Colleagues find it with their next question. I ask again on {note.Review}."),
        .. note.Blocks,
    ])
    { Buttons = note.IsOutdated ? [Edit(note), Delete(note)] : [Edit(note), new Button($"Outdated", new Ref(OutdatedId, note.Id, note.Version)) { Style = ButtonStyle.Danger }, Delete(note)] };

    static Button Delete(NoteWords note) => new($"Delete", new Ref(DeleteId, note.Id, note.Version)) { Opens = Opens.Form };

    static Button Edit(NoteWords note) => new($"Edit", new Ref(KeepNote.EditId, note.Id, note.Version)) { Opens = Opens.Form };
}
