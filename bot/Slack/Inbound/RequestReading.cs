using System.Text.Json;
using System.Text.Unicode;

namespace ServiceCulture.Slack;

/// <summary>Verified bytes to a case of <see cref="SlackRequest"/>.</summary>
static class RequestReading
{
    internal static SlackRequest Read(VerifiedRequest request)
    {
        try
        {
            return MediaType(request.ContentType) switch
            {
                "application/json" => Json(request.Body),
                "application/x-www-form-urlencoded" => Form(FormFields.Parse(request.Body.Span)),
                _ => new SlackRequest.Malformed("the content type is neither JSON nor a form"),
            };
        }
        catch (WireFormatException wrong)
        {
            return new SlackRequest.Malformed(wrong.Message);
        }
        // The second is what System.Text.Json throws on an escaped lone surrogate. Their messages may quote the body.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new SlackRequest.Malformed("the JSON cannot be read");
        }
    }

    static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    static SlackRequest Json(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) throw new WireFormatException("the body is not UTF-8");
        using var document = Wire.Document(body);
        var root = document.RootElement;
        return root.TextOrEmpty("type"u8) switch
        {
            "url_verification" => new SlackRequest.UrlVerification(root.Id("challenge"u8)),
            "event_callback" => EventCallback(root),
            var type => new SlackRequest.Unknown(Short(type)),
        };
    }

    static SlackRequest.EventCallback EventCallback(JsonElement root)
    {
        // In a shared channel team_id is where it happened; the first authorization is whom it is delivered to.
        var authorizations = root.List("authorizations"u8, each => each);
        JsonElement? installed = authorizations.Count > 0 ? authorizations[0] : null;
        return new SlackRequest.EventCallback(
            installed?.IdOrNull("team_id"u8) ?? root.Id("team_id"u8),
            installed?.IdOrNull("enterprise_id"u8) ?? root.IdOrNull("enterprise_id"u8),
            root.IdOrNull("api_app_id"u8),
            root.Id("event_id"u8),
            root.UnixTime("event_time"u8),
            root.Flag("is_ext_shared_channel"u8),
            installed?.Flag("is_enterprise_install"u8) ?? false,
            installed is { } bot && bot.Flag("is_bot"u8) ? bot.IdOrNull("user_id"u8) : null,
            EventReading.Read(root.Object("event"u8)));
    }

    static SlackRequest Form(FormFields form)
    {
        if (form.Has("payload")) return Interaction(form.Bytes("payload"));
        if (form.Has("command")) return SlashCommand(form);
        return form.Has("ssl_check") ? new SlackRequest.SslCheck() : new SlackRequest.Unknown("form");
    }

    static SlackRequest.SlashCommand SlashCommand(FormFields form) => new(
        form.Id("team_id"),
        form.IdOrNull("enterprise_id"),
        form.TextOrEmpty("is_enterprise_install") == "true",
        form.Id("channel_id"),
        form.TextOrEmpty("channel_name"),
        form.Id("user_id"),
        form.TextOrEmpty("user_name"),
        form.Id("command"),
        form.TextOrEmpty("text"),
        form.Url("response_url"),
        form.Id("trigger_id"),
        form.IdOrNull("api_app_id"));

    static SlackRequest Interaction(ReadOnlyMemory<byte> payload)
    {
        using var document = Wire.Document(payload);
        var root = document.RootElement;
        return root.TextOrEmpty("type"u8) switch
        {
            "block_actions" => BlockActions(root),
            "view_submission" => new SlackRequest.ViewSubmission(Origin.Read(root), root.IdOrNull("trigger_id"u8), SlackView.Read(root.Object("view"u8))),
            "view_closed" => new SlackRequest.ViewClosed(Origin.Read(root), SlackView.Read(root.Object("view"u8)), root.Flag("is_cleared"u8)),
            "message_action" => MessageShortcut(root),
            "shortcut" => new SlackRequest.GlobalShortcut(Origin.Read(root), root.Id("callback_id"u8), root.Id("trigger_id"u8)),
            "block_suggestion" => BlockSuggestion(root),
            var type => new SlackRequest.Unknown(Short(type)),
        };
    }

    static SlackRequest.BlockActions BlockActions(JsonElement root)
    {
        var actions = root.List("actions"u8, BlockAction.Read);
        if (actions.Count == 0) throw new WireFormatException("actions is empty");
        return new SlackRequest.BlockActions(
            Origin.Read(root),
            root.Id("trigger_id"u8),
            root.UrlOrNull("response_url"u8),
            Container.ReadFrom(root),
            SlackChannel.ReadFrom(root),
            SlackMessage.ReadFrom(root),
            SlackView.ReadFrom(root),
            ViewState.ReadFrom(root),
            actions);
    }

    static SlackRequest.MessageShortcut MessageShortcut(JsonElement root) => new(
        Origin.Read(root),
        root.Id("callback_id"u8),
        root.Id("trigger_id"u8),
        root.Url("response_url"u8),
        SlackChannel.ReadFrom(root) ?? throw new WireFormatException("channel is missing"),
        SlackMessage.Read(root.Object("message"u8)));

    static SlackRequest.BlockSuggestion BlockSuggestion(JsonElement root) => new(
        Origin.Read(root),
        root.Id("action_id"u8),
        root.TextOrEmpty("block_id"u8),
        root.TextOrEmpty("value"u8),
        Container.ReadFrom(root),
        SlackChannel.ReadFrom(root),
        SlackView.ReadFrom(root));

    /// <summary>A kind's name for the log: short, and in one line.</summary>
    internal static string Short(string type)
    {
        var name = type.Length > 64 ? type[..64] : type;
        return name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-')) ? "(unprintable)" : name;
    }
}
