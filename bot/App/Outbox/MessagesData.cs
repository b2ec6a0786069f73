using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// Messages to somebody, as long as their words are kept. What has gone out is emptied; what waits is not sent any more,
/// unless it is somebody else's word to them.
/// </summary>
public sealed class MessagesData : IPersonalData
{
    /// <summary>The <see cref="Message.LastError"/> of what was not sent because its reader had their data erased.</summary>
    public const string Erased = "reader-erased";

    public string Section => "messages";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Messages.CountAsync(message => message.ForMember == member && message.Body != "", cancel) is var some and > 0 ? (Text)$"{new Hole.Count(some, "message", "messages")} from me to you, as drawn; the words go within days" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.Messages.AsNoTracking().Where(message => message.ForMember == member).OrderBy(message => message.CreatedAt).ToListAsync(cancel), message =>
        {
            json.Say("createdAt", message.CreatedAt);
            json.Say("sentAt", message.SentAt);
            json.Say("summary", message.Summary);
            json.Say("body", message.Body);
        });

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        foreach (var message in await db.Messages.Where(message => message.ForMember == member && message.Body != "").ToListAsync(cancel))
            if (message.SentRevision >= message.Revision || message.DeadAt is not null)
                (message.Body, message.Summary) = ("", "");
            else if (how.HasLeft || !IsAnothers(message.Key))
                (message.Body, message.Summary, message.DeadAt, message.LastError) = ("", "", how.At, Erased);
    }

    // Thanks, that somebody in need asks them to get in touch, and a request for five minutes (what goes back to its asker has one part more).
    static bool IsAnothers(string key) => key.Split('/') is ["kudos" or "asked", ..] or ["five", _];
}

/// <summary>What somebody had typed in an ordinary form that could not be opened at once: a day's worth.</summary>
public sealed class DraftsData : IPersonalData
{
    public string Section => "drafts";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.Drafts.AsNoTracking().Where(draft => draft.MemberId == member).OrderBy(draft => draft.At).ToListAsync(cancel), draft =>
        {
            json.Say("at", draft.At);
            json.Say("form", draft.Form);
            json.Say("answers", draft.Answers);
        });

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) =>
        db.RemoveRange(await db.Drafts.Where(draft => draft.MemberId == member).ToListAsync(cancel));
}
