using System.Net;
using System.Text;

namespace ServiceCulture.Bench.Bare;

/// <summary>The fields of a slash command that a bot needs. https://docs.slack.dev/interactivity/implementing-slash-commands</summary>
sealed record SlashCommand(string TeamId, string ChannelId, string UserId, string Command, string Text, string ResponseUrl, string TriggerId)
{
    public static SlashCommand Parse(ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, string>(16, StringComparer.Ordinal);
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IndexOf((byte)'=') is >= 0 and var equals)
                fields[Encoding.UTF8.GetString(pair[..equals])] = WebUtility.UrlDecode(Encoding.UTF8.GetString(pair[(equals + 1)..]));
        }
        string Field(string name) => fields.GetValueOrDefault(name, "");
        return new(Field("team_id"), Field("channel_id"), Field("user_id"), Field("command"), Field("text"), Field("response_url"), Field("trigger_id"));
    }
}
