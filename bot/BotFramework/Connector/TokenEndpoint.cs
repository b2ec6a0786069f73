using Microsoft.Identity.Client;

namespace ServiceCulture.BotFramework;

/// <summary>Gives MSAL our HTTP client: its own would follow proxies and redirects.</summary>
sealed class TokenHttp(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}

/// <summary>Sends what is meant for the token endpoint to the address in the settings, everything else where it was going.</summary>
sealed class TokenEndpoint(HttpClient http, Uri tokenUrl) : HttpMessageHandler
{
    const string TokenPath = "/oauth2/v2.0/token";

    public static HttpClient Redirecting(HttpClient http, Uri tokenUrl) => new(new TokenEndpoint(http, tokenUrl));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var here = request.RequestUri!.AbsolutePath.EndsWith(TokenPath, StringComparison.Ordinal) ? tokenUrl : request.RequestUri;
        using var sent = new HttpRequestMessage(request.Method, here) { Content = request.Content };
        foreach (var (name, values) in request.Headers)
            sent.Headers.TryAddWithoutValidation(name, values);
        var answer = await http.SendAsync(sent, cancellationToken).ConfigureAwait(false);
        // The content belongs to the caller's request, which disposes of it.
        sent.Content = null;
        return answer;
    }
}
