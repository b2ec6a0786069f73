namespace ServiceCulture.Cards.Kudos;

/// <summary>What the giver sees after sending: only they see it.</summary>
public static class KudosSent
{
    /// <param name="seenBy">One line that says who sees it.</param>
    /// <param name="hint">One thing that would make it better, or null.</param>
    /// <param name="canUndo">False once the time for it is over.</param>
    public static Card Confirmation(KudosWords kudos, Text seenBy, Text? hint, bool canUndo = true) => new($"Sent",
    [
        new Block.Say($"Your thanks are on their way to {Texts.List(kudos.To)}. {seenBy}"),
        .. hint is null ? Array.Empty<Block>() : [new Block.Note(hint)],
    ])
    {
        Buttons =
        [
            new Button($"Edit the words", new Ref(EditKudos.OpenId, kudos.Id.ToString(), kudos.Version)) { Opens = Opens.Form },
            .. canUndo ? [new Button($"Undo", new Ref(UndoId, kudos.Id.ToString(), kudos.Version)) { Style = ButtonStyle.Danger }] : Array.Empty<Button>(),
        ],
        Summary = $"Your thanks are on their way",
    };

    /// <summary>After undo.</summary>
    public static Card Undone => new($"Taken back", new Block.Say($"These kudos are taken back. Where they were already shown, they now only say that you took them back."))
    {
        Buttons = [GiveKudos.Button],
        Summary = $"Kudos taken back",
    };

    /// <summary>The press that takes kudos back.</summary>
    public const string UndoId = "kudos.undo";
}
