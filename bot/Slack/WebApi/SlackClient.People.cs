namespace ServiceCulture.Slack;

public sealed partial class SlackClient
{
    /// <summary>
    /// Whose token this is, and whether it still works. <see href="https://docs.slack.dev/reference/methods/auth.test"/>
    /// </summary>
    public Task<TokenOwner> AuthTest(string token, CancellationToken cancel) =>
        PostJson("auth.test", token, _ => { }, TokenOwner.Read, cancel);

    /// <summary>
    /// One account, with its locale. <see href="https://docs.slack.dev/reference/methods/users.info"/>
    /// </summary>
    public Task<SlackUser> UsersInfo(string token, string user, CancellationToken cancel) =>
        PostForm("users.info", token, [("user", user), ("include_locale", "true")], answer => SlackUser.Read(answer.Object("user"u8)), cancel);

    /// <summary>
    /// One page of all accounts of the workspace, bots and people who left included. About 20 calls a minute.
    /// <see href="https://docs.slack.dev/reference/methods/users.list"/>
    /// </summary>
    /// <param name="cursor">Of the page before; null for the first.</param>
    /// <param name="limit">Slack recommends at most 200.</param>
    public Task<Page<SlackUser>> UsersList(string token, string? cursor, int limit, CancellationToken cancel) =>
        PostForm("users.list", token, [("include_locale", "true"), .. Paging(cursor, limit)], answer => Page<SlackUser>.Read(answer, "members"u8, SlackUser.Read), cancel);

    /// <summary>
    /// The account with an e-mail address; null when there is none. <see href="https://docs.slack.dev/reference/methods/users.lookupByEmail"/>
    /// </summary>
    public async Task<SlackUser?> UsersLookupByEmail(string token, string email, CancellationToken cancel)
    {
        try
        {
            return await PostForm("users.lookupByEmail", token, [("email", email)], answer => SlackUser.Read(answer.Object("user"u8)), cancel);
        }
        catch (SlackApiException nobody) when (nobody.Code == "users_not_found")
        {
            return null;
        }
    }

    /// <summary>
    /// One page of the conversations somebody, or the bot itself, is in.
    /// <see href="https://docs.slack.dev/reference/methods/users.conversations"/>
    /// </summary>
    /// <param name="user">Null for the bot.</param>
    /// <param name="types">Any of public_channel, private_channel, mpim, im, with commas between.</param>
    /// <param name="cursor">Of the page before; null for the first.</param>
    /// <param name="limit">Slack recommends at most 200.</param>
    public Task<Page<SlackConversation>> UsersConversations(string token, string? user, string types, string? cursor, int limit, CancellationToken cancel) =>
        PostForm("users.conversations", token, [("user", user), ("types", types), ("exclude_archived", "true"), .. Paging(cursor, limit)],
            answer => Page<SlackConversation>.Read(answer, "channels"u8, SlackConversation.Read), cancel);

    /// <summary>
    /// The direct message with one person, or the group message with up to eight; made if need be, harmless when repeated.
    /// <see href="https://docs.slack.dev/reference/methods/conversations.open"/>
    /// </summary>
    /// <returns>The channel's id.</returns>
    public Task<string> ConversationsOpen(string token, IReadOnlyList<string> users, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(users);
        return PostJson("conversations.open", token, json => json.WriteString("users"u8, string.Join(',', users)),
            answer => answer.Object("channel"u8).Id("id"u8), cancel);
    }

    /// <summary>
    /// One conversation. <see href="https://docs.slack.dev/reference/methods/conversations.info"/>
    /// </summary>
    public Task<SlackConversation> ConversationsInfo(string token, string channel, CancellationToken cancel) =>
        PostForm("conversations.info", token, [("channel", channel)], answer => SlackConversation.Read(answer.Object("channel"u8)), cancel);

    /// <summary>
    /// One page of the ids of a conversation's members. <see href="https://docs.slack.dev/reference/methods/conversations.members"/>
    /// </summary>
    /// <param name="cursor">Of the page before; null for the first.</param>
    /// <param name="limit">Slack recommends at most 200.</param>
    public Task<Page<string>> ConversationsMembers(string token, string channel, string? cursor, int limit, CancellationToken cancel) =>
        PostForm("conversations.members", token, [("channel", channel), .. Paging(cursor, limit)],
            answer => new Page<string>(answer.Texts("members"u8), answer.ObjectOrNull("response_metadata"u8)?.IdOrNull("next_cursor"u8)), cancel);

    static (string, string?)[] Paging(string? cursor, int limit) =>
        [("limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("cursor", cursor)];
}
