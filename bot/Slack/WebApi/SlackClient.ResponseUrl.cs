namespace ServiceCulture.Slack;

public sealed partial class SlackClient
{
    const string Hooks = "hooks.slack.com";

    /// <summary>
    /// Answers a command or interaction later, without a token. Good for 5 answers within 30 minutes.
    /// <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>
    /// </summary>
    /// <param name="responseUrl">From the request. Anything that is not Slack's own is refused with response_url_refused, and nothing is sent.</param>
    /// <param name="bodyJson">A JSON object in UTF-8: text, blocks, response_type, replace_original, delete_original.</param>
    /// <exception cref="SlackApiException">used_url and expired_url are final: post a normal message instead.</exception>
    public async Task PostToResponseUrl(Uri responseUrl, ReadOnlyMemory<byte> bodyJson, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(responseUrl);
        const string method = "response_url";
        if (!MayPostTo(responseUrl)) throw new SlackApiException(method, "response_url_refused", FailureClass.Final);

        using var content = new ReadOnlyMemoryContent(bodyJson) { Headers = { ContentType = JsonType } };
        using var request = new HttpRequestMessage(HttpMethod.Post, responseUrl) { Content = content };
        var (response, body) = await Send(method, request, cancel);
        using (response) Answer.Check(method, response, body);
    }

    /// <summary>
    /// Whether an address is one of Slack's: https on hooks.slack.com, or the server the API is on. It lies in the database
    /// between the request and the answer, so it is checked each time.
    /// </summary>
    bool MayPostTo(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0 || !IsSecure(url)) return false;
        if (url.IsLoopback) return _apiUrl.IsLoopback;
        return (url.IdnHost == Hooks && url.IsDefaultPort) || (url.IdnHost == _apiUrl.IdnHost && url.Port == _apiUrl.Port);
    }
}
