using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Values;
using ServiceCulture.Cards.Welcome;

namespace ServiceCulture.Tests.Peers.Looks;

/// <summary>Everything the bot says and asks, with invented people, as its features make it.</summary>
static class OurCards
{
    /// <summary>On the platform whose accounts are installation 1: two of the people have one there.</summary>
    public static Reader Reader { get; } = Reader.Plain with { Installation = 1 };

    static readonly Person ada = Somebody("Ada Probe", "U0ADA"), bela = Somebody("Bela Sample", "U0BELA"), cleo = Somebody("Cleo Fixture");

    static readonly KudosWords plain = new(ada, [bela], [new("patience", "Patience", "⏳")],
        "Stayed with the caller about the double charge until it was sorted, so nobody had to ring again.")
    { Id = Guid.Parse("5a000000-0000-4000-8000-000000000001") };

    static readonly KudosWords full = plain with
    {
        To = [bela, cleo, Somebody("Dima Mockup")],
        Values = [new("patience", "Patience", "⏳"), new("desire-to-improve", "Desire to improve", "🌱")],
        FromCustomer = true,
        CustomerWords = "Such a patient young man.\nI had given up *hope* <!channel>.",
        Link = new("https://example.test/archives/C0FLOOR/p1"),
        IsEdited = true,
    };

    static readonly ValueWords patience = new("patience", "Patience", "⏳", "Giving a matter the time it needs, without making the other person feel the clock.",
        ["Explains a second time in other words, without a sigh", "Asks a question and waits for the answer"],
        ["You gave it all the time it needed when …", "You explained it once more, in other words, so that …"], ["patient", "unhurried", "took-time"]);

    static readonly PackWords[] packs =
    [
        new("Five core values", [patience, patience with { Id = "empathy", Name = "Empathy", Glyph = "💛", Meaning = "Seeing the matter from where the other person stands, and letting them hear that you do." }]),
        new("Three qualities", [patience]),
    ];

    static readonly GiveKudosOptions options = new()
    {
        Nearby = [new("5a000000-0000-4000-8000-00000000000b", $"Bela Sample", $"Front desk"), new("5a000000-0000-4000-8000-00000000000c", $"Cleo Fixture", $"Front desk")],
        Values = [.. packs[0].Values.Select(value => new Choice(value.Id, $"{value.Glyph} {value.Name}", Text.Of(value.Meaning)))],
        WhoSees = $"Public: it is posted in {new Hole.Bold("Front desk")}, and each person gets it too. Private: the people you thank see it, nobody else.",
        Example = $"You stayed with the caller about the double charge until it was sorted, so nobody had to ring again.",
    };

    public static IReadOnlyDictionary<string, Card> Cards { get; } = new Dictionary<string, Card>
    {
        ["posted"] = KudosCard.Posted(plain),
        ["posted-full"] = KudosCard.Posted(full),
        ["received"] = KudosCard.Received(plain, bela.Id),
        ["received-with-others"] = KudosCard.Received(full, bela.Id),
        ["received-without-value"] = KudosCard.Received(plain with { Values = [] }, bela.Id),
        ["for-manager"] = KudosCard.ForManager(plain),
        ["taken-back"] = KudosCard.TakenBack(ada),
        ["confirmation"] = KudosSent.Confirmation(plain, $"They are posted in {new Hole.Bold("Front desk")}.", null),
        ["confirmation-hint"] = KudosSent.Confirmation(full, $"Nobody else sees them.", $"It says what they did. What did it lead to, for the customer or for you? “Edit the words” adds it."),
        ["confirmation-late"] = KudosSent.Confirmation(plain, $"Nobody else sees them.", null, canUndo: false),
        ["confirmation-away"] = KudosSent.Confirmation(full, $"Nobody else sees them.", null, away: [bela, cleo]),
        ["not-posted"] = KudosNotPosted.Card(full, "Front desk", NotPosted.NotThere, [bela, cleo]),
        ["not-posted-nobody-told"] = KudosNotPosted.Card(plain, null, NotPosted.Unknown, []),
        ["undone"] = KudosSent.Undone,
        ["mykudos"] = MyKudosCard.Summary(3, 5, [("Patience", 2, 1), ("Desire to improve", 1, 0), ("Empathy", 0, 4)],
            [new(ada, new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), plain.Words), new(cleo, new DateTime(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc), "Took my late shift so that I saw my daughter's play.")]),
        ["mykudos-empty"] = MyKudosCard.Summary(0, 0, [], []),
        ["values"] = ValuesCard.All(packs, isHr: false),
        ["values-hr"] = ValuesCard.All(packs, isHr: true),
        ["values-off"] = ValuesCard.All([], isHr: false),
        ["value"] = ValuesCard.One(patience, forKudos: true),
        ["value-not-for-kudos"] = ValuesCard.One(patience, forKudos: false),
        ["value-unknown"] = ValuesCard.None("tarantella"),
        ["help-agent"] = HelpCard.For(ada, [], isHr: false),
        ["help-manager"] = HelpCard.For(ada, ["Front desk", "Night shift"], isHr: false),
        ["help-hr"] = HelpCard.For(ada, [], isHr: true, hasConsole: true),
        ["not-understood"] = HelpCard.NotUnderstood("tarantella"),
        ["not-understood-long"] = HelpCard.NotUnderstood(""),
        ["rules-saved"] = KudosRules.Saved,
        ["channel-saved"] = KudosChannel.Saved("Front desk", "kudos"),
        ["channel-saved-here"] = KudosChannel.Saved("Front desk", null),
        ["channel-cleared"] = KudosChannel.Cleared("Front desk"),
        ["forged"] = ((Reply.Whisper)Refusing.Forged).Card,
        ["not-saved"] = ((Reply.Whisper)Refusing.NotSaved).Card,
    };

    public static IReadOnlyDictionary<string, Form> Forms { get; } = new Dictionary<string, Form>
    {
        ["give"] = GiveKudos.Form(options).Filled(Answers.None),
        ["give-required"] = GiveKudos.Form(options with { ValueRequired = true, ManagersSee = true }, "https://example.test/archives/C0FLOOR/p1"),
        ["give-without-values"] = GiveKudos.Form(options with { Values = [] }),
        ["give-nobody-nearby"] = GiveKudos.Form(options with { Nearby = [] }),
        ["give-refused"] = GiveKudos.Form(options)
            .Filled(new GiveKudos([options.Nearby[0].Value], "Thanks a lot!", ["patience"], true, "Bless her", true).Answers)
            .Refused(new Dictionary<string, Text> { [GiveKudos.WordsField] = $"A little more, please: at least 20 characters. What did they do, and what did it lead to?" }),
        ["edit"] = EditKudos.Form(plain.Id, 1, plain.Words),
        ["channel"] = KudosChannel.Form([new("1", $"Front desk", $"No channel yet"), new("2", $"Night shift", $"Now in kudos")], [new("7", $"kudos")], canBeHere: true),
        ["rules"] = KudosRules.Form(new("10", "optional", "receivers")),
        ["rules-refused"] = KudosRules.Form(new("lots", "optional", "receivers"))
            .Refused(new Dictionary<string, Text> { [KudosRules.LimitField] = $"A whole number from 0 to 1,000, please." }),
    };

    static Person Somebody(string name, string? account = null) =>
        new(new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), name, account is null ? [] : [new Handle(1, account)]);
}
