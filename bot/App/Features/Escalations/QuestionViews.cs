using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>A question's rows in the words of cards.</summary>
public sealed class QuestionViews(Register register, KnownAnswers known, IChooseExperts choosing, TimeProvider clock)
{
    const int MostSaid = 20, MostCharacters = 9000, MostOnAskersCard = 3;

    /// <summary>Everything said so far; of a long conversation, the last.</summary>
    public async Task<QuestionWords> Words(Db db, Question question, CancellationToken cancel)
    {
        var all = await Events(db, question.Id, cancel);
        // A card takes only so much; the latest words are the ones that nobody may have to repeat.
        var room = MostCharacters;
        var said = await Words(all.AsEnumerable().Reverse().TakeWhile((one, at) => at < MostSaid && (room -= one.Words.Length) >= 0).Reverse(), cancel);
        var topic = question.TopicId is { } id ? await db.Topics.FindAsync([id], cancel) : null;
        return new QuestionWords(question.Id.ToString(), await Person(question.AskerId, cancel), question.Words, Of(question.Urgency))
        {
            Tried = question.Tried,
            Customer = question.Customer,
            Need = question.Need,
            NeedsDecision = question.NeedsDecision,
            Link = Uri.TryCreate(question.Link, UriKind.Absolute, out var link) ? link : null,
            Topic = topic?.Name,
            AnswerBy = question.AnswerBy > clock.GetUtcNow().UtcDateTime ? question.AnswerBy : null,
            Said = said,
            IsCut = said.Count < all.Count,
        };
    }

    /// <summary>What the asker's card says.</summary>
    public async Task<QuestionStatus> Status(Db db, Question question, Standing now, CancellationToken cancel)
    {
        var topic = question.TopicId is { } id ? await db.Topics.FindAsync([id], cancel) : null;
        var asker = await register.Member(question.AskerId, cancel);
        var phrase = asker is null || !now.IsOpen ? null : (await PhraseBook.Read(register, cancel)).For(Situation.Find("waiting")!, asker) is [var first, ..] ? first : null;
        var whom = now.IsOpen ? now.Holder == now.Asker ? null : now.Holder : now.Note is { } note ? (await KnownAnswers.One(db, note, cancel))?.Author : now.Owner;
        return new QuestionStatus(Where(now), now.Deadline)
        {
            Who = whom is { } one ? await Person(one, cancel) : null,
            Since = now.State is QuestionState.Owned ? now.AcceptedAt : now.AnsweredAt,
            HandedTo = now is { State: QuestionState.Owned, Live: { } live } ? await Person(live.To, cancel) : null,
            ForCustomer = now.IsOpen ? topic is { ForCustomer.Length: > 0 } ? topic.ForCustomer : phrase?.Words ?? "" : "",
            Meanwhile = now.IsOpen ? topic is { Meanwhile.Length: > 0 } ? topic.Meanwhile : phrase?.Offer ?? "" : "",
            CallBackAt = now.CallBackAt,
            DutyFrom = Where(now) is Whereabouts.NobodyThere ? await DutyFrom(db, question, now, cancel) : Where(now) is Whereabouts.Offered ? FirstDuty(now) : null,
            Because = Where(now) is Whereabouts.Triage ? await Because(db, question, now, cancel) : null,
            IsWarned = now is { State: QuestionState.Choosing, WarnAt: null },
            Known = now.State is QuestionState.Choosing or QuestionState.Offered or QuestionState.Triage ? await Known(db, question, cancel) : [],
            IsKnown = now.Note is not null,
            HasReason = Chosen(now) is not null,
            Answer = now.State is QuestionState.Answered or QuestionState.Unconfirmed ? await Answer(db, question.Id, cancel) : "",
            Said = await Words((await Events(db, question.Id, cancel)).Where(one => one.Kind is EventKind.Said or EventKind.Added).TakeLast(MostOnAskersCard), cancel),
            ChangedHands = now.Transfers > 0,
            Repeated = now.Repeated switch { Repeated.Unknown => null, var answer => answer is Repeated.Yes },
            IsDelayed = now.IsOpen && await db.QuestionEvents.AnyAsync(said => said.QuestionId == question.Id && said.Kind == EventKind.Delayed, cancel) | db.QuestionEvents.Local.Any(said => said.QuestionId == question.Id && said.Kind == EventKind.Delayed),
        };
    }

    DateTime? FirstDuty(Standing now) => now.Live is { } live && ExpertReason.Read(live.Why) is { DutyFrom: { } from } && from > clock.GetUtcNow().UtcDateTime ? from : null;

    /// <summary>Why it is with triage, as far as it can be said now; null: it isn't, or somebody could be asked again.</summary>
    public async Task<NobodyWords?> Because(Db db, Question question, Standing now, CancellationToken cancel)
    {
        if (now.State is not QuestionState.Triage)
            return null;
        if (now.Topic is not { } id || await db.Topics.FindAsync([id], cancel) is not { ArchivedAt: null } topic)
            return new NobodyWords("", NobodyBecause.NoTopic);
        if (now.Overdue >= EscalationRules.MostOverdue)
            return new NobodyWords(topic.Name, NobodyBecause.Late);
        var moment = clock.GetUtcNow().UtcDateTime;
        return await choosing.Next(db, Moving.Wanted(now, moment) with { Culture = question.Culture }, moment, cancel) is ExpertFound.Nobody { Why: { } why, Until: var until }
            ? new NobodyWords(topic.Name, why, until, now.NeedsDecision)
            : now.Offers.Count > 0 ? new NobodyWords(topic.Name, NobodyBecause.NobodyTook) : null;
    }

    async Task<DateTime?> DutyFrom(Db db, Question question, Standing now, CancellationToken cancel)
    {
        var moment = clock.GetUtcNow().UtcDateTime;
        var duty = await choosing.Next(db, Moving.Wanted(now, moment) with { Culture = question.Culture }, moment, cancel) is ExpertFound.Nobody { Until: var until } ? until : null;
        return await LookingAround.SomebodyFrom(db, duty, question.AskerId, moment, cancel);
    }

    /// <summary>Answers that there are already, at most three.</summary>
    public async Task<IReadOnlyList<KnownWords>> Known(Db db, Question question, CancellationToken cancel)
    {
        var all = new List<KnownWords>();
        foreach (var one in await known.For(db, question.Words, question.TopicId, cancel))
            all.Add(new KnownWords(one.Key.Id.ToString(), one.Words, one.Answer, await Person(one.Author, cancel), Math.Max(0, (int)(clock.GetUtcNow().UtcDateTime - one.At).TotalDays), one.IsOutdated));
        return all;
    }

    /// <summary>How it stands for somebody to whom it was held out.</summary>
    public async Task<OfferStatus> Status(Db db, Question question, Standing now, Offer offer, CancellationToken cancel)
    {
        var giver = offer.Kind is OfferKind.HandedOver ? now.Owner : offer.Kind is OfferKind.Passed ? await Named(db, question.Id, offer.To, cancel) : null;
        var reason = ExpertReason.Read(offer.Why);
        return new OfferStatus(Stands(now, offer), offer.Number, offer.Outcome is OfferOutcome.Live ? offer.Until : now.Deadline)
        {
            From = giver is { } one && one != offer.To ? await Person(one, cancel) : null,
            IsHandover = offer.Kind is OfferKind.HandedOver && now.State is QuestionState.Owned,
            Reason = reason?.ForExpert,
            Related = Stands(now, offer) is OfferStands.Live or OfferStands.Theirs ? await Known(db, question, cancel) : [],
            HandedTo = now is { State: QuestionState.Owned, Live: { } live } && live.To != offer.To ? await Person(live.To, cancel) : null,
        };
    }

    /// <summary>Why it is with whom it is; null: somebody named them, or it is with nobody whom the rules chose.</summary>
    internal static (Guid Who, ExpertReason Why)? Chosen(Standing now)
    {
        var offer = now.State is QuestionState.Owned ? now.Offers.LastOrDefault(one => one.Outcome is OfferOutcome.Accepted && one.To == now.Owner) : now.Live;
        return offer is not null && ExpertReason.Read(offer.Why) is { } why ? (offer.To, why) : null;
    }

    public async ValueTask<Person> Person(Guid member, CancellationToken cancel) => (await register.Member(member, cancel))?.Person ?? new Person(member, "A colleague");

    internal static string Of(Urgency urgency) => urgency switch { Urgency.Waiting => AskQuestion.Waiting, Urgency.Today => AskQuestion.Today, _ => AskQuestion.Week };

    internal static Urgency? Meant(string words) => words switch { AskQuestion.Waiting => Urgency.Waiting, AskQuestion.Today => Urgency.Today, AskQuestion.Week => Urgency.Week, _ => null };

    static OfferStands Stands(Standing now, Offer offer) => offer.Outcome switch
    {
        OfferOutcome.Live => OfferStands.Live,
        OfferOutcome.Accepted when now.Owner == offer.To => now.State switch
        {
            QuestionState.Owned => OfferStands.Theirs,
            QuestionState.Answered or QuestionState.Unconfirmed => OfferStands.Answered,
            QuestionState.Solved => OfferStands.Solved,
            _ => OfferStands.Over,
        },
        OfferOutcome.Passed or OfferOutcome.NotNow => OfferStands.PassedOn,
        OfferOutcome.Expired or OfferOutcome.Undelivered => OfferStands.Expired,
        _ => OfferStands.Over,
    };

    static Whereabouts Where(Standing now) => now.State switch
    {
        QuestionState.Choosing => Whereabouts.Choosing,
        QuestionState.Offered => Whereabouts.Offered,
        QuestionState.Triage => now.Triage is null ? Whereabouts.NobodyThere : Whereabouts.Triage,
        QuestionState.Owned => Whereabouts.Owned,
        QuestionState.Answered => Whereabouts.Answered,
        QuestionState.Unconfirmed => Whereabouts.Unconfirmed,
        QuestionState.Solved => Whereabouts.Solved,
        _ => Whereabouts.Withdrawn,
    };

    // What this very turn wrote is not in the database yet, nor what it changed.
    static async Task<List<QuestionEvent>> Events(Db db, Guid question, CancellationToken cancel)
    {
        var stored = await db.QuestionEvents.Where(one => one.QuestionId == question && one.Words != "" && one.DeletedAt == null).OrderByDescending(one => one.Number).Take(MostSaid + 1).ToListAsync(cancel);
        var fresh = db.QuestionEvents.Local.Where(one => one.QuestionId == question && db.Entry(one).State is EntityState.Added or EntityState.Modified);
        return [.. stored.Union(fresh).Where(one => one.Words.Length > 0 && one.DeletedAt is null).OrderBy(one => one.Number)];
    }

    async Task<IReadOnlyList<SaidWords>> Words(IEnumerable<QuestionEvent> events, CancellationToken cancel)
    {
        var said = new List<SaidWords>();
        foreach (var one in events)
            said.Add(await Words(one, cancel));
        return said;
    }

    /// <summary>Something said, as cards tell it.</summary>
    public async ValueTask<SaidWords> Words(QuestionEvent one, CancellationToken cancel) => new(one.MemberId is { } by ? await Person(by, cancel) : new Person(Guid.Empty, "A colleague"), one.At, one.Words)
    {
        IsEdited = one.EditedAt is not null,
        IsTakenBack = one.DeletedAt is not null,
    };

    static async Task<string> Answer(Db db, Guid question, CancellationToken cancel) =>
        (await Events(db, question, cancel)).LastOrDefault(one => one.Kind is EventKind.Answered)?.Words ?? "";

    static async Task<Guid?> Named(Db db, Guid question, Guid to, CancellationToken cancel) =>
        db.QuestionEvents.Local.Where(one => one.QuestionId == question && one.OtherId == to && one.Kind is EventKind.Passed or EventKind.Assigned).Select(one => one.MemberId).LastOrDefault()
        ?? await db.QuestionEvents.AsNoTracking().Where(one => one.QuestionId == question && one.OtherId == to && (one.Kind == EventKind.Passed || one.Kind == EventKind.Assigned)).OrderByDescending(one => one.Number).Select(one => one.MemberId).FirstOrDefaultAsync(cancel);
}
