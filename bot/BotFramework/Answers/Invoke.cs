using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>
/// What an <see cref="InvokeActivity"/> asks: a closed set of cases. An element that was not sent is
/// <see cref="JsonValueKind.Undefined"/>. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/request-authentication-handling
/// </summary>
public abstract record Invoke
{
    Invoke() { }

    /// <summary>An Action.Execute button. https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model</summary>
    /// <param name="Verb">The button's verb; null when the card named none.</param>
    /// <param name="Data">The button's data with the card's inputs merged in; inputs are strings, empty ones are left out.</param>
    /// <param name="Automatic">The platform refreshes the card by itself: nobody pressed anything.</param>
    public sealed record AdaptiveCardAction(string? Verb, JsonElement Data, bool Automatic) : Invoke;

    /// <summary>A dialog is to be opened. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
    /// <param name="Data">The button's data.</param>
    /// <param name="Theme"><c>default</c>, <c>dark</c> or <c>contrast</c>.</param>
    public sealed record TaskFetch(JsonElement Data, string? Theme) : Invoke;

    /// <summary>A dialog was submitted. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
    /// <param name="Data">The submit button's data with the inputs merged in.</param>
    /// <param name="Theme">As in <see cref="TaskFetch"/>.</param>
    public sealed record TaskSubmit(JsonElement Data, string? Theme) : Invoke;

    /// <summary>A command of the message extension asks for its dialog. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module</summary>
    /// <param name="CommandId">The manifest's command id; empty when the client left it out.</param>
    /// <param name="CommandContext"><c>message</c>, <c>compose</c> or <c>commandBox</c>.</param>
    /// <param name="Message">The message it was opened on.</param>
    /// <param name="Data">What the dialog was opened with, when it is shown again.</param>
    public sealed record ComposeExtensionFetchTask(string CommandId, string? CommandContext, MessagePayload? Message, JsonElement Data) : Invoke;

    /// <summary>The dialog of a message extension's command was submitted. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit</summary>
    /// <param name="CommandId">As in <see cref="ComposeExtensionFetchTask"/>.</param>
    /// <param name="CommandContext">As in <see cref="ComposeExtensionFetchTask"/>.</param>
    /// <param name="Message">The message it was opened on.</param>
    /// <param name="Data">The submit button's data with the inputs merged in.</param>
    public sealed record ComposeExtensionSubmitAction(string CommandId, string? CommandContext, MessagePayload? Message, JsonElement Data) : Invoke;

    /// <summary>A search in the message extension. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search</summary>
    /// <param name="CommandId">The manifest's command id; empty when the client left it out.</param>
    /// <param name="QueryText">What was typed: the first parameter's value.</param>
    /// <param name="Skip">Results already shown.</param>
    /// <param name="Count">Results wanted; 25 when not said.</param>
    public sealed record ComposeExtensionQuery(string CommandId, string QueryText, int Skip, int Count) : Invoke;

    /// <summary>Somebody types into an Input.ChoiceSet with Data.Query. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search</summary>
    /// <param name="Kind"><c>search</c>.</param>
    /// <param name="QueryText">What was typed so far.</param>
    /// <param name="Skip">Results already shown.</param>
    /// <param name="Top">Results wanted; 15 when not said.</param>
    /// <param name="Dataset">The data set that the card named.</param>
    public sealed record ApplicationSearch(string? Kind, string QueryText, int Skip, int Top, string? Dataset) : Invoke;

    /// <summary>Thumbs up or down below a message. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content#feedback-buttons</summary>
    /// <param name="ActionName"><c>feedback</c>.</param>
    /// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
    /// <param name="Feedback">The words, as the platform sends them: often JSON in a string.</param>
    public sealed record MessageSubmitAction(string ActionName, string? Reaction, string? Feedback) : Invoke;

    /// <summary>An invoke that this project does not know: answer 501.</summary>
    public sealed record Unknown(string Name) : Invoke;

    /// <summary>A known invoke whose parameters can't be read: answer 400.</summary>
    /// <param name="Name">Which one.</param>
    /// <param name="Why">Which field is wrong, without its content: fit for a log.</param>
    public sealed record Malformed(string Name, string Why) : Invoke;
}

/// <summary>The message that a message action was opened on. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module#payload-activity-properties-when-a-dialog-is-invoked-from-11-chat</summary>
/// <param name="Id">The message's id in its conversation.</param>
/// <param name="ContentType"><c>html</c> or <c>text</c>.</param>
/// <param name="Content">The words in that format. They are somebody's: show them as words.</param>
/// <param name="From">Who wrote it; null for messages of apps.</param>
/// <param name="LinkToMessage">Opens the message in Teams.</param>
public sealed record MessagePayload(string? Id, string? ContentType, string Content, MessagePayloadUser? From, string? LinkToMessage);

/// <summary>Who wrote a message.</summary>
/// <param name="Id">Their id, of the kind that <paramref name="UserIdentityType"/> says.</param>
/// <param name="DisplayName">Their name at that time.</param>
/// <param name="UserIdentityType"><c>aadUser</c> for people of a tenant.</param>
public sealed record MessagePayloadUser(string Id, string? DisplayName, string? UserIdentityType)
{
    /// <summary>The Entra object id; null for guests that have none and for bots.</summary>
    public string? AadObjectId => UserIdentityType is "aadUser" or null && Guid.TryParse(Id, out _) ? Id : null;
}
