using System.Net;
using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>What a browser does with the console: keeps cookies, sends forms with what stands in them, follows nothing by itself.</summary>
sealed partial class Browser(HttpClient client)
{
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>As it came, of the last answer.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public async Task<Page> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Local(path));
        return await Send(request, headers);
    }

    /// <summary>Presses the button of a page's form.</summary>
    public Task<Page> Press(Page page, string? to = null, params (string Name, string Value)[] headers) => Post(to ?? "/console/" + Action().Match(page.Body).Groups[1].Value, Token().Match(page.Body).Groups[1].Value, headers);

    public async Task<Page> Post(string path, string token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Local(path)) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]) };
        return await Send(request, headers);
    }

    async Task<Page> Send(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in SetCookies)
            Keep(cookie);
        return new Page(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString, answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    void Keep(string cookie)
    {
        var (name, value) = (cookie.Split('=', 2)[0], cookie.Split('=', 2)[1].Split(';')[0]);
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    static Uri Local(string path) => new(path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path).PathAndQuery : path, UriKind.Relative);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"")]
    private static partial Regex Action();
}

sealed record Page(HttpStatusCode Status, string Body, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public bool LeadsToSignIn => Status is HttpStatusCode.Redirect && Location is "/console/sign-in" or "/console/sign-in?over";
}
