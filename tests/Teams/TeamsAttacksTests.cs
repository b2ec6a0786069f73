using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Tests.BotFramework;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>Every forged token and every address that replies may not go to, over HTTP: refused, nothing stored, nothing sent.</summary>
[Trait("Database", "Both")]
public sealed class TeamsAttacksTests
{
    [Fact]
    public async Task no_forged_token_comes_in()
    {
        await using var talk = await Start();
        // The tokens are made for this address: each is wrong in one thing only.
        var body = talk.Message(Ann, "help").With("serviceUrl", ConnectorMint.ServiceUrl).Json.ToJsonString();
        var letIn = new List<string>();
        foreach (var (name, token) in ForgedTokensTests.Tokens.Select(one => (one.Key, (string?)one.Value.Forge(talk.Mint))).Append(("no token", null)))
            await Refused(talk, name, body, token, letIn);

        Assert.Empty(letIn);
        await NothingHappened(talk);
        Assert.Equal(HttpStatusCode.OK, (await talk.Post(body, talk.Mint.Good())).Status);
        Assert.NotEqual((0, 0, 0), await talk.Rows());
    }

    [Fact]
    public async Task no_address_that_is_not_allowed_comes_in_even_when_the_token_names_it()
    {
        await using var talk = await Start(settings: [.. ServiceUrlsTests.Extra.Select((host, at) => ($"BotFramework:ServiceHosts:{at + 1}", host))]);
        var letIn = new List<string>();
        foreach (var url in ServiceUrlsTests.Bad.Where(url => !url.Contains(talk.Teams.Host, StringComparison.Ordinal)))
            await Refused(talk, url, talk.Message(Ann, "help").With("serviceUrl", url).Json.ToJsonString(), talk.Mint.With(claims => claims["serviceurl"] = url), letIn);

        Assert.Empty(letIn);
        await NothingHappened(talk);
        await talk.Says(Ann, "help");
        Assert.Single(await talk.Received());
    }

    static async Task Refused(TeamsTalk talk, string what, string body, string? token, List<string> letIn)
    {
        var answer = await talk.Post(body, token);
        if ((answer.Status, answer.Body) is not (HttpStatusCode.Unauthorized, null))
            letIn.Add($"{what}: {answer.Status}");
    }

    static async Task NothingHappened(TeamsTalk talk)
    {
        Assert.Equal((0, 0, 0), await talk.Rows());
        Assert.Equal(0, await talk.Host.Read(async db => await db.Accounts.CountAsync() + await db.Members.CountAsync() + await db.Places.CountAsync() + await db.RosterRuns.CountAsync(run => run.Source != "")));
        Assert.Empty(await talk.Received());
    }
}
