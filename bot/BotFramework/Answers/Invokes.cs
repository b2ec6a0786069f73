using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>Reads what an invoke asks.</summary>
public static class Invokes
{
    /// <summary>Never throws: see <see cref="Invoke.Unknown"/> and <see cref="Invoke.Malformed"/>.</summary>
    public static Invoke Read(InvokeActivity activity)
    {
        if (activity.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            return IsKnown(activity.Name) ? new Invoke.Malformed(activity.Name, "value is not an object") : new Invoke.Unknown(activity.Name);
        try
        {
            return Read(activity.Name, activity.Value);
        }
        catch (WrongShapeException wrong)
        {
            return new Invoke.Malformed(activity.Name, wrong.Why);
        }
    }

    static bool IsKnown(string name) => name is "adaptiveCard/action" or "task/fetch" or "task/submit" or "composeExtension/fetchTask"
        or "composeExtension/submitAction" or "composeExtension/query" or "application/search" or "message/submitAction";

    static Invoke Read(string name, JsonElement value) => name switch
    {
        "adaptiveCard/action" => CardAction(value),
        "task/fetch" => new Invoke.TaskFetch(Data(value), Theme(value)),
        "task/submit" => new Invoke.TaskSubmit(Data(value), Theme(value)),
        "composeExtension/fetchTask" => new Invoke.ComposeExtensionFetchTask(
            value.Text("commandId") ?? "", value.Text("commandContext"), Message(value), Data(value)),
        "composeExtension/submitAction" => new Invoke.ComposeExtensionSubmitAction(
            value.Text("commandId") ?? "", value.Text("commandContext"), Message(value), Data(value)),
        "composeExtension/query" => Query(value),
        "application/search" => Search(value),
        "message/submitAction" => Feedback(value),
        _ => new Invoke.Unknown(name),
    };

    static Invoke.AdaptiveCardAction CardAction(JsonElement value)
    {
        var action = value.Object("action");
        // Universal actions have this one type; another one would come from a card that is not ours.
        if (action.Required("type") != "Action.Execute")
            throw new WrongShapeException("action.type");
        return new(action.Text("verb"), Data(action), value.Text("trigger") == "automatic");
    }

    static Invoke.ComposeExtensionQuery Query(JsonElement value)
    {
        var options = value.Object("queryOptions");
        var parameter = value.Objects("parameters").FirstOrDefault();
        // The first query of all has the parameter initialRun, whose value is not something typed.
        var text = parameter.Text("name") == "initialRun" ? "" : Scalar(parameter, "value");
        return new(value.Text("commandId") ?? "", text, options.Count("skip", 0), options.Count("count", 25));
    }

    static Invoke.ApplicationSearch Search(JsonElement value)
    {
        var options = value.Object("queryOptions");
        return new(value.Text("kind"), value.Text("queryText") ?? "", options.Count("skip", 0), options.Count("top", 15), value.Text("dataset"));
    }

    static Invoke.MessageSubmitAction Feedback(JsonElement value)
    {
        var given = value.Object("actionValue");
        return new(value.Required("actionName"), given.Text("reaction"), given.Text("feedback"));
    }

    static MessagePayload? Message(JsonElement value)
    {
        var message = value.Object("messagePayload");
        if (message.ValueKind == JsonValueKind.Undefined)
            return null;
        var body = message.Object("body");
        return new(
            message.Text("id"), body.Text("contentType"), body.Text("content") ?? "", User(message.Object("from").Object("user")), message.Text("linkToMessage"));
    }

    static MessagePayloadUser? User(JsonElement user) => user.Text("id") is { Length: > 0 } id
        ? new(id, user.Text("displayName"), user.Text("userIdentityType")) : null;

    static JsonElement Data(JsonElement value) => value.Field("data") ?? default;

    static string? Theme(JsonElement value) => value.Object("context").Text("theme");

    static string Scalar(JsonElement element, string name) => element.Field(name) switch
    {
        null => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => throw new WrongShapeException(name),
    };
}
