using ServiceCulture.Bot.Conversation;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>A line in Slack's form as somebody meant it: the bot's own mention taken off, people kept as mentions.</summary>
static class SlackWords
{
    internal static Typed Read(string text, string? bot) => new([.. SlackText.Parse(text)
        .Where(span => span is not TextSpan.UserMention mention || mention.Id != bot)
        .Select(span => span is TextSpan.UserMention mention ? new TypedPart.Mention(mention.Id, "@" + (mention.Name ?? mention.Id)) : (TypedPart)new TypedPart.Words(Words(span)))]);

    internal static string Plain(string text) => Read(text, null).Plain;

    static string Words(TextSpan span) => span switch
    {
        TextSpan.Words words => words.Text,
        TextSpan.ChannelMention channel => "#" + (channel.Name ?? channel.Id),
        TextSpan.Link link => link.Label ?? link.Url,
        TextSpan.Special special => special.Label ?? "@" + special.Name,
        _ => "",
    };
}
