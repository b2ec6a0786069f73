using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>The bodies of answers and of posts to a response_url. <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/></summary>
static class SlackBodies
{
    static readonly Text OurName = $"Service Culture", Close = $"Close";

    internal static string Ephemeral(Card card, Reader reader) => $$"""{"response_type":"ephemeral","replace_original":false,{{Message(card, reader)}}}""";

    internal static string Replacing(Card card, Reader reader) => $$"""{"replace_original":true,{{Message(card, reader)}}}""";

    internal static string Error(string block, string words) => $$$"""{"response_action":"errors","errors":{{{{Quote(block)}}}:{{{Quote(words)}}}}}""";

    /// <summary>The next form in the modal's place.</summary>
    internal static string Updating(Form form, Reader reader) => $$"""{"response_action":"update","view":{{BlockKit.View(form, reader)}}}""";

    /// <summary>Words in the modal's place, with nothing more to send.</summary>
    internal static string Telling(Card card, Reader reader) =>
        $$$"""{"response_action":"update","view":{"type":"modal","callback_id":"told","title":{"type":"plain_text","text":{{{Quote(OurName.Plain(reader))}}}},"close":{"type":"plain_text","text":{{{Quote(Close.Plain(reader))}}}},"blocks":{{{BlockKit.Blocks(card, reader)}}}}}""";

    /// <summary>For a form whose moment to open has passed; what stood in it is kept.</summary>
    internal static Card OpenAgain(Form form, Ref opens) => Opening.Card(form, opens) with { Title = $"Slack was too slow to open the form" };

    static string Message(Card card, Reader reader) => $"\"text\":{Quote(BlockKit.Notification(card, reader))},\"blocks\":{BlockKit.Blocks(card, reader)}";

    static string Quote(string words) => JsonSerializer.Serialize(words, SlackJson.Default.String);
}

[JsonSerializable(typeof(string))]
sealed partial class SlackJson : JsonSerializerContext;
