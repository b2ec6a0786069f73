namespace ServiceCulture.Cards.Rendering;

/// <summary>Which button stands out: platforms ask for one primary button at most.</summary>
static class Buttons
{
    internal static IEnumerable<(Button Button, ButtonStyle Style)> Of(Card card)
    {
        var primary = false;
        foreach (var button in card.Buttons)
        {
            yield return (button, button.Style == ButtonStyle.Primary && primary ? ButtonStyle.Plain : button.Style);
            primary |= button.Style == ButtonStyle.Primary;
        }
    }
}
