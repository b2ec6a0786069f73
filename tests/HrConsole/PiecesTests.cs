using ServiceCulture.Bot.HrConsole.Pages.Prompts;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The preview shows what the platform's own form holds, and no other words.</summary>
public sealed class PiecesTests
{
    static readonly Form Asked = SortThought.Form(Text.Of("What would <b>you</b> tell a *friend*?"), null, 90);

    [Fact]
    public void Of_slacks_view_one_sees_title_question_place_hint_and_buttons() => Assert.Equal(
        [PieceKind.Title, PieceKind.Label, PieceKind.Input, PieceKind.Small, PieceKind.Button, PieceKind.Primary],
        Pieces.OfSlack(BlockKit.View(Asked, Reader.Plain)).Where(piece => piece.Kind != PieceKind.Words).Select(piece => piece.Kind));

    [Fact]
    public void Each_platform_asks_the_prompt_as_it_was_written()
    {
        foreach (var pieces in All())
            Assert.Equal("What would <b>you</b> tell a *friend*?", pieces.Single(piece => piece.Kind is PieceKind.Label).Words);
    }

    [Fact]
    public void Each_platform_says_who_can_see_it_and_how_to_send_it()
    {
        foreach (var pieces in All())
        {
            Assert.Contains(pieces, piece => piece.Kind is PieceKind.Small && piece.Words == SortThought.Kept(90).Plain(Reader.Plain));
            Assert.Contains(pieces, piece => piece is { Kind: PieceKind.Primary, Words: "Next" });
        }
    }

    static IReadOnlyList<Piece>[] All() => [Pieces.OfSlack(BlockKit.View(Asked, Reader.Plain)), Pieces.OfTeams(AdaptiveCards.Form(Asked, Reader.Plain, dialog: true)), Pieces.OfPage(Asked)];
}
