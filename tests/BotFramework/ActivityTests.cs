using System.Text;
using System.Text.Json;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class ActivityTests
{
    const string Bot = "28:22222222-2222-2222-2222-222222222222";

    public static TheoryData<string, Type> Cases => new()
    {
        { "conversationUpdate-channelCreated-channel", typeof(ConversationUpdate) },
        { "conversationUpdate-channelDeleted-channel", typeof(ConversationUpdate) },
        { "conversationUpdate-channelRenamed-channel", typeof(ConversationUpdate) },
        { "conversationUpdate-groupChat", typeof(ConversationUpdate) },
        { "conversationUpdate-personal", typeof(ConversationUpdate) },
        { "conversationUpdate-teamDeleted-channel", typeof(ConversationUpdate) },
        { "conversationUpdate-teamMemberAdded-channel", typeof(ConversationUpdate) },
        { "conversationUpdate-teamRenamed-channel", typeof(ConversationUpdate) },
        { "endOfConversation-personal", typeof(Unknown) },
        { "event-application_vnd.microsoft.readReceipt-personal", typeof(Unknown) },
        { "installationUpdate-add-channel", typeof(InstallationUpdate) },
        { "installationUpdate-add-groupChat", typeof(InstallationUpdate) },
        { "installationUpdate-add-personal", typeof(InstallationUpdate) },
        { "installationUpdate-remove-personal", typeof(InstallationUpdate) },
        { "invoke-adaptiveCard_action-channel", typeof(InvokeActivity) },
        { "invoke-adaptiveCard_action-groupChat", typeof(InvokeActivity) },
        { "invoke-adaptiveCard_action-personal", typeof(InvokeActivity) },
        { "invoke-composeExtension_fetchTask-personal", typeof(InvokeActivity) },
        { "invoke-composeExtension_query-personal", typeof(InvokeActivity) },
        { "invoke-composeExtension_queryLink-personal", typeof(InvokeActivity) },
        { "invoke-composeExtension_submitAction-personal", typeof(InvokeActivity) },
        { "invoke-message_submitAction-personal", typeof(InvokeActivity) },
        { "invoke-task_fetch-personal", typeof(InvokeActivity) },
        { "message-channel-mention", typeof(MessageActivity) },
        { "message-channel-value", typeof(MessageActivity) },
        { "message-groupChat-mention", typeof(MessageActivity) },
        { "message-groupChat-value", typeof(MessageActivity) },
        { "message-personal-mention", typeof(MessageActivity) },
        { "message-personal-value", typeof(MessageActivity) },
        { "message-personal", typeof(MessageActivity) },
        { "messageDelete-softDeleteMessage-personal", typeof(MessageDelete) },
        { "messageReaction-personal", typeof(MessageReaction) },
        { "messageUpdate-editMessage-personal", typeof(MessageUpdate) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void a_recorded_activity_is_its_case(string file, Type type)
    {
        var activity = Parsing.File(file);
        Assert.IsType(type, activity);
        Assert.StartsWith("http://127.0.0.1:561", activity.ServiceUrl, StringComparison.Ordinal);
        Assert.NotEmpty(activity.Conversation.Id);
        Assert.NotEmpty(activity.From.Id);
        Assert.NotEmpty(activity.Id!);
        Assert.Equal(activity.Conversation.IsPersonal, !activity.Conversation.IsGroup);
    }

    [Fact]
    public void every_recorded_activity_is_among_the_cases()
    {
        // message.json came over webchat, without a tenant: it is not accepted at all.
        var named = Cases.Select(row => row.Data.Item1).Append("message").Order(StringComparer.Ordinal);
        Assert.Equal(WireFiles.AllTeams(), named);
    }

    [Fact]
    public void a_message_in_a_channel_says_who_where_and_what()
    {
        var message = Assert.IsType<MessageActivity>(Parsing.File("message-channel-mention"));

        Assert.Equal("<at>Sprint Bot</at> card", message.Text);
        Assert.Equal("plain", message.TextFormat);
        Assert.Equal([new Mention(Bot, "Sprint Bot", "<at>Sprint Bot</at>")], message.Mentions);
        Assert.Null(message.Value);
        Assert.Equal(new ChannelAccount("29:alice", "Alice Dev", "33333333-0000-0000-0000-000000000001"), message.From);
        Assert.Equal(new ChannelAccount(Bot, "Sprint Bot"), message.Recipient);
        Assert.Equal(new ConversationAccount("19:chan-ops@thread.tacv2;messageid=1795310317209", "channel", true, null), message.Conversation);
        Assert.Equal(("19:team1@thread.tacv2", "19:chan-ops@thread.tacv2"), (message.TeamId, message.TeamsChannelId));
        Assert.Equal(("en-US", "UTC"), (message.Locale, message.Timezone));
        Assert.Equal("11111111-1111-1111-1111-111111111111", message.TenantId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 1, 18, 37, 230, TimeSpan.Zero), message.Timestamp);
    }

    [Fact]
    public void what_a_submit_button_sent_outlives_the_body()
    {
        var message = Assert.IsType<MessageActivity>(Parsing.File("message-personal-value"));
        Assert.Equal(("", "1795309403742"), (message.Text, message.ReplyToId));
        Assert.Equal("a", message.Value!.Value.GetProperty("pick").GetString());
    }

    [Fact]
    public void a_team_says_its_name_and_who_joined()
    {
        var update = Assert.IsType<ConversationUpdate>(Parsing.File("conversationUpdate-teamMemberAdded-channel"));
        Assert.Equal(("teamMemberAdded", "team-id", "My Team"), (update.EventType, update.TeamId, update.TeamName));
        Assert.Equal([update.Recipient.Id], update.MembersAdded.Select(member => member.Id));
        Assert.Empty(update.MembersRemoved);
    }

    [Fact]
    public void a_renamed_channel_says_its_new_name()
    {
        var update = Assert.IsType<ConversationUpdate>(Parsing.File("conversationUpdate-channelRenamed-channel"));
        Assert.Equal(("channelRenamed", "General", "team-id"), (update.EventType, update.ChannelName, update.TeamsChannelId));
    }

    [Fact]
    public void installing_and_removing_are_told_apart()
    {
        var added = Assert.IsType<InstallationUpdate>(Parsing.File("installationUpdate-add-groupChat"));
        Assert.True(added is { Action: "add", IsAdded: true, IsRemoved: false, Conversation.Name: "Group Chat", Conversation.IsGroupChat: true });
        Assert.True(Assert.IsType<InstallationUpdate>(Parsing.File("installationUpdate-remove-personal")) is { IsAdded: false, IsRemoved: true });
    }

    [Fact]
    public void edits_deletions_and_reactions_say_what_they_are()
    {
        Assert.True(Parsing.File("messageUpdate-editMessage-personal") is MessageUpdate { Text: "edited", EventType: "editMessage", Id: "x1" });
        Assert.True(Parsing.File("messageDelete-softDeleteMessage-personal") is MessageDelete { EventType: "softDeleteMessage" });
        var reaction = Assert.IsType<MessageReaction>(Parsing.File("messageReaction-personal"));
        Assert.Equal(["like"], reaction.Added);
        Assert.Empty(reaction.Removed);
    }

    [Fact]
    public void a_client_that_knows_no_zone_is_no_error()
    {
        var message = Assert.IsType<MessageActivity>(Parsing.File("message-personal-mention"));
        Assert.Null(message.Timezone);
        Assert.Equal("agents", message.ChannelId);
    }

    [Theory]
    [InlineData("\"type\":1")]
    [InlineData("\"text\":\"hi\"")]
    [InlineData("\"type\":\"message\"")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":\"ann\"")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":{}}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"text\":{}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"text\":\"\\ud800\"")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"value\":{\"x\":\"\\udfff\"}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"from\":{\"id\":\"b\"}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"entities\":{}")]
    [InlineData("\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"entities\":[1]")]
    [InlineData("\"type\":\"invoke\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"}")]
    [InlineData("\"type\":\"installationUpdate\",\"conversation\":{\"id\":\"c\"}")]
    [InlineData("\"type\":\"conversationUpdate\",\"conversation\":{\"id\":\"c\"},\"membersAdded\":\"all\"")]
    [InlineData("\"type\":\"messageReaction\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"a\"},\"reactionsAdded\":[{}]")]
    public void what_cannot_be_read_is_malformed(string fields)
    {
        var malformed = Assert.IsType<Malformed>(Parsing.Json(fields));
        Assert.NotEmpty(malformed.Why);
        Assert.Equal("t", malformed.TenantId);
    }

    [Fact]
    public void fields_nobody_knows_do_not_matter() =>
        Assert.True(Parsing.Json("""
            "type":"message","conversation":{"id":"c","new":[1]},"from":{"id":"a","new":{"x":null}},"text":"hi","timestamp":"soon","new":[[[{}]]],"attachmentLayout":7
            """) is MessageActivity { Text: "hi", Timestamp: null });

    [Fact]
    public void a_kind_nobody_knows_is_unknown() => Assert.True(Parsing.Json("\"type\":\"trace\"") is Unknown { Type: "trace" });

    [Fact]
    public void no_bytes_make_it_throw()
    {
        var random = new Random(20261122);
        var seeds = WireFiles.AllTeams().Select(WireFiles.Teams).ToArray();
        var cases = new HashSet<Type>();
        for (var round = 0; round < 5_000; round++)
        {
            var activity = Parsing.Bytes(Twist(seeds[random.Next(seeds.Length)], random));
            cases.Add(activity.GetType());
            ReadEverything(activity);
        }
        // Bytes that are all refused, or all understood, would prove little.
        Assert.Contains(typeof(Malformed), cases);
        Assert.Contains(typeof(MessageActivity), cases);
        Assert.Contains(typeof(InvokeActivity), cases);
    }

    static void ReadEverything(Activity activity)
    {
        if (activity is InvokeActivity invoke)
            Assert.NotNull(Invokes.Read(invoke));
        if (activity is MessageActivity message)
        {
            Assert.NotNull(TeamsText.Parse(message.Text, message.Mentions, message.Recipient.Id, message.TextFormat));
            foreach (var text in message.Value is { } value ? Strings(value) : [])
                Assert.NotNull(text);
        }
    }

    static IEnumerable<string?> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value).Append(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()],
        _ => [],
    };

    static byte[] Twist(byte[] seed, Random random)
    {
        var bytes = seed.ToArray();
        switch (random.Next(5))
        {
            case 0:
                random.NextBytes(bytes.AsSpan(0, Math.Min(bytes.Length, 200)));
                return bytes[..random.Next(200)];
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                string[] strange = ["\"\\ud800\"", "null", "{}", "[]", "1e999", "\"\\u0000\"", "true", "\"\""];
                var text = Encoding.UTF8.GetString(bytes);
                var colon = text.IndexOf(": ", random.Next(text.Length), StringComparison.Ordinal);
                return Encoding.UTF8.GetBytes(colon < 0 ? text : text.Insert(colon + 2, strange[random.Next(strange.Length)] + (random.Next(2) == 0 ? ",\"z\":" : "")));
            default:
                for (var times = random.Next(1, 8); times > 0; times--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }
}
