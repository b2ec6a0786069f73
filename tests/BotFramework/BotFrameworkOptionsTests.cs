using System.Text;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class BotFrameworkOptionsTests
{
    [Theory]
    [InlineData("http://login.example.org/metadata", false)]
    [InlineData("ftp://127.0.0.1/metadata", false)]
    [InlineData("metadata", false)]
    [InlineData("https://user@login.example.org/", false)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    [InlineData("https://login.example.org/metadata", true)]
    [InlineData("http://127.0.0.1:14100/metadata", true)]
    [InlineData("http://localhost:14100/metadata", true)]
    [InlineData("http://[::1]:14100/metadata", true)]
    public void addresses_are_https_or_on_loopback(string url, bool fine)
    {
        Assert.Equal(fine, !new BotFrameworkOptions { MetadataUrl = url }.Problems().Any());
        Assert.Equal(fine, !new BotFrameworkOptions { TokenUrl = url }.Problems().Any());
    }

    [Fact]
    public void wrong_options_are_refused_at_start()
    {
        using var http = new HttpClient();
        Assert.Throws<ArgumentException>(() => new TokenVerification(new() { MetadataUrl = "http://x.example" }, http, TimeProvider.System));
        Assert.Throws<ArgumentException>(() => new AppToken(new() { AppId = "a", AppPassword = "b", TokenUrl = "http://x.example" }, http));
        Assert.Throws<ArgumentException>(() => new AppToken(new() { AppId = "a" }, http));
        Assert.Throws<ArgumentException>(() => new AppToken(new() { AppPassword = "b" }, http));
        Assert.NotEmpty(new BotFrameworkOptions { ManagedIdentity = true, AppPassword = "b" }.Problems());
        Assert.NotEmpty(new BotFrameworkOptions { Channels = new HashSet<string>() }.Problems());
        Assert.Empty(new BotFrameworkOptions().Problems());
    }

    [Fact]
    public void connections_carry_no_token_elsewhere()
    {
        using var handler = BotHttp.CreateHandler();
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseProxy);
        Assert.False(handler.UseCookies);
    }

    static readonly BotFrameworkOptions Playground = new() { ServiceHosts = ["127.0.0.1:56160", "127.0.0.1:56150", "localhost:56150"] };

    static VerifiedActivity? Accept(string file, BotFrameworkOptions options) =>
        AnonymousVerification.Accept(WireFiles.Teams(file), options);

    [Fact]
    public void without_a_token_channel_host_and_tenant_still_count()
    {
        Assert.NotNull(Accept("message-personal", Playground));
        Assert.Null(Accept("message-personal", Playground with { ServiceHosts = [] }));
        Assert.Null(Accept("message-personal-mention", Playground));
        Assert.NotNull(Accept("message-personal-mention", Playground with { Channels = new HashSet<string> { "agents" } }));
        Assert.Null(Accept("message", Playground with { Channels = new HashSet<string> { "webchat" } }));
    }

    [Fact]
    public void without_a_token_named_tenants_still_count()
    {
        Assert.Null(Accept("message-personal", Playground with { AllowedTenants = new HashSet<string> { "another" } }));
        Assert.NotNull(Accept("message-groupChat-mention", Playground with { AllowedTenants = new HashSet<string> { "11111111-1111-1111-1111-111111111111" } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void without_a_token_nonsense_is_refused(string body) =>
        Assert.Null(AnonymousVerification.Accept(Encoding.UTF8.GetBytes(body), Playground));
}
