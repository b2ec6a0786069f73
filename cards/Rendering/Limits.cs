namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// How much Block Kit takes, in characters or pieces: https://docs.slack.dev/reference/block-kit (a page for each block
/// and element). Words beyond are cut with an ellipsis; ids and values beyond are a mistake of ours and throw.
/// </summary>
static class Limits
{
    internal const int MessageBlocks = 50, ViewBlocks = 100, Text = 3000, ActionId = 255, BlockId = 255;
    internal const int Header = 150, ButtonText = 75, ButtonValue = 2000, ActionsElements = 25, InputLabel = 2000, InputHint = 2000;
    internal const int OptionText = 75, OptionValue = 150, OptionDescription = 75, Options = 100, Radios = 10, Placeholder = 150;
    internal const int InputMost = 3000;
    internal const int ViewTitle = 24, ViewSubmit = 24, ViewClose = 24, PrivateMetadata = 3000, CallbackId = 255;
    internal const int Charts = 2, ChartTitle = 50, ChartLabel = 20, Drawn = 12_000, Error = 3000;

    /// <exception cref="InvalidOperationException">The id or value is longer than Slack takes; cutting it would change what it stands for.</exception>
    internal static string Whole(string value, int limit, string what) =>
        value.Length <= limit ? value : throw new InvalidOperationException($"{what} has {value.Length} characters, Slack takes {limit}");
}
