namespace ServiceCulture.Slack;

public abstract partial record SlackRequest
{
    /// <summary>
    /// Somebody did something with what the app shows them. Delivered once, never again; answer within 3 s.
    /// <see href="https://docs.slack.dev/reference/interaction-payloads"/>
    /// </summary>
    public abstract record Interaction : SlackRequest
    {
        private protected Interaction(Origin origin) => Origin = origin;

        /// <summary>Who acted, and on which installation.</summary>
        public Origin Origin { get; }

        /// <inheritdoc cref="Slack.Origin.TeamId" path="/summary"/>
        public string TeamId => Origin.TeamId;

        /// <summary>The Enterprise Grid organisation, when there is one.</summary>
        public string? EnterpriseId => Origin.EnterpriseId;

        /// <summary>The installation is found by <see cref="EnterpriseId"/>.</summary>
        public bool IsEnterpriseInstall => Origin.IsEnterpriseInstall;

        /// <summary>The person who acted.</summary>
        public string UserId => Origin.UserId;
    }

    /// <summary>
    /// A button was pressed or something picked.
    /// <see href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"/>
    /// </summary>
    /// <param name="TriggerId">Opens one modal within 3 s; unique to the act.</param>
    /// <param name="ResponseUrl">Replaces or answers the message, 5 times within 30 minutes; none in a view.</param>
    /// <param name="Channel">None in a modal and on the Home tab.</param>
    /// <param name="Message">The message with the element, unless it is ephemeral or a view.</param>
    /// <param name="State">What the inputs beside the element hold.</param>
    /// <param name="Actions">At least one.</param>
    public sealed record BlockActions(
        Origin Origin,
        string TriggerId,
        Uri? ResponseUrl,
        Container Container,
        SlackChannel? Channel,
        SlackMessage? Message,
        SlackView? View,
        ViewState State,
        IReadOnlyList<BlockAction> Actions) : Interaction(Origin);

    /// <summary>
    /// A modal was submitted. Answering nothing closes it; an answer may show errors or another view instead.
    /// <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>
    /// </summary>
    public sealed record ViewSubmission(Origin Origin, string? TriggerId, SlackView View) : Interaction(Origin);

    /// <summary>A modal with notify_on_close was closed unsent.</summary>
    /// <param name="IsCleared">The whole stack of views was closed.</param>
    public sealed record ViewClosed(Origin Origin, SlackView View, bool IsCleared) : Interaction(Origin);

    /// <summary>
    /// A message's menu was used (Slack calls it <c>message_action</c>).
    /// <see href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"/>
    /// </summary>
    public sealed record MessageShortcut(
        Origin Origin,
        string CallbackId,
        string TriggerId,
        Uri ResponseUrl,
        SlackChannel Channel,
        SlackMessage Message) : Interaction(Origin);

    /// <summary>A shortcut from the composer or the search was used; it belongs to no channel.</summary>
    public sealed record GlobalShortcut(Origin Origin, string CallbackId, string TriggerId) : Interaction(Origin);

    /// <summary>
    /// Somebody types into a select whose options the app gives: answer with at most 100.
    /// <see href="https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload"/>
    /// </summary>
    /// <param name="Value">What has been typed so far; may be empty.</param>
    public sealed record BlockSuggestion(
        Origin Origin,
        string ActionId,
        string BlockId,
        string Value,
        Container Container,
        SlackChannel? Channel,
        SlackView? View) : Interaction(Origin);
}
