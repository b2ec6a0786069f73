using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// Slack's Web API, as far as the bot uses it. Each call takes the bot token (xoxb-…) of the installation it is for, makes one
/// request and never repeats it: whether to repeat is told by <see cref="SlackApiException.Class"/>. Any failure is a
/// <see cref="SlackApiException"/>; a cancelled call may or may not have reached Slack. Safe for use by many threads.
/// <see href="https://docs.slack.dev/apis/web-api"/>
/// </summary>
public sealed partial class SlackClient
{
    // Slack reads JSON, not HTML: escaping every umlaut would only make bodies longer.
    static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    readonly HttpClient _http;
    readonly Uri _apiUrl;

    /// <param name="http">Over a handler that follows no redirects, such as <see cref="Handler"/>: a redirect would carry the token or the message elsewhere. Its Timeout holds for each call.</param>
    /// <param name="apiUrl">https://slack.com/api/, or a test server; http only on this machine.</param>
    /// <exception cref="ArgumentException">The address is relative, or would send tokens in the clear.</exception>
    public SlackClient(HttpClient http, Uri apiUrl)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(apiUrl);
        if (!apiUrl.IsAbsoluteUri || !IsSecure(apiUrl))
            throw new ArgumentException("Slack's API address must be an https:// address (http:// only for this machine).", nameof(apiUrl));
        _http = http;
        _apiUrl = apiUrl.AbsolutePath.EndsWith('/') ? apiUrl : new Uri(apiUrl.AbsoluteUri + "/");
    }

    /// <summary>A handler fit for this client: no redirects, no cookies, connections renewed every 5 minutes so that DNS changes are seen.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    static bool IsSecure(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);

    Task<T> PostJson<T>(string method, string token, Action<Utf8JsonWriter> write, Func<JsonElement, T> read, CancellationToken cancel) =>
        Call(method, token, Json(write), read, cancel);

    /// <summary>For the methods that take no JSON. Fields without a value are left out.</summary>
    Task<T> PostForm<T>(string method, string token, IEnumerable<(string Name, string? Value)> fields, Func<JsonElement, T> read, CancellationToken cancel)
    {
        var given = fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value));
        return Call(method, token, new FormUrlEncodedContent(given), read, cancel);
    }

    static ReadOnlyMemoryContent Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return new ReadOnlyMemoryContent(buffer.WrittenMemory) { Headers = { ContentType = JsonType } };
    }

    async Task<T> Call<T>(string method, string token, HttpContent content, Func<JsonElement, T> read, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_apiUrl, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (response, body) = await Send(method, request, cancel);
        using (response) return Answer.Read(method, response, body, read);
    }

    async Task<(HttpResponseMessage Response, byte[] Body)> Send(string method, HttpRequestMessage request, CancellationToken cancel)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            return (response, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            response?.Dispose();
            throw Failures.From(method, broken);
        }
    }
}
