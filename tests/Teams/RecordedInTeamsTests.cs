using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServiceCulture.Tests.BotFramework;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Teams;

/// <summary>
/// Every request recorded from a real client, authorised afresh: what it is answered and what the Connector then gets,
/// as a reviewer has seen it.
/// </summary>
[Trait("Database", "Both")]
public sealed partial class RecordedInTeamsTests
{
    public static TheoryData<string> Names => [.. WireFiles.AllTeams()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task is_answered_as_approved(string name)
    {
        await using var talk = await TeamsTalk.Start();

        var answer = await talk.Post(new Made(Ours(name, talk)));
        var received = await talk.Received();

        Approved.Matches("tests/Teams/Approved", name, "json", Stable(new JsonObject
        {
            ["status"] = (int)answer.Status,
            ["body"] = answer.Body,
            ["connector"] = new JsonArray([.. received.Select(call => new JsonObject { ["method"] = call.Method, ["path"] = call.Path, ["body"] = call.Body?.DeepClone() })]),
        }.ToJsonString()));
    }

    // Recorded in other tenants and behind other addresses; all else stays as it came.
    static JsonObject Ours(string name, TeamsTalk talk)
    {
        var activity = JsonNode.Parse(WireFiles.Teams(name))!.AsObject();
        activity["serviceUrl"] = talk.Teams.ServiceUrl;
        activity["conversation"]!["tenantId"] = ConnectorMint.Tenant;
        if (activity["channelData"]?["tenant"] is JsonObject tenant)
            tenant["id"] = ConnectorMint.Tenant;
        return activity;
    }

    static string Stable(string json) => Ids().Replace(Tickets().Replace(json, "\"ticket\":\"(sealed)\""), "(id)");

    [GeneratedRegex("\"ticket\":\"[^\"]*\"")]
    private static partial Regex Tickets();

    // What this run made: its ids have the run's own time in front.
    [GeneratedRegex("0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
