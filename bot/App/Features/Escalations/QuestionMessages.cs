using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>The messages about a question: its asker's one card, a card for each to whom it is held out, and news that must not be missed. All of them overtake what is not urgent.</summary>
public sealed partial class QuestionMessages(Register register, QuestionViews views)
{
    public static string AskerKey(Guid question) => $"question/{question:N}/asker";

    public static string OfferKey(Guid question, int offer) => $"question/{question:N}/offer/{offer}";

    static string TriageKeys(Guid question, Guid member) => $"question/{question:N}/triage/{member:N}/";

    /// <summary>All that a movement leads to.</summary>
    public async Task<IReadOnlyList<Send>> Of(Db db, Question question, Standing before, Moved moved, CancellationToken cancel)
    {
        var words = await views.Words(db, question, cancel);
        var sends = new List<Send> { Changed(AskerKey(question.Id), await AskerCard(db, question, moved.Now, words, cancel)) };
        foreach (var offer in moved.Now.Offers)
            if (Was(before, offer) is not { } was)
                await New(offer);
            else if (was.Outcome != offer.Outcome || offer.Outcome is OfferOutcome.Live || offer.To == moved.Now.Owner || offer.To == before.Owner)
                sends.Add(Changed(OfferKey(question.Id, offer.Number), await OfferCard(db, question, moved.Now, offer, words, cancel)));
        if (before is { State: QuestionState.Triage, Triage: { } turn } && (moved.Now.State is not QuestionState.Triage || moved.Now.Triage != turn))
            foreach (var key in await Keys(db, TriageKeys(question.Id, turn), cancel))
                sends.Add(Changed(key, Cards.Escalations.OfferCard.For(words, new OfferStatus(OfferStands.PassedOn, 0, null))));
        foreach (var notice in moved.Notices.Where(notice => notice.What is not News.Accepted || moved.Notices.All(other => other.What is not News.ChangedHands)))
            if (await Tell(db, notice, question, moved, words, cancel) is { } news)
                sends.Add(news);
        return sends;

        async Task New(Offer offer)
        {
            if (await To(OfferKey(question.Id, offer.Number), offer.To, await OfferCard(db, question, moved.Now, offer, words, cancel), cancel) is { } send)
                sends.Add(send);
        }
    }

    public async Task<Card> AskerCard(Db db, Question question, Standing now, QuestionWords words, CancellationToken cancel) =>
        QuestionCard.For(words, await views.Status(db, question, now, cancel));

    /// <summary>The same of a question that was asked this very moment.</summary>
    public async Task<Card> NewAskerCard(Db db, Question question, CancellationToken cancel) =>
        await AskerCard(db, question, QuestionRows.Read(question, []), await views.Words(db, question, cancel), cancel);

    public async Task<Card> OfferCard(Db db, Question question, Standing now, Offer offer, QuestionWords words, CancellationToken cancel) =>
        Cards.Escalations.OfferCard.For(words, await views.Status(db, question, now, offer, cancel));

    public async Task<Card> TriageCard(Db db, Question question, Standing now, QuestionWords words, CancellationToken cancel) =>
        Cards.Escalations.OfferCard.For(words, new OfferStatus(OfferStands.Live, 0, now.Deadline) { IsTriage = true, Because = await views.Because(db, question, now, cancel), Related = await views.Known(db, question, cancel) });

    /// <summary>A message to somebody; null where nothing reaches them any more.</summary>
    public async ValueTask<Send?> To(string key, Guid member, Card card, CancellationToken cancel) =>
        await register.Member(member, cancel) is { HasLeft: false, Mailbox: { } mailbox } who
            ? new Send(key, mailbox, card) { For = who.Id, Priority = Priority.Urgent, Waits = who.Home is null }
            : null;

    public static Send Changed(string key, Card card) => new(key, new Address(0, PlaceKind.Person, ""), card) { Changes = true, Priority = Priority.Urgent };

    static Task<List<string>> Keys(Db db, string prefix, CancellationToken cancel) =>
        db.Messages.AsNoTracking().Where(message => message.Key.StartsWith(prefix)).Select(message => message.Key).ToListAsync(cancel);

    static Offer? Was(Standing before, Offer offer) => before.Offers.FirstOrDefault(one => one.Number == offer.Number);

    async ValueTask<Send?> Tell(Db db, Notice notice, Question question, Moved moved, QuestionWords words, CancellationToken cancel)
    {
        if (notice.What is News.Triage)
            return await To($"{TriageKeys(question.Id, notice.To)}{question.Version}", notice.To, await TriageCard(db, question, moved.Now, words, cancel), cancel);
        if (notice.What is News.Said or News.Added)
            return await Said(db, question, moved.Now, notice.To, words, cancel);
        return await Card(db, notice, question, moved, words, cancel) is { } card ? await To($"question/{question.Id:N}/news/{question.Version}/{notice.What}/{notice.To:N}", notice.To, card, cancel) : null;
    }

    // What stands on their card alone is no message of its own.
    async ValueTask<Card?> Card(Db db, Notice notice, Question question, Moved moved, QuestionWords words, CancellationToken cancel)
    {
        async ValueTask<Person> Holder() => await views.Person(moved.Now.Owner ?? moved.Now.Holder ?? Guid.Empty, cancel);
        return notice.What switch
        {
            News.Accepted => QuestionNews.Accepted(words, await Holder()),
            News.ChangedHands => QuestionNews.ChangedHands(words, await Holder()),
            News.Answered => QuestionNews.Answered(words, await Holder(), moved.History.LastOrDefault(line => line.Kind is EventKind.Answered)?.Words ?? ""),
            News.NobodyOnDuty => QuestionNews.NobodyOnDuty(words, notice.Until),
            News.FirstOnDuty => QuestionNews.FirstOnDuty(words, await Holder(), notice.Until!.Value),
            News.ToTriage => await views.Because(db, question, moved.Now, cancel) is { IsForeseen: true } why ? QuestionNews.WithTriage(words, await Holder(), why) : null,
            News.ChooseWarned => QuestionNews.Choose(words, moved.Now.Deadline!.Value),
            News.Late => QuestionNews.Late(words, await Holder()),
            News.ExpertLeft => QuestionNews.ExpertLeft(words),
            News.CallBack => QuestionNews.CallBack(words),
            News.ConfirmReminder => QuestionNews.Confirm(words, await Holder()),
            News.OfferWarned or News.AnswerWarned or News.TriageWarned => QuestionNews.Warned(words, moved.Now.Deadline),
            News.AnswerOverdue or News.TriageOver => QuestionNews.Overdue(words, moved.Now.Deadline),
            News.TakenFromYou => QuestionNews.Taken(words),
            News.Nudge => QuestionNews.Nudged(words),
            News.UrgencyChanged => QuestionNews.Urgency(words),
            News.NotYet => QuestionNews.NotYet(words, moved.History.LastOrDefault(line => line.Kind is EventKind.NotYet)?.Words ?? ""),
            News.Solved => QuestionNews.Solved(words, mayNote: moved.Now.Note is null && moved.Now.Owner == notice.To),
            News.Withdrawn or News.AskerLeft => QuestionNews.Closed(words),
            News.Reassigned => QuestionNews.Reassigned(words),
            News.WithdrawnFor => QuestionNews.WithdrawnFor(words, moved.History[^1].Words),
            News.HandoverAccepted => QuestionNews.HandoverAccepted(words, await Holder()),
            News.HandoverRefused or News.HandoverExpired => QuestionNews.StillYours(words, notice.What is News.HandoverRefused, moved.History[^1].Words),
            _ => null,
        };
    }
}
