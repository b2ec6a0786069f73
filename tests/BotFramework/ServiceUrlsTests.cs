using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class ServiceUrlsTests
{
    internal static readonly string[] Extra = ["bots.example.org", "connector.example.org:8443", "127.0.0.1:56150", "localhost"];
    static readonly ServiceUrls Public = new(Extra, BotCloud.Public);

    static readonly string[] Good =
    [
        "https://smba.trafficmanager.net",
        "https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/amer",
        "https://smba.trafficmanager.net/apac/11111111-1111-1111-1111-111111111111/",
        "https://smba.trafficmanager.net:443/teams/",
        "HTTPS://SMBA.TRAFFICMANAGER.NET/teams/",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://webchat.botframework.com/",
        "https://europe.webchat.botframework.com/",
        "https://directline.botframework.com/v3_x/~a",
        "https://slack.BotFramework.com",
        "https://bots.example.org/any/path",
        "https://bots.example.org:443/",
        "https://connector.example.org:8443/",
        "http://127.0.0.1:56150/_connector",
        "https://127.0.0.1:56150/_connector",
        "http://localhost/",
        "https://localhost/",
        "http://localhost:80/",
    ];

    internal static readonly string[] Bad =
    [
        "", " ", "/", "//smba.trafficmanager.net/", "smba.trafficmanager.net", "https://", "https:///", "https:/smba.trafficmanager.net/",
        "https:smba.trafficmanager.net", "http://smba.trafficmanager.net/", "ftp://smba.trafficmanager.net/", "file:///etc/passwd",
        "javascript:alert(1)", "ws://smba.trafficmanager.net/", "https+unix://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:80/", "https://smba.trafficmanager.net:8443/", "https://smba.trafficmanager.net:0443/",
        "https://smba.trafficmanager.net:/", "https://smba.trafficmanager.net:443443/", "https://smba.trafficmanager.net:-1/",
        "http://smba.trafficmanager.net:443/", "https://smba.trafficmanager.net:443:443/",
        "https://trafficmanager.net/", "https://evil.trafficmanager.net/", "https://smba.evil.trafficmanager.net/",
        "https://xsmba.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/", "https://smba-trafficmanager.net/",
        "https://smba.trafficmanager.net./", "https://.smba.trafficmanager.net/", "https://smba..trafficmanager.net/",
        "https://botframework.com/", "https://evilbotframework.com/", "https://evil-botframework.com/", "https://.botframework.com/",
        "https://webchat.botframework.com.evil.example/", "https://webchat.botframework.com:444/", "https://webchat..botframework.com/",
        "https://-.botframework.com/", "https://a-.botframework.com/", "https://webchat.botframework.co/", "https://webchat.botframework.com.",
        "https://smba.infra.gov.teams.microsoft.us/", "https://teams.microsoft.com/", "https://infra.gcc.teams.microsoft.com/",
        "https://user@smba.trafficmanager.net/", "https://user:pass@smba.trafficmanager.net/", "https://@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/", "https://smba.trafficmanager.net:443@evil.example/",
        "https://evil.example/?smba.trafficmanager.net", "https://evil.example#smba.trafficmanager.net", "https://evil.example/smba.trafficmanager.net",
        "https://evil.example\\@smba.trafficmanager.net/", "https:\\\\smba.trafficmanager.net\\", "https://smba.trafficmanager.net\\.evil.example/",
        "https://smba.trafficmanager.net/\\..", "https://smba.trafficmanager.net/?a=b", "https://smba.trafficmanager.net/?",
        "https://smba.trafficmanager.net?x", "https://smba.trafficmanager.net/#f", "https://smba.trafficmanager.net#",
        "https://smba.trafficmanager.net/..", "https://smba.trafficmanager.net/../", "https://smba.trafficmanager.net/a/../../b",
        "https://smba.trafficmanager.net/./", "https://smba.trafficmanager.net//", "https://smba.trafficmanager.net//evil.example/",
        "https://smba.trafficmanager.net/%2e%2e/", "https://smba.trafficmanager.net/%0d%0aHost:x", "https://smba%2etrafficmanager.net/",
        "https://%73mba.trafficmanager.net/", "https://smba.trafficmanager.net%00.evil.example/", "https://smba.trafficmanager.net/;x", "https://smba.trafficmanager.net/a b",
        "https://smba.trafficmanager.net/\n", "https://smba.trafficmanager.net\n", "\nhttps://smba.trafficmanager.net/", " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/ ", "https://smba.traffic\tmanager.net/", "https://smba.trafficmanager.net/\0", "https://smba.trafficmanager.net\0/",
        "https://smba.trafficmanager.net\u3002evil.example/", "https://smba\u3002trafficmanager.net/", "https://smba.traffi\u0441manager.net/",
        "https://smba.trafficmanager.net\uff0fevil.example/", "https://\u017fmba.trafficmanager.net/", "https://smba.trafficmana\u00adger.net/", "https://xn--smba-9za.trafficmanager.net/",
        "https://xn--a.botframework.com/", "https://127.0.0.1/", "http://127.0.0.1/", "http://127.0.0.1:56151/", "http://127.1:56150/", "http://2130706433:56150/",
        "http://0x7f.0.0.1:56150/", "http://017700000001:56150/", "http://127.0.0.1.:56150/", "http://127.0.0.1:56150@evil.example/", "https://[::1]/", "http://[::1]:56150/",
        "https://[::ffff:127.0.0.1]:56150/", "https://169.254.169.254/", "http://169.254.169.254/latest/", "https://0.0.0.0/", "https://10.0.0.1/",
        "http://localhost:8080/", "https://localhost:8080/", "http://localhost./", "http://localhost.evil.example/", "http://bots.example.org/",
        "http://bots.example.org:443/", "https://bots.example.org:8443/", "https://x.bots.example.org/", "https://connector.example.org/", "http://connector.example.org:8443/",
    ];

    public static TheoryData<string> GoodUrls => [.. Good];

    public static TheoryData<string> BadUrls => [.. Bad];

    [Fact]
    public void there_are_a_hundred() => Assert.True(Good.Length + Bad.Length >= 100);

    [Theory]
    [MemberData(nameof(GoodUrls))]
    public void replies_may_go_there(string url)
    {
        Assert.True(Public.Allows(url, out var uri));
        Assert.NotNull(uri);
    }

    [Theory]
    [MemberData(nameof(BadUrls))]
    public void replies_may_not_go_there(string url)
    {
        Assert.False(Public.Allows(url, out var uri));
        Assert.Null(uri);
    }

    [Fact]
    public void nothing_and_endless_urls_are_refused_quickly()
    {
        Assert.False(Public.Allows(null, out _));
        Assert.False(Public.Allows("https://smba.trafficmanager.net/" + new string('a', 2_000), out _));
        Assert.False(Public.Allows("https://" + string.Concat(Enumerable.Repeat("a-", 500)) + "!", out _));
    }

    [Theory]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://webchat.botframework.com/", false)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", false)]
    public void each_cloud_has_its_own_hosts(string url, bool allowed) =>
        Assert.Equal(allowed, new ServiceUrls([], BotCloud.UsGov).Allows(url, out _));

    [Theory]
    [InlineData("")]
    [InlineData("https://host")]
    [InlineData("host/path")]
    [InlineData("*.example.org")]
    [InlineData("host:0")]
    [InlineData("host:99999")]
    [InlineData("user@host")]
    [InlineData("host ")]
    [InlineData("[::1]:80")]
    public void an_extra_host_is_a_host_and_perhaps_a_port(string host)
    {
        Assert.Throws<ArgumentException>(() => new ServiceUrls([host], BotCloud.Public));
        Assert.Contains(new BotFrameworkOptions { ServiceHosts = [host] }.Problems(), problem => problem.StartsWith("ServiceHosts", StringComparison.Ordinal));
    }
}
