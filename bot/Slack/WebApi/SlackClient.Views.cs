using System.Text.Json;

namespace ServiceCulture.Slack;

public sealed partial class SlackClient
{
    /// <summary>
    /// Opens a modal. <see href="https://docs.slack.dev/reference/methods/views.open"/>
    /// </summary>
    /// <param name="triggerId">From the interaction or command; good for one call within 3 s (expired_trigger_id, exchanged_trigger_id).</param>
    /// <param name="viewJson">The view as a JSON object in UTF-8.</param>
    public Task<ShownView> ViewsOpen(string token, string triggerId, ReadOnlyMemory<byte> viewJson, CancellationToken cancel) =>
        View("views.open", token, json => json.WriteString("trigger_id"u8, triggerId), viewJson, cancel);

    /// <summary>
    /// Lays a modal over the one that is open, up to three deep. <see href="https://docs.slack.dev/reference/methods/views.push"/>
    /// </summary>
    /// <inheritdoc cref="ViewsOpen" path="/param"/>
    public Task<ShownView> ViewsPush(string token, string triggerId, ReadOnlyMemory<byte> viewJson, CancellationToken cancel) =>
        View("views.push", token, json => json.WriteString("trigger_id"u8, triggerId), viewJson, cancel);

    /// <summary>
    /// Replaces an open view. <see href="https://docs.slack.dev/reference/methods/views.update"/>
    /// </summary>
    /// <param name="hash">Of the view this update was made for: fails with hash_conflict when it has changed since. Null replaces whatever is there.</param>
    /// <param name="viewJson">The view as a JSON object in UTF-8.</param>
    public Task<ShownView> ViewsUpdate(string token, string viewId, string? hash, ReadOnlyMemory<byte> viewJson, CancellationToken cancel) =>
        View("views.update", token, json =>
        {
            json.WriteString("view_id"u8, viewId);
            WriteHash(json, hash);
        }, viewJson, cancel);

    /// <summary>
    /// Replaces somebody's Home tab. <see href="https://docs.slack.dev/reference/methods/views.publish"/>
    /// </summary>
    /// <inheritdoc cref="ViewsUpdate" path="/param"/>
    public Task<ShownView> ViewsPublish(string token, string userId, string? hash, ReadOnlyMemory<byte> viewJson, CancellationToken cancel) =>
        View("views.publish", token, json =>
        {
            json.WriteString("user_id"u8, userId);
            WriteHash(json, hash);
        }, viewJson, cancel);

    Task<ShownView> View(string method, string token, Action<Utf8JsonWriter> write, ReadOnlyMemory<byte> viewJson, CancellationToken cancel) =>
        PostJson(method, token, json =>
        {
            write(json);
            json.WritePropertyName("view"u8);
            json.WriteRawValue(viewJson.Span);
        }, ShownView.Read, cancel);

    static void WriteHash(Utf8JsonWriter json, string? hash)
    {
        if (hash is not null) json.WriteString("hash"u8, hash);
    }
}
