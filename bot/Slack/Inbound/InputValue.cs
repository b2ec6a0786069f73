using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// What a person put into one input or picked in one element; only what its <see cref="Type"/> can hold is filled.
/// <see href="https://docs.slack.dev/reference/block-kit/block-elements"/>
/// </summary>
/// <param name="Type">The element's type: plain_text_input, static_select, external_select, checkboxes, button, …</param>
/// <param name="Value">What was typed, or a button's value; null when nothing was.</param>
/// <param name="SelectedOptions">The <c>value</c> of each option picked, in a select, radio buttons, checkboxes or an overflow menu.</param>
/// <param name="SelectedUsers">User ids, of users_select and multi_users_select.</param>
/// <param name="SelectedConversations">Channel ids, of the channel and conversation selects.</param>
/// <param name="SelectedDate">YYYY-MM-DD, of a datepicker.</param>
/// <param name="SelectedTime">HH:mm, of a timepicker.</param>
public sealed record InputValue(
    string Type,
    string? Value,
    IReadOnlyList<string> SelectedOptions,
    IReadOnlyList<string> SelectedUsers,
    IReadOnlyList<string> SelectedConversations,
    string? SelectedDate,
    string? SelectedTime)
{
    internal static InputValue Read(JsonElement input) => new(
        input.Id("type"u8),
        // A rich_text_input has an object where others have a string; we never send one, and must not fail on one.
        input.Field("value"u8) is { ValueKind: JsonValueKind.String } ? input.TextOrNull("value"u8) : null,
        Options(input),
        OneOrMany(input, "selected_user"u8, "selected_users"u8),
        [.. OneOrMany(input, "selected_channel"u8, "selected_channels"u8), .. OneOrMany(input, "selected_conversation"u8, "selected_conversations"u8)],
        input.TextOrNull("selected_date"u8),
        input.TextOrNull("selected_time"u8));

    static IReadOnlyList<string> Options(JsonElement input) =>
        input.ObjectOrNull("selected_option"u8) is { } one
            ? [one.TextOrEmpty("value"u8)]
            : input.List("selected_options"u8, option => option.TextOrEmpty("value"u8));

    static IReadOnlyList<string> OneOrMany(JsonElement input, ReadOnlySpan<byte> one, ReadOnlySpan<byte> many) =>
        input.IdOrNull(one) is { } single ? [single] : input.Texts(many);
}
