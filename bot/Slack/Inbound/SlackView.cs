using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// A modal or a Home tab, as it comes with an interaction.
/// <see href="https://docs.slack.dev/reference/views"/>
/// </summary>
/// <param name="Id">The view's id; stays the same when the view is updated.</param>
/// <param name="Type">modal or home.</param>
/// <param name="Hash">Changes with every update of the view; views.update with an old one is refused (hash_conflict).</param>
/// <param name="CallbackId">What we called the view when we opened it; empty when nothing.</param>
/// <param name="PrivateMetadata">What we sent along when we opened it, at most 3,000 characters; empty when nothing.</param>
/// <param name="State">What has been filled in.</param>
/// <param name="RootViewId">The lowest view of the stack this one lies in.</param>
/// <param name="PreviousViewId">The view below this one, when it was pushed.</param>
public sealed record SlackView(
    string Id,
    string Type,
    string Hash,
    string CallbackId,
    string PrivateMetadata,
    ViewState State,
    string? RootViewId,
    string? PreviousViewId)
{
    internal static SlackView Read(JsonElement view) => new(
        view.Id("id"u8),
        view.TextOrEmpty("type"u8),
        view.TextOrEmpty("hash"u8),
        view.TextOrEmpty("callback_id"u8),
        view.TextOrEmpty("private_metadata"u8),
        ViewState.ReadFrom(view),
        view.IdOrNull("root_view_id"u8),
        view.IdOrNull("previous_view_id"u8));

    internal static SlackView? ReadFrom(JsonElement payload) => payload.ObjectOrNull("view"u8) is { } view ? Read(view) : null;
}
