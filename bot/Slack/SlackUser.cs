using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>
/// A Slack account, from users.info, users.list, users.lookupByEmail, team_join or user_change.
/// <see href="https://docs.slack.dev/reference/objects/user-object"/>
/// </summary>
/// <param name="Id">The account's id, such as U024BE7LH. On Enterprise Grid one person has the same id in all workspaces (W… or U…).</param>
/// <param name="TeamId">The workspace the account belongs to; another one than ours when it is a guest from Slack Connect.</param>
/// <param name="Name">The handle; not unique, not for showing.</param>
/// <param name="RealName">The full name; the handle when the profile has none.</param>
/// <param name="DisplayName">What the person wants to be called; may be empty.</param>
/// <param name="Email">Only with the scope users:read.email, and never of guests from other organisations.</param>
/// <param name="IsEmailConfirmed">Whether Slack has seen the person read mail at that address; null when Slack does not say.</param>
/// <param name="Tz">IANA time zone, such as Europe/Amsterdam.</param>
/// <param name="Locale">IETF language tag, such as de-DE; only when it was asked for.</param>
/// <param name="IsBot">A bot user, or Slackbot (which Slack itself does not mark as one).</param>
/// <param name="IsAppUser">An authorised user of this very app; says nothing about being a bot.</param>
/// <param name="Deleted">Deactivated: the person left.</param>
/// <param name="IsRestricted">A guest of any kind.</param>
/// <param name="IsUltraRestricted">A guest of one channel.</param>
/// <param name="IsStranger">From another organisation, and shares a channel with us only through Slack Connect.</param>
/// <param name="EnterpriseUserId">The person's id across an Enterprise Grid organisation.</param>
public sealed record SlackUser(
    string Id,
    string? TeamId,
    string Name,
    string RealName,
    string DisplayName,
    string? Email,
    bool? IsEmailConfirmed,
    string? Tz,
    string? Locale,
    bool IsBot,
    bool IsAppUser,
    bool Deleted,
    bool IsRestricted,
    bool IsUltraRestricted,
    bool IsStranger,
    string? EnterpriseUserId)
{
    const string Slackbot = "USLACKBOT";

    internal static SlackUser Read(JsonElement user)
    {
        var profile = user.ObjectOrNull("profile"u8);
        var id = user.Id("id"u8);
        var name = user.TextOrEmpty("name"u8);
        return new SlackUser(
            id,
            user.IdOrNull("team_id"u8),
            name,
            profile?.IdOrNull("real_name"u8) ?? user.IdOrNull("real_name"u8) ?? name,
            profile?.TextOrNull("display_name"u8) ?? "",
            profile?.IdOrNull("email"u8),
            user.FlagOrNull("is_email_confirmed"u8),
            user.IdOrNull("tz"u8),
            user.IdOrNull("locale"u8),
            user.Flag("is_bot"u8) || id == Slackbot,
            user.Flag("is_app_user"u8),
            user.Flag("deleted"u8),
            user.Flag("is_restricted"u8),
            user.Flag("is_ultra_restricted"u8),
            user.Flag("is_stranger"u8),
            user.ObjectOrNull("enterprise_user"u8)?.IdOrNull("id"u8));
    }
}
