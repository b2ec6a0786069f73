using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.HrConsole.SigningIn;

namespace ServiceCulture.Bench.Consoles;

/// <summary>The built program as its own process, and a browser that is signed in to its console and opens pages as they come first: drawn by the server.</summary>
sealed class Browsing : IAsyncDisposable
{
    // One person may ask for 600 pages a minute.
    const int EachPerson = 300;

    readonly Process _bot;
    readonly string _folder;
    readonly HttpClient _http;
    readonly List<string> _cookies;
    int _asked;

    Browsing(Process bot, string folder, HttpClient http, List<string> cookies) => (_bot, _folder, _http, _cookies) = (bot, folder, http, cookies);

    public static async Task<Browsing> Start(Database database)
    {
        var cookies = await SignIn(database);
        var folder = Directory.CreateTempSubdirectory("console-bench-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceCulture.Bot.dll")]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Urls"] = address,
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__ServiceCulture"] = database.Connection,
            ["ConnectionStrings__Keys"] = $"Data Source={Path.Combine(folder, "keys.db")}",
            ["Privacy__MasterKey"] = Convert.ToBase64String(new byte[32]),
            ["Logging__LogLevel__Default"] = "Warning",
        })
            start.Environment[key] = value;
        var bot = Process.Start(start)!;
        bot.OutputDataReceived += (_, _) => { };
        bot.BeginOutputReadLine();
        var browsing = new Browsing(bot, folder, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) }, cookies);
        await browsing.UntilQuiet();
        return browsing;
    }

    /// <returns>The bytes of the page.</returns>
    /// <exception cref="InvalidOperationException">It was not the page that came.</exception>
    public async Task<int> Get(string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/console/{page}");
        request.Headers.Add("Cookie", _cookies[_asked++ / EachPerson % _cookies.Count]);
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode is HttpStatusCode.OK ? body.Length : throw new InvalidOperationException($"{page}: {answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _bot.Kill();
        await _bot.WaitForExitAsync();
        _bot.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Up, and done with what a start brings along: rosters to read, plans to make, words to learn.
    async Task UntilQuiet()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var ready = await _http.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
                if (ready.IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException) when (tries < 300 && !_bot.HasExited)
            {
            }
            await Task.Delay(200);
        }
        for (var seconds = 0; seconds < 120; seconds += 3)
        {
            _bot.Refresh();
            var before = _bot.TotalProcessorTime;
            await Task.Delay(3000);
            _bot.Refresh();
            if ((_bot.TotalProcessorTime - before).TotalMilliseconds < 150)
                return;
        }
    }

    // As the link does it: a row with the hash of what the browser keeps.
    static async Task<List<string>> SignIn(Database database)
    {
        await using var db = database.Store.Open();
        var cookies = new List<string>();
        foreach (var member in await db.Members.Where(member => member.Roles == Roles.Hr).Select(member => member.Id).ToListAsync())
        {
            var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            db.Add(new ConsoleSession { Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))), MemberId = member, From = DateTime.UtcNow, Until = DateTime.UtcNow.AddHours(8) });
            cookies.Add($"service-culture-console={secret}");
        }
        await db.SaveChangesAsync();
        return cookies;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
