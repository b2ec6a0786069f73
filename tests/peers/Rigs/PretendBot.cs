using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>The least that can talk to the Playground, to try the rigs on: a form, a replaced card, a message to somebody else.</summary>
sealed class PretendBot : IAsyncDisposable
{
    public const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"Thank somebody","weight":"bolder"},
          {"type":"Input.ChoiceSet","id":"to","label":"Whom","isRequired":true,"errorMessage":"Pick somebody.","style":"filtered",
           "choices":[{"title":"Bela Sample","value":"m2"},{"title":"Cleo Fixture","value":"m3"}],
           "choices.data":{"type":"Data.Query","dataset":"members"}},
          {"type":"Input.ChoiceSet","id":"plain","label":"Filtered","style":"filtered","isMultiSelect":true,
           "choices":[{"title":"Red","value":"r"},{"title":"Green","value":"g"},{"title":"Blue","value":"b"}]},
          {"type":"Input.ChoiceSet","id":"values","label":"Values","isMultiSelect":true,"style":"expanded",
           "choices":[{"title":"Patience","value":"patience"},{"title":"Empathy","value":"empathy"}]},
          {"type":"Input.ChoiceSet","id":"who","label":"Who sees it","value":"all",
           "choices":[{"title":"Everybody","value":"all"},{"title":"Only them","value":"them"}]},
          {"type":"Input.Text","id":"words","label":"What did they do?","isMultiline":true,"isRequired":true,"errorMessage":"Say what."},
          {"type":"Input.Text","id":"empty","label":"Left empty"},
          {"type":"Input.Toggle","id":"customer","title":"A customer thanked them"}],
         "actions":[{"type":"Action.Execute","title":"Send","verb":"try.send","data":{"ticket":"t-1"}},
                    {"type":"Action.Execute","title":"Ask","verb":"try.ask","associatedInputs":"none"}]}
        """;

    readonly WebApplication app;
    readonly HttpClient http = new();
    readonly ConcurrentQueue<JsonNode> received = new();

    public Uri Messages { get; }
    public IReadOnlyList<JsonNode> Received => [.. received];

    PretendBot(WebApplication app, Uri address) => (this.app, Messages) = (app, new(address, "api/messages"));

    public static async Task<PretendBot> StartAsync()
    {
        var address = Loopback.At(Loopback.FreePort());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var bot = new PretendBot(builder.Build(), address);
        bot.app.MapPost("/api/messages", bot.TakeAsync);
        await bot.app.StartAsync();
        return bot;
    }

    async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!;
        received.Enqueue(activity);
        if ((string?)activity["type"] == "invoke")
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Answer(activity).ToJsonString());
            if (Verb(activity) == "try.send") await TellBelaAsync(activity);
        }
        else if (((string?)activity["text"])?.EndsWith("form", StringComparison.Ordinal) == true)
        {
            await SendAsync(activity, (string)activity["conversation"]!["id"]!, Message(Form));
        }
    }

    static string? Verb(JsonNode invoke) => (string?)invoke["value"]?["action"]?["verb"];

    static JsonObject Answer(JsonNode invoke) => Verb(invoke) == "try.send"
        ? new()
        {
            ["statusCode"] = 200,
            ["type"] = "application/vnd.microsoft.card.adaptive",
            ["value"] = Card("Sent " + invoke["value"]!["action"]!["data"]!.ToJsonString()),
        }
        : new() { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = "Nothing to ask." };

    public static JsonObject Card(string words) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = words }),
        }),
    };

    async Task TellBelaAsync(JsonNode invoke)
    {
        using var made = await http.PostAsJsonAsync($"{invoke["serviceUrl"]}/v3/conversations", new JsonObject
        {
            ["bot"] = Playground.Bot(),
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = PlaygroundPeople.Bela.Id }),
            ["tenantId"] = PlaygroundPeople.Tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = PlaygroundPeople.Tenant } },
        });
        var conversation = JsonNode.Parse(await made.Content.ReadAsStringAsync())!;
        await SendAsync(invoke, (string)conversation["id"]!, Message(Card("Ada thanks you").ToJsonString()));
        await SendAsync(invoke, (string)invoke["conversation"]!["id"]!, new() { ["type"] = "message", ["text"] = "It has arrived." });
    }

    static JsonObject Message(string card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = JsonNode.Parse(card),
        }),
    };

    async Task SendAsync(JsonNode cause, string conversation, JsonObject activity)
    {
        activity["from"] = Playground.Bot();
        activity["conversation"] = new JsonObject { ["id"] = conversation };
        using var answer = await http.PostAsJsonAsync(
            $"{cause["serviceUrl"]}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities", activity);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }
}
