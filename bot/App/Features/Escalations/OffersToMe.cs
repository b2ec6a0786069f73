using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>Questions as those see them to whom they are or were held out. Who has nothing to do with one sees nothing of it.</summary>
public sealed class OffersToMe(QuestionViews views, QuestionMessages messages)
{
    internal static Outcome NotYours => Refusing.Word($"This question is no longer there, or it isn't yours to answer, so nothing was changed.");

    /// <summary>The question, where whoever acts has or had something to do with it.</summary>
    internal static async Task<Question?> Find(Guid id, Turn turn, CancellationToken cancel)
    {
        if (await Escalating.Find(turn.Db, id, cancel) is not { } question)
            return null;
        var standing = await QuestionRows.Read(turn.Db, question, cancel);
        return standing.Owner == turn.Who.Id || standing.Triage == turn.Who.Id || standing.Offers.Any(offer => offer.To == turn.Who.Id) ? question : null;
    }

    internal Task<QuestionWords> Words(Question question, Turn turn, CancellationToken cancel) => views.Words(turn.Db, question, cancel);

    /// <summary>Whether it is still theirs to do something with.</summary>
    internal static async Task<bool> MayAct(Question question, int number, Turn turn, CancellationToken cancel)
    {
        var now = await QuestionRows.Read(turn.Db, question, cancel);
        return now.Owner == turn.Who.Id || (now.State is QuestionState.Triage && now.Triage == turn.Who.Id) || (now.Live is { } live && live.To == turn.Who.Id && live.Number == number);
    }

    /// <summary>Their card as it stands.</summary>
    internal async Task<Outcome> AsItStands(Question question, int number, Turn turn, CancellationToken cancel)
    {
        var now = Standing(question, turn);
        var words = await Words(question, turn, cancel);
        var offer = now.Offers.FirstOrDefault(one => one.Number == number && one.To == turn.Who.Id) ?? now.Offers.LastOrDefault(one => one.To == turn.Who.Id && one.Outcome is OfferOutcome.Accepted);
        if (offer is null)
            return new Reply.Replace(now.State is QuestionState.Triage && now.Triage == turn.Who.Id ? await messages.TriageCard(turn.Db, question, now, words, cancel) : OfferCard.For(words, new OfferStatus(OfferStands.PassedOn, 0, null)));
        return new Reply.Replace(await messages.OfferCard(turn.Db, question, now, offer, words, cancel));
    }

    /// <summary>Too late: somebody else has it, or it is over. Said in words, and their card shows it.</summary>
    internal async Task<Outcome> Refuse(Refusal why, Question question, int number, Turn turn, CancellationToken cancel)
    {
        if (turn.What is Incoming.Press)
            return await AsItStands(question, number, turn, cancel);
        var owner = question.OwnerId is { } id && id != turn.Who.Id ? await views.Person(id, cancel) : null;
        return Refusing.Word(why switch
        {
            Refusal.Closed => $"The question is closed already, so nothing was sent. Thank you all the same.",
            Refusal.OfferOver when owner is not null => $"{owner} has it meanwhile, so nothing was sent. Thank you all the same.",
            Refusal.OfferOver => $"Your time for it is over and somebody else is asked, so nothing was sent. Thank you all the same.",
            Refusal.ToAsker => $"They asked it themselves. Pick somebody else.",
            Refusal.Nobody => $"Nobody can be reached there just now. Pick somebody else, or take it yourself.",
            _ => (Text)$"This isn't yours to do any more, so nothing was changed.",
        });
    }

    static Standing Standing(Question question, Turn turn) =>
        QuestionRows.Read(question, turn.Db.QuestionOffers.Local.Where(offer => offer.QuestionId == question.Id).OrderBy(offer => offer.Number));
}
