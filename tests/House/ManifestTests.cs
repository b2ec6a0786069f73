using System.Text.Json;

namespace ServiceCulture.Tests.House;

/// <summary>What the two manifests promise must be the same product. Their form is checked by the scripts in tests/peers.</summary>
public sealed class ManifestTests
{
    static readonly string[] Commands = ["kudos", "checkin", "rough", "ask", "myday", "mydata", "pause", "mykudos", "phrases", "digest", "team", "experts", "values", "dryrun", "settings", "console", "help"];

    /// <summary>Teams takes ten commands a list: what is used least is typed without standing there.</summary>
    internal static readonly string[] NotListedInTeams = ["digest", "team", "experts", "values", "dryrun", "settings", "console"];

    static readonly JsonElement Slack = ManifestFiles.Slack;
    static readonly JsonElement Teams = ManifestFiles.Teams;
    static readonly JsonElement TeamsBot = Teams.At("bots", 0);
    static readonly JsonElement MessageAction = Teams.At("composeExtensions", 0, "commands", 0);

    [Fact]
    public void Slack_offers_kudos_and_the_other_commands_behind_culture()
    {
        var commands = Slack.At("features", "slash_commands").EnumerateArray()
            .ToDictionary(command => command.Text("command"), command => command.Text("usage_hint"));

        Assert.Equal(["/kudos", "/checkin", "/rough", "/ask", "/culture"], commands.Keys);
        Assert.Equal(Commands, commands["/culture"].Split(" | ").Prepend("ask").Prepend("rough").Prepend("checkin").Prepend("kudos"));
    }

    [Fact]
    public void Teams_offers_the_same_commands_in_every_scope()
    {
        Assert.Equal(["personal", "team", "groupChat"], TeamsBot.Texts("scopes"));

        var lists = TeamsBot.At("commandLists").EnumerateArray().ToList();
        Assert.Equal(TeamsBot.Texts("scopes"), lists.Select(list => Assert.Single(list.Texts("scopes"))));
        Assert.All(lists, list => Assert.InRange(list.At("commands").GetArrayLength(), 1, 10));
        Assert.All(lists, list => Assert.Equal(Commands.Except(NotListedInTeams), list.At("commands").EnumerateArray().Select(command => command.Text("title"))));
    }

    [Fact]
    public void What_a_messages_menu_offers_has_one_id_and_one_name_on_both_channels()
    {
        var shortcuts = Slack.At("features", "shortcuts").EnumerateArray()
            .ToLookup(shortcut => shortcut.Text("type"), shortcut => (Id: shortcut.Text("callback_id"), Name: shortcut.Text("name")));

        Assert.Equal("kudos.open", Assert.Single(shortcuts["global"]).Id);
        Assert.Equal(["kudos.from-message", "question.from-message"], shortcuts["message"].Select(one => one.Id));
        Assert.Equal(shortcuts["message"], Teams.At("composeExtensions", 0, "commands").EnumerateArray().Select(action => (action.Text("id"), action.Text("title"))));
    }

    [Fact]
    public void The_teams_message_action_asks_us_for_its_form()
    {
        Assert.Equal("action", MessageAction.Text("type"));
        Assert.Equal(["message"], MessageAction.Texts("context"));
        Assert.True(MessageAction.At("fetchTask").GetBoolean());
    }

    [Fact]
    public void The_bot_and_its_message_action_are_one_bot() =>
        Assert.Equal(TeamsBot.Text("botId"), Teams.Text("composeExtensions", 0, "botId"));

    [Fact]
    public void Both_channels_bear_one_name_and_one_colour()
    {
        Assert.Equal(Teams.Text("name", "short"), Slack.Text("display_information", "name"));
        Assert.Equal(Teams.Text("name", "short"), Slack.Text("features", "bot_user", "display_name"));
        Assert.Equal(Teams.Text("accentColor"), Slack.Text("display_information", "background_color"));
        Assert.Equal(Teams.Text("description", "full"), Slack.Text("display_information", "long_description"));
    }

    [Fact]
    public void Everything_from_slack_arrives_at_one_address_that_the_operator_fills_in()
    {
        string[] addresses =
        [
            Slack.Text("settings", "event_subscriptions", "request_url"),
            Slack.Text("settings", "interactivity", "request_url"),
            Slack.Text("settings", "interactivity", "message_menu_options_url"),
            .. Slack.At("features", "slash_commands").EnumerateArray().Select(command => command.Text("url")),
        ];

        Assert.All(addresses, address => Assert.Equal("https://YOUR-HOST/slack/events", address));
    }

    [Fact]
    public void Slack_sends_mentions_as_ids_and_lets_people_write_to_the_bot()
    {
        Assert.All(Slack.At("features", "slash_commands").EnumerateArray(), command => Assert.True(command.At("should_escape").GetBoolean()));
        Assert.True(Slack.At("features", "app_home", "messages_tab_enabled").GetBoolean());
        Assert.False(Slack.At("features", "app_home", "messages_tab_read_only_enabled").GetBoolean());
    }

    /// <summary>What each scope is for. https://docs.slack.dev/reference/scopes</summary>
    static readonly Dictionary<string, string[]> ScopeNeededBy = new()
    {
        ["app_mentions:read"] = ["app_mention"],
        ["channels:read"] = ["channel_rename", "member_joined_channel", "member_left_channel", "conversations.info"],
        ["chat:write"] = ["chat.postMessage", "chat.postEphemeral", "chat.update"],
        ["chat:write.public"] = ["chat.postMessage in a public channel the bot is not in"],
        ["commands"] = ["slash commands", "shortcuts"],
        ["groups:read"] = ["member_joined_channel", "member_left_channel", "conversations.info"],
        ["im:history"] = ["message.im"],
        ["im:write"] = ["conversations.open"],
        ["users:read"] = ["team_join", "user_change", "users.list"],
        ["users:read.email"] = ["the e-mail in users.list"],
    };

    static readonly string[] EventsWithoutScope = ["app_uninstalled", "tokens_revoked"];

    [Fact]
    public void Slack_is_asked_for_the_scopes_we_need_and_no_other() =>
        Assert.Equal(ScopeNeededBy.Keys.Order(StringComparer.Ordinal), Slack.Texts("oauth_config", "scopes", "bot"));

    [Fact]
    public void Every_slack_event_has_its_scope()
    {
        var covered = ScopeNeededBy.Values.SelectMany(uses => uses).Concat(EventsWithoutScope).ToHashSet();

        Assert.All(Slack.Texts("settings", "event_subscriptions", "bot_events"), name => Assert.Contains(name, covered));
    }

    [Fact]
    public void Slack_is_asked_for_the_events_we_hear_and_every_call_that_a_scope_is_for_is_made()
    {
        var heard = Sources.Below("bot/App/Channels/Slack").Single(source => source.Path.EndsWith("/SlackEvents.cs", StringComparison.Ordinal)).Code;
        string[] parts = ["MessageChanged", "MessageDeleted"];
        var cases = System.Text.RegularExpressions.Regex.Matches(heard, @"SlackEvent\.(\w+)").Select(match => match.Groups[1].Value).Distinct().Except(parts);
        Assert.Equal(Slack.Texts("settings", "event_subscriptions", "bot_events").Select(name => name == "message.im" ? "MessageEvent" : Pascal(name)).Order(), cases.Order());

        var app = string.Concat(Sources.Below("bot/App").Select(source => source.Code));
        var calls = ScopeNeededBy.Values.SelectMany(uses => uses).Where(use => use.Contains('.', StringComparison.Ordinal) && !use.Contains(' ', StringComparison.Ordinal) && use != "message.im").ToList();
        Assert.True(calls.Count > 4);
        Assert.All(calls, call => Assert.Contains($".{Pascal(call)}(", app, StringComparison.Ordinal));
    }

    static string Pascal(string name) => string.Concat(name.Split('_', '.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    [Fact]
    public void Slack_texts_keep_their_limits()
    {
        Within(35, Slack.Text("display_information", "name"));
        Within(140, Slack.Text("display_information", "description"));
        Assert.InRange(Slack.Text("display_information", "long_description").Length, 174, 4000);
        Within(80, Slack.Text("features", "bot_user", "display_name"));
        foreach (var shortcut in Slack.At("features", "shortcuts").EnumerateArray())
        {
            Within(24, shortcut.Text("name"));
            Within(255, shortcut.Text("callback_id"));
            Within(150, shortcut.Text("description"));
        }
        foreach (var command in Slack.At("features", "slash_commands").EnumerateArray())
        {
            Within(32, command.Text("command"));
            Within(2000, command.Text("description"));
            Within(1000, command.Text("usage_hint"));
        }
    }

    [Fact]
    public void Teams_texts_keep_their_limits()
    {
        Within(30, Teams.Text("name", "short"));
        Within(100, Teams.Text("name", "full"));
        Within(80, Teams.Text("description", "short"));
        Within(4000, Teams.Text("description", "full"));
        Within(32, Teams.Text("developer", "name"));
        var commands = TeamsBot.At("commandLists").EnumerateArray().SelectMany(list => list.At("commands").EnumerateArray());
        foreach (var command in commands.Append(MessageAction))
        {
            Within(32, command.Text("title"));
            Within(128, command.Text("description"));
        }
    }

    static void Within(int limit, string text) => Assert.True(text.Length >= 1 && text.Length <= limit, $"1 to {limit} characters: {text}");

    [Fact]
    public void Teams_ids_are_guids_and_its_addresses_https()
    {
        Assert.All([Teams.Text("id"), TeamsBot.Text("botId")], id => Assert.True(Guid.TryParseExact(id, "D", out _), id));
        Assert.NotEqual(Teams.Text("id"), TeamsBot.Text("botId"));
        Assert.All(["websiteUrl", "privacyUrl", "termsOfUseUrl"], name => Assert.StartsWith("https://", Teams.Text("developer", name), StringComparison.Ordinal));
    }

    [Fact]
    public void The_colour_icon_fills_its_square_and_keeps_its_mark_in_the_middle()
    {
        var icon = Icon("color", 192);
        var (r, g, b, _) = icon[0, 0];

        Assert.Equal(Teams.Text("accentColor"), $"#{r:X2}{g:X2}{b:X2}");
        Assert.All(icon.Points(), point => Assert.Equal(255, icon[point.X, point.Y].A));
        var mark = icon.Points().Where(point => icon[point.X, point.Y] != (r, g, b, (byte)255)).ToList();
        Assert.NotEmpty(mark);
        Assert.All(mark, point => Assert.True(point.X is >= 36 and < 156 && point.Y is >= 36 and < 156, $"{point} is outside the middle 120 x 120"));
    }

    [Fact]
    public void The_outline_icon_is_white_on_nothing()
    {
        var icon = Icon("outline", 32);

        Assert.True(icon.HasAlpha);
        Assert.Equal(0, icon[0, 0].A);
        Assert.All(icon.Points().Select(point => icon[point.X, point.Y]), pixel => Assert.True(pixel is (255, 255, 255, _) or (_, _, _, 0), $"{pixel}"));
        Assert.Contains(icon.Points(), point => icon[point.X, point.Y].A == 255);
    }

    static ManifestPng Icon(string name, int size)
    {
        var icon = new ManifestPng(File.ReadAllBytes(ManifestFiles.TeamsFile(Teams.Text("icons", name))));
        Assert.Equal((size, size), (icon.Width, icon.Height));
        return icon;
    }
}
