using System.IO.Pipelines;
using System.Text.Json;

namespace ServiceCulture.Bench.Sink;

/// <summary>Answers Slack's Web API at once, with as much as a client needs to go on. https://docs.slack.dev/reference/methods</summary>
static class WebApi
{
    public static async Task Answer(HttpContext context, string method, Received received)
    {
        var body = await ReadToEnd(context.Request.BodyReader, context.RequestAborted);
        var isJson = context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is true;
        var arguments = new Arguments(context.Request.Query, body.Buffer, isJson);
        received.Add(method);

        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        Write(json, method, arguments, received);
        json.WriteEndObject();
        context.Request.BodyReader.AdvanceTo(body.Buffer.End);
    }

    static async ValueTask<ReadResult> ReadToEnd(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancel);
            if (result.IsCompleted)
                return result;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    static void Write(Utf8JsonWriter json, string method, Arguments arguments, Received received)
    {
        switch (method)
        {
            case "chat.postMessage":
                WriteMessage(json, arguments["channel"], "ts", received.NextMessageId());
                break;
            case "chat.update" or "chat.delete":
                WriteMessage(json, arguments["channel"], "ts", arguments["ts"]);
                break;
            case "chat.postEphemeral":
                json.WriteString("message_ts", received.NextMessageId());
                break;
            case "conversations.open":
                json.WriteStartObject("channel");
                json.WriteString("id", Workspace.DirectMessage(arguments["users"]));
                json.WriteEndObject();
                break;
            case "auth.test":
                Workspace.WriteIdentity(json);
                break;
            case "users.info":
                json.WritePropertyName("user");
                Workspace.WriteUser(json, arguments["user"]);
                break;
            case "users.list":
                Workspace.WriteUsers(json, arguments["cursor"], arguments["limit"]);
                break;
        }
    }

    static void WriteMessage(Utf8JsonWriter json, string channel, string id, string ts)
    {
        json.WriteString("channel", channel);
        json.WriteString(id, ts);
        json.WriteStartObject("message");
        json.WriteString("type", "message");
        json.WriteString("ts", ts);
        json.WriteEndObject();
    }
}
