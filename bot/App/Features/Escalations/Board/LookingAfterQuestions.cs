using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Escalations.Board;

/// <summary>Whoever looks after all questions gives one to somebody else, or withdraws it with a reason that its asker reads. Solved it is by its asker's word only.</summary>
public sealed class LookingAfterQuestions(IStore store, Escalating escalating, Post post, TimeProvider clock)
{
    /// <summary>Most characters of the reason.</summary>
    public const int MostWhy = 500;

    /// <param name="to">A person; null: whoever is next for the topic.</param>
    /// <returns>Why it was not done, in words; null: it was.</returns>
    public Task<string?> Reassign(MemberInfo who, Guid question, Guid? to, Guid? topic, CancellationToken cancel) => to is null && topic is null
        ? Task.FromResult<string?>("Pick a person or a topic.")
        : Does(who, question, new Happening.Reassigned(who.Id, to, topic), "question.reassign", cancel);

    /// <inheritdoc cref="Reassign"/>
    public Task<string?> Withdraw(MemberInfo who, Guid question, string why, CancellationToken cancel) => why.Trim() switch
    {
        "" => Task.FromResult<string?>("Say why: whoever asked reads it."),
        { Length: > MostWhy } tooLong => Task.FromResult<string?>($"That is {tooLong.Length} characters; at most {MostWhy} fit."),
        var reason => Does(who, question, new Happening.WithdrawnFor(who.Id, reason), "question.withdraw", cancel),
    };

    async Task<string?> Does(MemberInfo who, Guid id, Happening what, string act, CancellationToken cancel)
    {
        try
        {
            var refused = await store.Do(db => Does(db, who, id, what, act, cancel), cancel);
            post.Wake();
            return refused;
        }
        catch (Exception failure) when (UniqueViolation.IsOneOf(failure))
        {
            return "Somebody else acted in the same moment, so nothing was changed. This is how it stands now.";
        }
    }

    async Task<string?> Does(Db db, MemberInfo who, Guid id, Happening what, string act, CancellationToken cancel)
    {
        if (await Escalating.Find(db, id, cancel) is not { } question)
            return "This question is no longer there.";
        var now = clock.GetUtcNow().UtcDateTime;
        var happened = await escalating.Happens(db, question, what, now, cancel);
        if (happened.Refused is { } why)
            return Words(why);
        db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = act, Row = id.ToString(), About = question.AskerId == Guid.Empty ? null : question.AskerId });
        await post.Enqueue(db, happened.Sends, now, cancel);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    static string Words(Refusal why) => why switch
    {
        Refusal.Closed => "It is closed or answered meanwhile, so nothing was changed.",
        Refusal.ToAsker => "They asked it. Pick somebody else.",
        Refusal.ToHolder => "They have it, or are asked already. Pick somebody else.",
        _ => "Nobody can be reached there just now. Pick another topic, or a person.",
    };
}
