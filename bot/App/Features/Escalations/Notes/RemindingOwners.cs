using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>Asks, once, on a note's review date whether it is still right: its owner; where they left, the topic's experts who can decide; else HR.</summary>
public sealed class RemindingOwners(IStore store, Register register, Post post, TimeProvider clock)
{
    const int Page = 100, MostPeople = 10;

    /// <returns>How many notes somebody was asked about.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var asked = await store.Do(db => Some(db, cancel), cancel);
        if (asked > 0)
            post.Wake();
        return asked;
    }

    // What is more than a page is asked at the next tick.
    async Task<int> Some(Db db, CancellationToken cancel)
    {
        var (now, asked) = (clock.GetUtcNow().UtcDateTime, 0);
        var sends = new List<Send>();
        foreach (var note in await db.Notes.Where(note => note.RemindAt <= now).OrderBy(note => note.RemindAt).ThenBy(note => note.Id).Take(Page).ToListAsync(cancel))
        {
            var to = await Whom(db, note, cancel);
            sends.AddRange(to.Select(one => new Send($"note/{note.Id:N}/review/{note.ReviewOn:yyyyMMdd}/{one.Id:N}", one.Mailbox!, NoteCard.Review(LookingAfterNotes.Words(note))) { For = one.Id, Priority = Priority.Bulk, Waits = one.Home is null }));
            // Nobody is there at all: somebody may be tomorrow.
            note.RemindAt = to.Count == 0 ? now.AddDays(1) : null;
            asked += to.Count == 0 ? 0 : 1;
        }
        await post.Enqueue(db, sends, now, cancel);
        await db.SaveChangesAsync(cancel);
        return asked;
    }

    async Task<IReadOnlyList<MemberInfo>> Whom(Db db, Note note, CancellationToken cancel)
    {
        if (note.OwnerId is { } owner && await Present([owner], cancel) is { Count: > 0 } own)
            return own;
        var deciders = await db.Expertises.Where(one => one.TopicId == note.TopicId && one.Level == ExpertLevel.CanDecide).OrderBy(one => one.MemberId).Select(one => one.MemberId).Take(MostPeople).ToListAsync(cancel);
        if (await Present(deciders, cancel) is { Count: > 0 } experts)
            return experts;
        return await Present(await Access.Keepers(db, MostPeople, cancel), cancel);
    }

    async Task<IReadOnlyList<MemberInfo>> Present(IEnumerable<Guid> ids, CancellationToken cancel) =>
        [.. (await register.Members(ids, cancel)).Where(member => member is { HasLeft: false, Mailbox: not null })];
}
