namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// Cards and forms as Slack shows them (https://docs.slack.dev/reference/block-kit). Words go out as rich text or as
/// <c>plain_text</c> and never as <c>mrkdwn</c>, where what someone typed could turn into a mention, a link or a shout
/// to the whole channel. Words longer than Slack takes end in an ellipsis.
/// </summary>
public static class BlockKit
{
    /// <summary>
    /// A message's blocks as a JSON array, at most 50 (https://docs.slack.dev/reference/methods/chat.postMessage).
    /// A button's <c>action_id</c> is its route; where a message has that route more than once, each has <c>#</c> and some digits
    /// of its ticket's hash behind it, which say nothing of what the button answers. Its <c>value</c> is the sealed ticket.
    /// </summary>
    public static string Blocks(Card card, Reader reader) => Json.Write((card, reader), static (json, it) =>
    {
        json.WriteStartArray();
        new SlackCard(json, it.reader).Draw(it.card);
        json.WriteEndArray();
    });

    /// <summary>
    /// The <c>text</c> that goes with the blocks: the summary with <c>&amp; &lt; &gt;</c> escaped, because Slack reads mentions in
    /// it even where it shows the blocks instead (https://docs.slack.dev/messaging/formatting-message-text#escaping).
    /// </summary>
    public static string Notification(Card card, Reader reader) => PlainText.Summary(card, reader)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>
    /// A modal (https://docs.slack.dev/reference/views/modal-views). <c>callback_id</c> is the form's route,
    /// <c>private_metadata</c> the sealed ticket, <c>block_id</c> and <c>action_id</c> of an input its field's id: Slack keeps
    /// what someone typed in an updated view as long as those stay the same. A field that offers nothing to pick is left
    /// out, as Slack refuses a list without options.
    /// </summary>
    /// <exception cref="InvalidOperationException">The form has more parts than a view takes, or an id or ticket that is too long.</exception>
    public static string View(Form form, Reader reader) =>
        Json.Write((form, reader), static (json, it) => new SlackForm(json, it.reader, it.form).Draw());

    /// <summary>
    /// The faults as the <c>errors</c> object of <c>response_action: errors</c>
    /// (https://docs.slack.dev/surfaces/modals#displaying_errors). Slack takes only ids of input blocks: a fault of anything
    /// else is told at the first input, after that one's own. Empty where there is no fault or no input to tell it at.
    /// </summary>
    public static string Errors(Form form, Reader reader) => Json.Write((form, reader), static (json, it) =>
    {
        json.WriteStartObject();
        foreach (var (field, fault) in SlackForm.Errors(it.form, it.reader))
            json.WriteString(field, Cut.To(fault, Limits.Error));
        json.WriteEndObject();
    });

    /// <inheritdoc cref="Errors(Form, Reader)"/>
    public static string Errors(Form form) => Errors(form, Reader.Plain);

    /// <summary>The answer to <c>block_suggestion</c>, at most 100 (https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#external_multi_select).</summary>
    public static string Options(IReadOnlyList<Choice> choices, Reader reader) => Json.Write((choices, reader), static (json, it) =>
    {
        json.WriteStartObject();
        json.WriteOptions("options", it.choices, it.reader);
        json.WriteEndObject();
    });
}
