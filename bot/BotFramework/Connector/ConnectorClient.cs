using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>
/// Talks to the Connector: sends, updates and deletes activities, creates conversations, reads members. Every method
/// checks the serviceUrl again, since it lay in a database, and throws <see cref="BotFrameworkException"/> for every
/// failure, classified. Pacing is the caller's.
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
/// <param name="http">Should come from <see cref="BotHttp.CreateHandler"/>: a redirect must not carry the token away.</param>
/// <param name="token">The bot's own token.</param>
/// <param name="allowed">Where requests may go.</param>
/// <param name="clock">For Retry-After dates; the machine's clock when null.</param>
public sealed class ConnectorClient(HttpClient http, AppToken token, ServiceUrls allowed, TimeProvider? clock = null)
{
    /// <summary>Teams gives no more members at once, and no fewer than 50 however few are asked for.</summary>
    public const int LargestPage = 500;

    readonly ConnectorCalls calls = new(http, token, clock ?? TimeProvider.System);

    /// <summary>Posts an activity (JSON of <see cref="ActivityBody"/>) into a conversation. Not idempotent.</summary>
    /// <returns>The new activity's id, null when the platform gave none.</returns>
    /// <exception cref="BotFrameworkException">The request failed, or the serviceUrl is not allowed.</exception>
    public async Task<string?> Send(string serviceUrl, string conversationId, ReadOnlyMemory<byte> activity, CancellationToken cancellation = default) =>
        Id(await calls.Call(HttpMethod.Post, Url(serviceUrl, "conversations", conversationId, "activities"), activity, cancellation).ConfigureAwait(false));

    /// <summary>Posts an activity as the answer to another one. Not idempotent.</summary>
    /// <inheritdoc cref="Send"/>
    public async Task<string?> Reply(
        string serviceUrl, string conversationId, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellation = default) =>
        Id(await calls.Call(HttpMethod.Post, Url(serviceUrl, "conversations", conversationId, "activities", activityId), activity, cancellation).ConfigureAwait(false));

    /// <summary>Replaces an activity that the bot sent. Idempotent.</summary>
    /// <exception cref="BotFrameworkException">The request failed, or the serviceUrl is not allowed.</exception>
    public Task Update(
        string serviceUrl, string conversationId, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellation = default) =>
        calls.Call(HttpMethod.Put, Url(serviceUrl, "conversations", conversationId, "activities", activityId), activity, cancellation);

    /// <summary>Takes an activity back that the bot sent. Idempotent, though the second time the platform may say 404.</summary>
    /// <exception cref="BotFrameworkException">The request failed, or the serviceUrl is not allowed.</exception>
    public Task Delete(string serviceUrl, string conversationId, string activityId, CancellationToken cancellation = default) =>
        calls.Call(HttpMethod.Delete, Url(serviceUrl, "conversations", conversationId, "activities", activityId), null, cancellation);

    /// <summary>Creates a conversation. For a personal chat that exists already, the platform gives that one.</summary>
    /// <exception cref="BotFrameworkException">The request failed, or the serviceUrl is not allowed.</exception>
    public async Task<ConversationResource> CreateConversation(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellation = default)
    {
        var answer = await calls.Call(HttpMethod.Post, Url(serviceUrl, "conversations"), parameters.ToJson(), cancellation).ConfigureAwait(false);
        return ConnectorAnswers.Read(answer, json => new ConversationResource(json.Required("id"), json.Text("activityId")));
    }

    /// <summary>One page of a conversation's members.</summary>
    /// <param name="pageSize">1 to <see cref="LargestPage"/>; Teams gives at least 50.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <exception cref="BotFrameworkException">The request failed, or the serviceUrl is not allowed.</exception>
    public async Task<PagedMembers> Members(
        string serviceUrl, string conversationId, int pageSize = LargestPage, string? continuationToken = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, LargestPage);
        var next = string.IsNullOrEmpty(continuationToken) ? "" : "&continuationToken=" + Uri.EscapeDataString(continuationToken);
        var url = new Uri(Url(serviceUrl, "conversations", conversationId, "pagedmembers"), $"?pageSize={pageSize}{next}");
        return ConnectorAnswers.Read(await calls.Call(HttpMethod.Get, url, null, cancellation).ConfigureAwait(false), ConnectorAnswers.Page);
    }

    /// <summary>One member of a conversation.</summary>
    /// <exception cref="BotFrameworkException">The request failed (404: not a member), or the serviceUrl is not allowed.</exception>
    public async Task<TeamsChannelAccount> Member(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellation = default)
    {
        var url = Url(serviceUrl, "conversations", conversationId, "members", memberId);
        return ConnectorAnswers.Read(await calls.Call(HttpMethod.Get, url, null, cancellation).ConfigureAwait(false), ConnectorAnswers.Account);
    }

    Uri Url(string serviceUrl, params ReadOnlySpan<string> segments)
    {
        if (!allowed.Allows(serviceUrl, out var root))
            throw new BotFrameworkException("ServiceUrlRefused", null, FailureClass.Final);
        var path = root.AbsoluteUri.TrimEnd('/') + "/v3";
        foreach (var segment in segments)
        {
            // Escaping leaves dots alone, and a segment of dots climbs out of the path.
            if (segment.Trim('.').Length == 0)
                throw new BotFrameworkException("IdRefused", null, FailureClass.Final);
            path += "/" + Uri.EscapeDataString(segment);
        }
        return new Uri(path);
    }

    static string? Id(byte[] answer) => ConnectorAnswers.TryObject(answer, out var json) && json.Field("id") is { ValueKind: JsonValueKind.String } id
        && id.GetString() is { Length: > 0 } text ? text : null;
}
