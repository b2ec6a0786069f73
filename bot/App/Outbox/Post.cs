using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Outbox;

/// <summary>Takes what a turn wants sent and makes it rows, already drawn in the dialect of where it goes.</summary>
public sealed class Post(IEnumerable<IVoice> voices, Register register, Readership readership, Doorbell doorbell)
{
    readonly Dictionary<Channel, IVoice> _voices = voices.ToDictionary(voice => voice.Channel);

    /// <summary>To be called when messages were committed: the dispatcher need not wait for its next round.</summary>
    public void Wake() => doorbell.Ring();

    internal async ValueTask<Outcome> Settle(Turn turn, Outcome outcome, CancellationToken cancel)
    {
        var shown = await readership.Of(outcome, turn.Who, cancel);
        return _voices.TryGetValue(turn.What.From.Channel, out var voice) ? voice.Settle(turn, shown) : shown;
    }

    /// <summary>Adds the rows to the unit of work; they are sent once it is saved.</summary>
    public async Task Enqueue(Db db, IReadOnlyList<Send> sends, DateTime now, CancellationToken cancel)
    {
        foreach (var send in sends)
            if (send.Changes)
                await Change(db, send, now, cancel);
            else
                db.AddOnly(await New(send, now, cancel));
    }

    /// <summary>False where nothing goes out to this place now: its channel is off, or the bot was taken off there.</summary>
    public async ValueTask<bool> Reaches(Address to, CancellationToken cancel) =>
        await register.Installation(to.Installation, cancel) is { RemovedAt: null } installation && _voices.TryGetValue(installation.Channel, out var voice) && voice.IsOn;

    /// <summary>
    /// The row of a new message to somebody who is at hand already; the caller adds it to its unit of work. For a job that
    /// writes to thousands: nobody is looked up.
    /// </summary>
    public async ValueTask<Message> Row(Send send, MemberInfo who, DateTime now, CancellationToken cancel) =>
        Row(send, await Draw(send, who, cancel), now);

    /// <summary>Changes a message whose row and person are at hand already.</summary>
    public async ValueTask Change(Message message, Send send, MemberInfo who, DateTime now, CancellationToken cancel) =>
        Change(message, await Draw(send with { To = message.To }, who, cancel), now);

    async Task<Message> New(Send send, DateTime now, CancellationToken cancel) => Row(send, await Draw(send, cancel), now);

    static Message Row(Send send, Drawn drawn, DateTime now) => new()
    {
        Key = send.Key,
        InstallationId = send.To.Installation,
        PlaceKind = send.To.Kind,
        PlaceId = send.To.Id,
        Thread = send.To.Thread,
        ForMember = send.For,
        Priority = send.Priority,
        Body = drawn.Body,
        Summary = drawn.Summary,
        DueAt = now,
        CreatedAt = now,
        LastError = send.Waits ? Message.PersonBlocked : null,
    };

    async Task Change(Db db, Send send, DateTime now, CancellationToken cancel)
    {
        if (await db.Messages.SingleOrDefaultAsync(message => message.Key == send.Key, cancel) is not { } message)
            return;
        Change(message, await Draw(send with { To = message.To, For = message.ForMember }, cancel), now);
    }

    static void Change(Message message, Drawn drawn, DateTime now)
    {
        (message.Body, message.Summary) = (drawn.Body, drawn.Summary);
        (message.Attempts, message.DeadAt) = (0, null);
        // What has never gone out keeps its turn.
        if (message.SentRevision > 0 || message.DueAt > now)
            message.DueAt = now;
        message.Revision++;
    }

    async Task<Drawn> Draw(Send send, CancellationToken cancel) => await Draw(await readership.Of(send, cancel), cancel);

    async Task<Drawn> Draw(Send send, MemberInfo who, CancellationToken cancel) => await Draw(await readership.Of(send, who, cancel), cancel);

    async ValueTask<Drawn> Draw((Send Send, Reader Reader) what, CancellationToken cancel)
    {
        var installation = await register.Installation(what.Send.To.Installation, cancel)
            ?? throw new InvalidOperationException($"Installation {what.Send.To.Installation} is gone.");
        return _voices[installation.Channel].Draw(what.Send, what.Reader);
    }
}
