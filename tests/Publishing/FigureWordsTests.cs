using ServiceCulture.Cards;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Publishing;

/// <summary>All that is ever said of a group, word for word.</summary>
public sealed class FigureWordsTests
{
    static readonly BalanceWord?[] Words = [null, .. Enum.GetValues<BalanceWord>()];
    static readonly Agreement?[] Shares = [null, .. Enum.GetValues<Agreement>()];

    [Fact]
    public void Every_word_as_approved() => Approved.Matches("figures", "txt", string.Join('\n', All().Select(text => text.Plain(Reader.Plain))) + "\n");

    [Fact]
    public void No_figure_holds_a_number() =>
        Assert.DoesNotContain(Words.Select(FigureWords.Balance).Concat(Shares.Select(FigureWords.Agreeing)).Concat(Shares.Select(FigureWords.TakingPart)), text => text.Plain(Reader.Plain).Any(char.IsDigit));

    static IEnumerable<Text> All() =>
    [
        FigureWords.Window(new(2026, 2, 23), new(2026, 3, 22)),
        .. new[] { "balance" }.Concat(PulseStatements.Ids).Select(question => FigureWords.Asked(question)),
        .. Words.Select(FigureWords.Balance), .. Shares.Select(FigureWords.Agreeing), .. Shares.Select(FigureWords.TakingPart),
    ];
}
