using ServiceCulture.Bot.Conversation;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>A line in Slack's form as somebody meant it: the bot's own mention taken off, people kept as mentions.</summary>
static class SlackWords
{
    internal static Typed Read(string text, string? bot) => new([.. SlackText.Parse(text)
        .Where(span => span is not TextSpan.UserMention mention || mention.Id != bot)
        .Select(Part)]);

    /// <summary>What stands behind the bot's mention, without the comma of an address.</summary>
    internal static Typed Behind(string text, string? bot)
    {
        var parts = SlackText.Parse(text).SkipWhile(span => span is not TextSpan.UserMention mention || mention.Id != bot).Skip(1).Select(Part).ToList();
        return new Typed(parts is [TypedPart.Words first, .. var rest] ? [new TypedPart.Words(first.Text.TrimStart(' ', ',', ':')), .. rest] : parts);
    }

    static TypedPart Part(TextSpan span) => span is TextSpan.UserMention mention ? new TypedPart.Mention(mention.Id, "@" + (mention.Name ?? mention.Id)) : new TypedPart.Words(Words(span));

    static string Words(TextSpan span) => span switch
    {
        TextSpan.Words words => words.Text,
        TextSpan.ChannelMention channel => "#" + (channel.Name ?? channel.Id),
        TextSpan.Link link => link.Label ?? link.Url,
        TextSpan.Special special => special.Label ?? "@" + special.Name,
        _ => "",
    };
}
