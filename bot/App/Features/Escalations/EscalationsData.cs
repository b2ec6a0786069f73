using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Questions somebody asked, and what they said in others'. The ones they asked go with them; in the others their words
/// stay with the asker, without a name, and what was theirs to do goes on to triage.
/// </summary>
public sealed class EscalationsData(Post post, TimeProvider clock) : IPersonalData
{
    public string Section => "questions";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel)
    {
        var asked = await db.Questions.CountAsync(question => question.AskerId == member, cancel);
        var said = await db.QuestionEvents.CountAsync(one => one.MemberId == member && one.Words != "", cancel);
        return asked + said == 0 ? null : (Text)$"Questions: {asked} asked, {new Hole.Count(said, "word", "words")} in the conversations about questions";
    }

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        var asked = await db.Questions.AsNoTracking().Where(question => question.AskerId == member).OrderBy(question => question.AskedAt).ThenBy(question => question.Id).ToListAsync(cancel);
        var had = await db.Questions.AsNoTracking().Where(question => question.OwnerId == member || question.TriageId == member).OrderBy(question => question.AskedAt).ThenBy(question => question.Id).ToListAsync(cancel);
        var offers = await db.QuestionOffers.AsNoTracking().Where(offer => offer.MemberId == member).OrderBy(offer => offer.At).ThenBy(offer => offer.QuestionId).ToListAsync(cancel);
        var events = await db.QuestionEvents.AsNoTracking().Where(one => one.MemberId == member || one.OtherId == member).OrderBy(one => one.At).ThenBy(one => one.QuestionId).ThenBy(one => one.Number).ToListAsync(cancel);
        json.WriteStartObject();
        json.Rows("asked", asked, question => Say(json, question));
        json.Rows("hadOrLookedAfter", had, question =>
        {
            json.Say("askedAt", question.AskedAt);
            json.Say("became", question.State);
        });
        json.Rows("offeredToYou", offers, offer =>
        {
            json.Say("at", offer.At);
            json.Say("became", offer.Outcome);
            json.Say("why", offer.Why);
        });
        json.Rows("saidAndDone", events, one =>
        {
            json.Say("at", one.At);
            json.Say("what", one.Kind);
            json.WriteBoolean("byYou", one.MemberId == member);
            json.Say("words", one.MemberId == member && one.Words.Length > 0 ? one.Words : null);
        });
        json.WriteEndObject();
    }

    static void Say(Utf8JsonWriter json, Question question)
    {
        json.Say("at", question.AskedAt);
        json.Say("words", question.Words);
        json.Say("tried", question.Tried);
        json.Say("customer", question.Customer);
        json.Say("need", question.Need);
        json.Say("urgency", question.Urgency);
        json.Say("became", question.State);
        json.Say("repeated", question.Repeated);
        json.Say("link", question.Link);
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        var asked = await db.Questions.Where(question => question.AskerId == member).ToListAsync(cancel);
        if (how.HasLeft)
            foreach (var question in asked)
            {
                await Leave(db, question, member, cancel);
                question.AskerId = Guid.Empty;
            }
        else
        {
            await TellGone(db, asked, member, how.At, cancel);
            await Remove(db, asked, cancel);
        }
        await LeaveAll(db, member, cancel);
        foreach (var offer in await db.QuestionOffers.Where(offer => offer.MemberId == member).ToListAsync(cancel))
            offer.MemberId = Guid.Empty;
        // Where they wrote it says who they are; what is changed there later is theirs alone.
        db.RemoveRange(await db.RelayedMessages.Where(one => db.QuestionEvents.Any(said => said.QuestionId == one.QuestionId && said.Number == one.Event && said.MemberId == member)).ToListAsync(cancel));
        foreach (var one in await db.QuestionEvents.Where(one => one.MemberId == member || one.OtherId == member).ToListAsync(cancel))
            (one.MemberId, one.OtherId) = (one.MemberId == member ? null : one.MemberId, one.OtherId == member ? null : one.OtherId);
        foreach (var one in db.QuestionEvents.Local.Where(one => one.OtherId == member))
            one.OtherId = null;
    }

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        Guid? Into(Guid? id) => id == merged.From ? merged.Into : id;
        await PartBoth(db, merged, cancel);
        foreach (var question in await db.Questions.Where(one => one.AskerId == merged.From || one.OwnerId == merged.From || one.TriageId == merged.From).ToListAsync(cancel))
            (question.AskerId, question.OwnerId, question.TriageId) = (Into(question.AskerId)!.Value, Into(question.OwnerId), Into(question.TriageId));
        foreach (var offer in await db.QuestionOffers.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
            offer.MemberId = merged.Into;
        foreach (var one in await db.QuestionEvents.Where(one => one.MemberId == merged.From || one.OtherId == merged.From).ToListAsync(cancel))
            (one.MemberId, one.OtherId) = (Into(one.MemberId), Into(one.OtherId));
        foreach (var one in db.QuestionEvents.Local.Where(one => one.OtherId == merged.From))
            one.OtherId = merged.Into;
    }

    // Two who turn out to be one: nobody is asked by themselves, nor hands over to themselves.
    async Task PartBoth(Db db, Merged merged, CancellationToken cancel)
    {
        foreach (var question in await Held(db, merged.From).Union(Held(db, merged.Into)).Distinct().ToListAsync(cancel))
        {
            var standing = await QuestionRows.Read(db, question, cancel);
            var other = standing.Asker == merged.From ? merged.Into : merged.From;
            if (standing.Asker == merged.From || standing.Asker == merged.Into)
                await Leave(db, question, other, cancel);
            else if (standing is { Live: { } live, Owner: { } owner } && (owner, live.To) is var pair && (pair == (merged.From, merged.Into) || pair == (merged.Into, merged.From)))
                await Leave(db, question, live.To, cancel);
        }
    }

    async Task LeaveAll(Db db, Guid member, CancellationToken cancel)
    {
        foreach (var question in await Held(db, member).ToListAsync(cancel))
            if (db.Entry(question).State is not EntityState.Deleted)
                await Leave(db, question, member, cancel);
    }

    // Nobody is looked for here: it stands with triage, and the job looks at it at once.
    async Task Leave(Db db, Question question, Guid member, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var moved = Moving.On(await QuestionRows.Read(db, question, cancel), new Happening.MemberGone(member), new Around(now, EscalationRules.Default, new ExpertFound.Nobody(), null, TimeZoneInfo.Utc));
        QuestionRows.Write(db, question, moved, now);
        if (question is { State: QuestionState.Triage, ClosedAt: null })
            (question.Deadline, question.DueAt) = (now, now);
        if (question.OwnerId == member)
            question.OwnerId = null;
        if (question.TriageId == member)
            question.TriageId = null;
    }

    static IQueryable<Question> Held(Db db, Guid member) => db.Questions.Where(one => one.OwnerId == member || one.TriageId == member
        || db.QuestionOffers.Any(offer => offer.QuestionId == one.Id && offer.MemberId == member && offer.Outcome == OfferOutcome.Live));

    // What colleagues have of it on their platforms says that there is nothing to do any more, in place of the asker's words.
    async Task TellGone(Db db, List<Question> asked, Guid asker, DateTime now, CancellationToken cancel)
    {
        foreach (var question in asked)
        {
            var about = QuestionMessages.KeysOf(question.Id);
            var keys = await db.Messages.AsNoTracking().Where(message => message.Key.StartsWith(about) && message.ForMember != asker && message.DeadAt == null && (message.RemoteId != null || message.Body != "")).Select(message => message.Key).ToListAsync(cancel);
            await post.Enqueue(db, [.. keys.Select(key => QuestionMessages.Changed(key, QuestionNews.Gone))], now, cancel);
        }
    }

    static async Task Remove(Db db, List<Question> asked, CancellationToken cancel)
    {
        var ids = asked.ConvertAll(question => question.Id);
        db.RemoveRange(await db.QuestionEvents.Where(one => ids.Contains(one.QuestionId)).ToListAsync(cancel));
        db.RemoveRange(await db.QuestionOffers.Where(one => ids.Contains(one.QuestionId)).ToListAsync(cancel));
        db.RemoveRange(await db.RelayedMessages.Where(one => ids.Contains(one.QuestionId)).ToListAsync(cancel));
        db.RemoveRange(asked);
    }
}
