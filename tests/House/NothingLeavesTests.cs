using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.House;

/// <summary>
/// PRIVACY 12, nothing leaves for a third party: every place that can open a connection, every address that stands in the
/// source and every package that is built in are counted here. Whoever adds one has to say here what it is for.
/// </summary>
public sealed partial class NothingLeavesTests
{
    // What makes connections, or is handed them.
    static readonly string[] WaysOut =
    [
        // Slack's Web API (Slack:ApiUrl), and the response_url of a request on Slack's own host.
        "bot/App/Channels/Slack/SlackServices.cs", "bot/Slack/WebApi/SlackClient.cs",
        // The Connector, its signing keys, and the tokens for it.
        "bot/App/Channels/Teams/TeamsServices.cs", "bot/BotFramework/BotHttp.cs", "bot/BotFramework/Connector/AppToken.cs", "bot/BotFramework/Connector/ConnectorCalls.cs",
        "bot/BotFramework/Connector/ConnectorClient.cs", "bot/BotFramework/Connector/TokenEndpoint.cs", "bot/BotFramework/Inbound/SigningKeys.cs", "bot/BotFramework/Inbound/TokenVerification.cs",
        // Counts and times of the operator's own collector, where the environment names one; no words of people are in them.
        "bot/App/Operating/Exporting.cs",
    ];

    static readonly string[] SpokenTo =
    [
        "slack.com", "hooks.slack.com",
        "login.botframework.com", "login.microsoftonline.com", "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "botframework.com",
        "login.botframework.azure.us", "login.microsoftonline.us", "smba.infra.gov.teams.microsoft.us",
    ];

    // Names of formats and issuers, and addresses that people are told.
    static readonly string[] OnlyNamed = ["www.w3.org", "adaptivecards.io", "api.botframework.com", "api.botframework.us", "api.slack.com", "findahelpline.com"];

    static readonly string[] Packages =
    [
        // Read and write the organisation's own database, and files.
        "CsvHelper", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "Quartz",
        // Drawn and served by the program itself.
        "Microsoft.AspNetCore.App.Internal.Assets", "Radzen.Blazor",
        // Over the connections that are counted above.
        "Microsoft.Identity.Client", "Microsoft.IdentityModel.JsonWebTokens", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol",
    ];

    static IEnumerable<Source> Shipped => new[] { ".cs", ".razor", ".js", ".html" }.SelectMany(end => Sources.Ending(end, "bot", "cards")).Where(source => !Unshipped().IsMatch(source.Path));

    [Fact]
    public void Connections_are_opened_in_the_places_that_are_named_here_and_nowhere_else() =>
        Assert.Equal(WaysOut.Order(StringComparer.Ordinal), Shipped.Where(source => WayOut().IsMatch(source.Code)).Select(source => source.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void No_address_stands_in_the_source_that_is_not_named_here() =>
        Assert.Equal(SpokenTo.Concat(OnlyNamed).Order(StringComparer.Ordinal), Shipped.SelectMany(source => Host().Matches(source.Code)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_package_is_built_in_that_is_not_named_here() =>
        Assert.Equal(Packages.Order(StringComparer.Ordinal), new[] { "bot/App/App.csproj", "bot/Slack/Slack.csproj", "bot/BotFramework/BotFramework.csproj", "cards/Cards.csproj" }
            .SelectMany(project => XDocument.Load(Path.Combine(Sources.Root, project)).Descendants("PackageReference")).Select(package => (string)package.Attribute("Include")!).Order(StringComparer.Ordinal));

    // Each cloud's hosts, and no others unless the operator names them (BotFramework:ServiceHosts).
    [Theory]
    [InlineData(BotCloud.Public)]
    [InlineData(BotCloud.UsGov)]
    public void The_bots_token_goes_to_the_hosts_of_its_own_cloud(BotCloud cloud)
    {
        var defaults = BotCloudDefaults.Of(cloud);
        string[] hosts = [.. defaults.ServiceHosts, .. defaults.ServiceDomains.Select(domain => domain.TrimStart('.')), new Uri(defaults.MetadataUrl).Host, new Uri(defaults.Login).Host];
        Assert.Empty(hosts.Except(SpokenTo));
        var allowed = new ServiceUrls([], cloud);
        Assert.All(defaults.ServiceHosts, host => Assert.True(allowed.Allows($"https://{host}/emea/", out _)));
        foreach (var elsewhere in new[] { "https://elsewhere.example/", "https://slack.com/api/", "https://login.microsoftonline.com/", "https://evil-smba.trafficmanager.net/" })
            Assert.False(allowed.Allows(elsewhere, out _), elsewhere);
    }

    // The pages' own scripts ask this server only; the policy in their headers holds browsers to it.
    [Fact]
    public void Scripts_ask_nobody_but_the_bot() =>
        Assert.Empty(Sources.Ending(".js", "bot").SelectMany(source => Asks().Matches(source.Code).Select(match => match.Groups[1].Value).Where(to => !to.StartsWith("'/", StringComparison.Ordinal) && !to.StartsWith("`/", StringComparison.Ordinal)).Select(to => (source.Path, to))));

    [GeneratedRegex(@"\b(HttpClient|IHttpClientFactory|AddHttpClient|HttpMessageInvoker|HttpMessageHandler|SocketsHttpHandler|HttpClientHandler|DelegatingHandler|HttpDocumentRetriever|HttpWebRequest|WebRequest|WebClient|TcpClient|UdpClient|Socket|NetworkStream|SslStream|ClientWebSocket|QuicConnection|NamedPipeClientStream|SmtpClient|Ping|Dns|GrpcChannel|HubConnectionBuilder|AddOtlpExporter|Process\.Start)\b")]
    private static partial Regex WayOut();

    [GeneratedRegex("^(bot/EfDesign|cards/Approved)/")]
    private static partial Regex Unshipped();

    // Names under .example and .invalid lead nowhere.
    [GeneratedRegex(@"(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|us|ai|dev|cloud|app|eu|de|co|tech)\b(?![\w(-])")]
    private static partial Regex Host();

    [GeneratedRegex(@"\b(?:fetch|EventSource|WebSocket|sendBeacon|import|importScripts|Worker|XMLHttpRequest)\(([^)]*)")]
    private static partial Regex Asks();
}
