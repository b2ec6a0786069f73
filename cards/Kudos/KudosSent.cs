namespace ServiceCulture.Cards.Kudos;

/// <summary>What the giver sees after sending: only they see it.</summary>
public static class KudosSent
{
    /// <param name="seenBy">One line that says who sees it.</param>
    /// <param name="hint">One thing that would make it better, or null.</param>
    /// <param name="canUndo">False once the time for it is over.</param>
    /// <param name="away">Those whom no channel can reach now; null where nothing is sent to anybody.</param>
    public static Card Confirmation(KudosWords kudos, Text seenBy, Text? hint, bool canUndo = true, IReadOnlyList<Person>? away = null) => new($"Sent",
    [
        new Block.Say($"{OnTheirWay([.. kudos.To.ExceptBy((away ?? []).Select(person => person.Id), person => person.Id)])} {seenBy}"),
        .. away is null or [] ? Array.Empty<Block>() : [new Block.Say($"{Texts.List(away)} can't be reached by me at the moment; your thanks are kept until they can.")],
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

    static Text OnTheirWay(IReadOnlyList<Person> to) => to.Count == 0 ? (Text)$"Your thanks are saved." : $"Your thanks are on their way to {Texts.List(to)}.";

    /// <summary>After undo.</summary>
    public static Card Undone => new($"Taken back", new Block.Say($"These kudos are taken back. Where they were already shown, they now only say that you took them back."))
    {
        Buttons = [GiveKudos.Button],
        Summary = $"Kudos taken back",
    };

    /// <summary>The press that takes kudos back.</summary>
    public const string UndoId = "kudos.undo";
}
