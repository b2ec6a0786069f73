using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Tests.BotFramework;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Teams;

/// <summary>Somebody of the tenant.</summary>
sealed record Colleague(string Key, string Name)
{
    public string Id => $"29:{Key}";

    public string DirectoryId => $"33333333-0000-0000-0000-{Key.Length:000000000000}";

    public JsonObject Account => new() { ["id"] = Id, ["name"] = Name, ["aadObjectId"] = DirectoryId };

    public JsonObject Member => new() { ["id"] = Id, ["name"] = Name, ["objectId"] = DirectoryId, ["email"] = $"{Key}@example.org", ["tenantId"] = ConnectorMint.Tenant, ["userRole"] = "user" };
}

/// <summary>What a request got.</summary>
sealed record Answer(HttpStatusCode Status, JsonObject? Body)
{
    public JsonObject Card => Body!["value"]!.AsObject();

    public string Words => Body!["value"]!.GetValue<string>();

    public JsonObject Task => Body!["task"]!.AsObject();

    public JsonObject Dialog => Task["value"]!["card"]!["content"]!.AsObject();
}

/// <summary>The bot in a tenant of three people, spoken to as Teams does: over HTTP, with a token.</summary>
sealed class TeamsTalk : IAsyncDisposable
{
    public const string BotId = "28:" + ConnectorMint.AppId, Team = "19:team@thread.tacv2", Group = "19:group@thread.v2", ChannelThread = Team + ";messageid=1700000000001";

    public static readonly Colleague Ann = new("ann", "Ann Ashby"), Bella = new("bella", "Bella Brook"), Carlos = new("carlos", "Carlos Cole");

    int _activities;

    TeamsTalk(FakeTeams teams, ConnectorMint mint, BotHost host, RememberedLog log) => (Teams, Mint, Host, Log) = (teams, mint, host, log);

    public FakeTeams Teams { get; }

    public ConnectorMint Mint { get; }

    public BotHost Host { get; }

    public RememberedLog Log { get; }

    public static async Task<TeamsTalk> Start(string environment = "Testing", Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var mint = new ConnectorMint();
        var teams = await FakeTeams.Start(mint);
        mint.Clock.Now = BotHost.Start;
        var all = new Dictionary<string, string>
        {
            ["BotFramework:AppId"] = ConnectorMint.AppId,
            ["BotFramework:AppPassword"] = "not-a-real-one",
            ["BotFramework:TenantId"] = ConnectorMint.Tenant,
            ["BotFramework:MetadataUrl"] = $"{teams.Root}/openidconfiguration",
            ["BotFramework:TokenUrl"] = $"{teams.Root}/token",
            ["BotFramework:ServiceHosts:0"] = teams.Host,
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var log = new RememberedLog();
        return new TeamsTalk(teams, mint, await BotHost.Open(all, services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            change?.Invoke(services);
        }, environment), log);
    }

    /// <summary>The bot is put into the team, and has read who is in it.</summary>
    public async Task Meet()
    {
        Teams.Members[Team] = new JsonArray(Ann.Member, Bella.Member, Carlos.Member);
        await Post(Activity("installationUpdate", Ann, Team).With("action", "add"));
        await ReadPeople();
        Teams.Forget();
    }

    /// <summary>Reads the lists of people that are due.</summary>
    public async Task ReadPeople()
    {
        var roster = ActivatorUtilities.CreateInstance<Roster>(Host.Services, NullLogger<Roster>.Instance);
        while (await roster.ReadDue(default))
        {
        }
    }

    /// <summary>An activity; a conversation that begins with a: is a person's own.</summary>
    public Made Activity(string type, Colleague who, string? conversation = null)
    {
        var id = conversation ?? $"a:{who.Id}";
        var kind = id.StartsWith("a:", StringComparison.Ordinal) ? "personal" : id.Contains("tacv2", StringComparison.Ordinal) ? "channel" : "groupChat";
        return new Made(new JsonObject
        {
            ["type"] = type,
            ["id"] = $"activity-{++_activities}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = Teams.ServiceUrl,
            ["from"] = who.Account,
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Culture" },
            ["conversation"] = new JsonObject { ["id"] = id, ["conversationType"] = kind, ["isGroup"] = kind != "personal", ["tenantId"] = ConnectorMint.Tenant },
            ["channelData"] = kind == "channel"
                ? new JsonObject { ["tenant"] = new JsonObject { ["id"] = ConnectorMint.Tenant }, ["team"] = new JsonObject { ["id"] = Team, ["name"] = "Care" } }
                : new JsonObject { ["tenant"] = new JsonObject { ["id"] = ConnectorMint.Tenant } },
            ["locale"] = "en-US",
        });
    }

    public Task<Answer> Says(Colleague who, string text, string? conversation = null) => Post(Message(who, text, conversation));

    public Made Message(Colleague who, string text, string? conversation = null, params Colleague[] mentioned) => Activity("message", who, conversation)
        .With("text", text)
        .With("entities", new JsonArray([.. mentioned.Select(one => Mention(one.Id, one.Name)), Mention(BotId, "Culture")]));

    public Task<Answer> Invoke(Colleague who, string name, JsonNode value, string? conversation = null) =>
        Post(Activity("invoke", who, conversation).With("name", name).With("value", value));

    /// <summary>Presses a card's button, with what is filled in.</summary>
    public Task<Answer> Press(Colleague who, JsonObject card, string title, JsonObject? inputs = null, string? conversation = null)
    {
        var action = Button(card, title);
        var data = Merged(action["data"]!.AsObject(), inputs);
        return action["type"]!.GetValue<string>() == "Action.Execute"
            ? Invoke(who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = action["verb"]!.DeepClone(), ["data"] = data } }, conversation)
            : Invoke(who, action["data"]!["msteams"] is null ? "task/submit" : "task/fetch", new JsonObject { ["data"] = data }, conversation);
    }

    /// <summary>At the card's foot, or in a row of its body.</summary>
    public static JsonObject Button(JsonObject card, string title) => (card["actions"]?.AsArray() ?? [])
        .Concat((card["body"]?.AsArray() ?? []).Where(element => (string?)element!["type"] == "ActionSet").SelectMany(row => row!["actions"]!.AsArray()))
        .Single(action => action!["title"]!.GetValue<string>() == title)!.AsObject();

    public static JsonObject Merged(JsonObject data, JsonObject? inputs)
    {
        var merged = data.DeepClone().AsObject();
        foreach (var (field, value) in inputs ?? [])
            merged[field] = value?.DeepClone();
        return merged;
    }

    public Task<Answer> Post(Made activity) => Post(activity.Json.ToJsonString(), Mint.With(claims => claims["serviceurl"] = Teams.ServiceUrl));

    public async Task<Answer> Post(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await Host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());
    }

    /// <summary>How many rows there are of what a turn writes.</summary>
    public Task<(int Kudos, int Messages, int Seen)> Rows() =>
        Host.Read(async db => (await db.Kudos.CountAsync(), await db.Messages.CountAsync(), await db.Seen.CountAsync()));

    /// <summary>All that waits goes out; what the Connector then received, oldest first.</summary>
    public async Task<IReadOnlyList<Call>> Received()
    {
        await Host.Deliver();
        var calls = Teams.Calls;
        Teams.Forget();
        return calls;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Teams.DisposeAsync();
    }

    static JsonObject Mention(string id, string name) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = $"<at>{name}</at>",
    };
}

/// <summary>An activity being made.</summary>
sealed class Made(JsonObject json)
{
    public JsonObject Json => json;

    public Made With(string field, JsonNode? value)
    {
        json[field] = value;
        return this;
    }
}
