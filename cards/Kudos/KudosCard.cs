namespace ServiceCulture.Cards.Kudos;

/// <summary>Kudos as others see them.</summary>
public static class KudosCard
{
    /// <summary>In a shared place.</summary>
    public static Card Posted(KudosWords kudos) => Told(kudos, Sentence(kudos, Texts.List(kudos.To)), $"{kudos.From} gave kudos") with
    {
        Buttons = [GiveKudos.Button, ReportKudos.Button(kudos.Id)],
    };

    /// <summary>To one of those thanked.</summary>
    public static Card Received(KudosWords kudos, Guid receiver) => Told(kudos, SentenceTo(kudos, receiver), $"{kudos.From} thanks you") with
    {
        Buttons = [GiveKudos.Button, ReportKudos.Button(kudos.Id)],
    };

    /// <summary>To a manager of one of those thanked, where the policy has them see it.</summary>
    public static Card ForManager(KudosWords kudos) => Told(kudos, Sentence(kudos, Texts.List(kudos.To)), $"{kudos.From} gave kudos to your team") with { Buttons = [ReportKudos.Button(kudos.Id)] };

    /// <summary>In the place of kudos that were taken back.</summary>
    public static Card TakenBack(Person from) => new($"Kudos taken back", new Block.Note($"{from} took these kudos back."));

    /// <summary>In the place of kudos that HR hid.</summary>
    public static Card Hidden => new($"Kudos", new Block.Note($"These kudos are not shown any more."));

    /// <summary>The same inside another card.</summary>
    public static IReadOnlyList<Block> Retold(KudosWords kudos) => [new Block.Say(Sentence(kudos, Texts.List(kudos.To))), new Block.Quote(kudos.Words), .. Customer(kudos)];

    static Card Told(KudosWords kudos, Text sentence, Text summary) => new(Title(kudos),
    [
        new Block.Say(sentence),
        new Block.Quote(kudos.Words),
        .. Customer(kudos),
        .. kudos.Link is { } link ? [new Block.Say($"It is about {new Hole.Link((Text)$"this message", link)}.")] : Array.Empty<Block>(),
        .. kudos.IsEdited ? [new Block.Note($"Edited")] : Array.Empty<Block>(),
    ])
    { Summary = summary };

    static Text Title(KudosWords kudos) => kudos.Values.Count == 0 ? (Text)$"Kudos" : $"{string.Join(' ', kudos.Values.Select(value => value.Glyph))} Kudos";

    static IEnumerable<Block> Customer(KudosWords kudos) => kudos switch
    {
        { FromCustomer: false } => [],
        { CustomerWords: "" } => [new Block.Note($"A customer said thank you.")],
        _ => [new Block.Note($"A customer said thank you, in these words:"), new Block.Quote(kudos.CustomerWords)],
    };

    static Text Sentence(KudosWords kudos, Text to) => kudos.Values.Count == 0
        ? (Text)$"{kudos.From} thanks {to}."
        : $"{kudos.From} thanks {to} for {Values(kudos)}.";

    static Text SentenceTo(KudosWords kudos, Guid receiver)
    {
        var others = kudos.To.Where(person => person.Id != receiver).ToList();
        return others.Count == 0 ? SentenceToYou(kudos) : Sentence(kudos, Texts.List([$"you", .. others.Select(person => (Text)$"{person}")]));
    }

    static Text SentenceToYou(KudosWords kudos) => kudos.Values.Count == 0
        ? (Text)$"{kudos.From} thanks you."
        : $"{kudos.From} thanks you for {Values(kudos)}.";

    static Text Values(KudosWords kudos) => Texts.List([.. kudos.Values.Select(value => value.Text)]);
}
