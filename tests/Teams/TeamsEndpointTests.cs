using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Tests.BotFramework;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>What the endpoint lets in, and what becomes of the rest.</summary>
[Trait("Database", "Both")]
public sealed class TeamsEndpointTests
{
    const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("channelId", "webchat", HttpStatusCode.Unauthorized)]
    [InlineData("serviceUrl", "https://evil.example/", HttpStatusCode.Unauthorized)]
    [InlineData("type", null, HttpStatusCode.BadRequest)]
    [InlineData("from", "somebody", HttpStatusCode.BadRequest)]
    [InlineData("id", null, HttpStatusCode.BadRequest)]
    [InlineData("type", "typing", HttpStatusCode.OK)]
    [InlineData("type", "somethingNew", HttpStatusCode.OK)]
    public async Task what_is_not_for_us_is_dropped(string field, string? value, HttpStatusCode status)
    {
        await using var talk = await Start();

        Assert.Equal(status, (await talk.Post(talk.Message(Ann, "help").With(field, value))).Status);
        Assert.Equal((0, 0, 0), await talk.Rows());
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task an_address_that_is_not_allowed_gets_no_token_even_when_the_token_names_it()
    {
        await using var talk = await Start();
        var body = talk.Message(Ann, "help").With("serviceUrl", "https://evil.example/").Json.ToJsonString();

        Assert.Equal(HttpStatusCode.Unauthorized, (await talk.Post(body, talk.Mint.With(claims => claims["serviceurl"] = "https://evil.example/"))).Status);
        Assert.Equal((0, 0, 0), await talk.Rows());
    }

    [Fact]
    public async Task another_tenant_is_refused()
    {
        await using var talk = await Start();
        var body = talk.Message(Ann, "help").Json.ToJsonString().Replace(ConnectorMint.Tenant, "99999999-1111-1111-1111-111111111111", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await talk.Post(body, talk.Mint.With(claims => claims["serviceurl"] = talk.Teams.ServiceUrl))).Status);
        Assert.Equal((0, 0, 0), await talk.Rows());
    }

    [Theory]
    [InlineData(Megabyte, false, HttpStatusCode.Unauthorized)]
    [InlineData(Megabyte, true, HttpStatusCode.Unauthorized)]
    [InlineData(Megabyte + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(Megabyte + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task a_body_may_have_one_megabyte(int length, bool chunked, HttpStatusCode status)
    {
        await using var talk = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(new byte[length]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await talk.Host.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("kudos")]
    [InlineData("something else")]
    public async Task a_second_delivery_has_no_second_effect(string words)
    {
        await using var talk = await Start();
        var message = talk.Message(Ann, words);

        await Task.WhenAll(talk.Post(message), talk.Post(message));
        Assert.Equal(HttpStatusCode.OK, (await talk.Post(message)).Status);

        Assert.Single(await talk.Received());
        Assert.Equal(1, (await talk.Rows()).Seen);
    }

    [Fact]
    public async Task a_button_of_nobody_is_refused_in_words()
    {
        await using var talk = await Start();
        await talk.Says(Ann, "help");
        var ours = (await talk.Received())[0].Card["actions"]![0]!["data"]!["ticket"]!.GetValue<string>();

        foreach (var (verb, ticket) in new[] { ("kudos.open", "forged"), ("kudos.undo", ours), ("kudos.open", ours[..^2] + "AA") })
        {
            var data = new JsonObject { ["verb"] = verb, ["ticket"] = ticket };
            var pressed = await talk.Invoke(Ann, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() } });
            Assert.Contains("no longer valid", pressed.Words, StringComparison.Ordinal);
            var dialog = await talk.Invoke(Ann, "task/fetch", new JsonObject { ["data"] = data });
            Assert.Contains("no longer valid", dialog.Task["value"]!.GetValue<string>(), StringComparison.Ordinal);
        }
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task while_the_database_is_away_a_message_comes_again_and_a_button_says_so()
    {
        await using var talk = await Start();
        await talk.Says(Ann, "kudos");
        var form = (await talk.Received())[0].Card;
        await talk.Says(Ann, "<at>Culture</at> kudos", Group);
        var dialog = (await talk.Press(Ann, (await talk.Received())[0].Card, "Give kudos", conversation: Group)).Dialog;
        var before = await talk.Rows();
        talk.Host.Store.IsFull = true;
        var inputs = new JsonObject { ["people"] = "", ["words"] = "Words that took me a while to find." };

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await talk.Says(Ann, "help")).Status);
        talk.Host.Store.IsAway = true;
        Assert.Contains("nothing was saved", (await talk.Press(Ann, form, "Send", inputs)).Words, StringComparison.Ordinal);
        var kept = await talk.Press(Ann, dialog, "Send", inputs, Group);
        Assert.Contains("nothing was saved", kept.Dialog.ToJsonString(), StringComparison.Ordinal);

        (talk.Host.Store.IsFull, talk.Host.Store.IsAway) = (false, false);
        Assert.Equal(before, await talk.Rows());
        var again = await talk.Press(Ann, kept.Dialog, "Try again", conversation: Group);
        Assert.Contains("Words that took me a while to find.", again.Dialog.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task nothing_that_people_said_is_in_the_log()
    {
        await using var talk = await Start();
        await talk.Meet();
        await talk.Post(talk.Message(Ann, "kudos <at>Bella Brook</at> stayed with a furious caller until it was solved", null, Bella));
        await talk.Post(talk.Message(Ann, "a secret remark").Json.ToJsonString(), "a.forged.token");
        await talk.Post("{\"words\":\"a broken secret\"", talk.Mint.With(claims => claims["serviceurl"] = talk.Teams.ServiceUrl));
        await talk.Received();

        Assert.NotEmpty(talk.Log.Lines);
        Assert.DoesNotContain(talk.Log.Lines, line => line.Contains("furious", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal) || line.Contains("forged.token", StringComparison.Ordinal) || line.Contains("Bella", StringComparison.Ordinal));
    }

    [Fact]
    public async Task without_tokens_only_in_development_and_only_from_this_machine()
    {
        (string, string)[] settings = [("BotFramework:AppId", ""), ("BotFramework:AppPassword", ""), ("BotFramework:TenantId", ""), ("BotFramework:DangerouslyAllowUnauthenticated", "true"), ("Local:Enabled", "false")];
        await using var talk = await Start("Development", null, settings);
        talk.Teams.Anonymous = true;

        Assert.Equal(HttpStatusCode.OK, (await talk.Post(talk.Message(Ann, "help").Json.ToJsonString(), null)).Status);
        Assert.Single(await talk.Received());
        Assert.Contains(talk.Log.Lines, line => line.Contains("DangerouslyAllowUnauthenticated is on", StringComparison.Ordinal));

        foreach (var header in new[] { "X-Forwarded-For", "Origin", "Forwarded", "Authorization" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(talk.Message(Ann, "help").Json.ToJsonString(), Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation(header, "https://elsewhere.example");
            using var refused = await talk.Host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task without_an_app_id_there_is_no_endpoint()
    {
        await using var talk = await Start("Testing", null, ("BotFramework:AppId", ""), ("BotFramework:AppPassword", ""));

        Assert.Equal(HttpStatusCode.NotFound, (await talk.Says(Ann, "help")).Status);
    }
}
