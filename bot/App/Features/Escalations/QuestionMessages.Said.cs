using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations;

// What one side wrote, as a message to the other, below the other's card where the platform has threads.
public sealed partial class QuestionMessages
{
    /// <summary>All keys of messages about a question begin so.</summary>
    internal static string KeysOf(Guid question) => $"question/{question:N}/";

    /// <summary>The key of something said, as it reached somebody.</summary>
    public static string SaidKey(Guid question, int number, Guid to) => $"{KeysOf(question)}said/{number}/{to:N}";

    /// <summary>Whom a message with such a key is for; null for any other key.</summary>
    static Guid? SaidTo(string key) => key.Split('/') is ["question", _, "said", _, var to] && Guid.TryParseExact(to, "N", out var member) ? member : null;

    async ValueTask<Send?> Said(Db db, Question question, Standing now, Guid to, QuestionWords words, CancellationToken cancel)
    {
        var said = db.QuestionEvents.Local.Single(one => one.QuestionId == question.Id && one.Number == question.LastEvent);
        var card = await Card(said, question, now, to, words, "", cancel);
        return await To(SaidKey(question.Id, said.Number, to), to, card, cancel) is { } send
            ? CardOf(question, now, to) is { } above ? send with { To = send.To.Under(above) } : send
            : null;
    }

    /// <summary>Something said, as a card for whoever reads it.</summary>
    internal async ValueTask<Card> Card(QuestionEvent said, Question question, Standing now, Guid to, QuestionWords words, string answered, CancellationToken cancel) =>
        SaidCard.For(words, said.Number, await views.Words(said, cancel), !now.IsClosed && now.Owner is { } owner && (to == now.Asker || to == owner) && said.MemberId != to, answered);

    /// <summary>Something said was changed or taken back where it had been written: the messages that carry it, and the cards on which it stands.</summary>
    public async Task<IReadOnlyList<Send>> Followed(Db db, Question question, QuestionEvent said, IEnumerable<string> keys, CancellationToken cancel)
    {
        var words = await views.Words(db, question, cancel);
        var now = await QuestionRows.Read(db, question, cancel);
        var sends = new List<Send> { Changed(AskerKey(question.Id), await AskerCard(db, question, now, words, cancel)) };
        foreach (var offer in now.Offers.Where(offer => offer.Outcome is OfferOutcome.Live || (offer.Outcome is OfferOutcome.Accepted && offer.To == now.Owner)))
            sends.Add(Changed(OfferKey(question.Id, offer.Number), await OfferCard(db, question, now, offer, words, cancel)));
        foreach (var key in keys)
            if (SaidTo(key) is { } to)
                sends.Add(Changed(key, await Card(said, question, now, to, words, "", cancel)));
        return sends;
    }

    // The card that somebody has of the question.
    static string? CardOf(Question question, Standing now, Guid who) => who == now.Asker ? AskerKey(question.Id)
        : now.Offers.LastOrDefault(offer => offer.To == who) is { } offer ? OfferKey(question.Id, offer.Number) : null;
}
