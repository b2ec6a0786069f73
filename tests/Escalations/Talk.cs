using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations;

/// <summary>What people write below messages of the bot, and what they do with it afterwards.</summary>
static class Talk
{
    /// <summary>Somebody's reply to the message with this key.</summary>
    public static async Task<Heard> Replies(this TestBot bot, Someone who, string key, string words, string id = "m1", params Attached[] files) =>
        await bot.RepliesTo(who, (await bot.Message(key)).RemoteId!, words, id, files);

    public static Task<Heard> RepliesTo(this TestBot bot, Someone who, string under, string words, string id = "m1", params Attached[] files)
    {
        var line = Typed.Of(words);
        return bot.Runs(Understanding.Read(bot.From(who) with { Spoken = new Spoken($"in {who.Account}", id, under, line) { Files = files } }, line, bot.Get<Routes>()));
    }

    public static Task<Heard> Edits(this TestBot bot, Someone who, string words, string id = "m1") =>
        bot.Runs(new Incoming.Edited(bot.From(who) with { Spoken = new Spoken($"in {who.Account}", id, null, Typed.Of(words)) }));

    public static Task<Heard> Deletes(this TestBot bot, Someone who, string id = "m1") =>
        bot.Runs(new Incoming.Deleted(bot.From(who) with { Spoken = new Spoken($"in {who.Account}", id, null, Typed.Of("")) }));

    /// <summary>What somebody typed into a line on a card itself.</summary>
    public static Task<Heard> Writes(this TestBot bot, Someone who, Delivered message, string words)
    {
        var here = message.Card.Body.OfType<Block.Write>().Single().Here;
        var ticket = bot.Get<Tickets>().Open(message.Reader.Seal(here.About))!;
        return bot.Runs(new Incoming.Submit(bot.From(who, ticket.Where), ticket, new Answers(new Dictionary<string, IReadOnlyList<string>> { [here.Fields[0].Id] = [words] })));
    }

    /// <summary>The button that a line on a card is where the card can't hold it.</summary>
    public static Ref Opens(this Card card) => card.Body.OfType<Block.Write>().Single().Opens.Does;

    /// <summary>All that is wanted arrives: a place takes one message a millisecond.</summary>
    public static async Task Settles(this TestBot bot)
    {
        for (var round = 0; round < 6; round++)
        {
            await bot.Delivers();
            bot.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>Something said, as it reached somebody.</summary>
    public static async Task<Delivered> Reached(this AskedBot it, Someone who, int? number = null)
    {
        await it.Bot.Settles();
        var question = await it.Question;
        return it.Standing(QuestionMessages.SaidKey(question.Id, number ?? question.LastEvent, who.Id));
    }

    public static Task<List<QuestionEvent>> Said(this TestBot bot) => bot.Read(db => db.QuestionEvents.AsNoTracking().Where(one => one.Words != "" || one.DeletedAt != null).OrderBy(one => one.Number).ToListAsync());
}
