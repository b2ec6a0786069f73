using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>One's own kudos of the last 90 days, by value: for oneself only.</summary>
public sealed class ReadingMyKudos(Register register) : IAnswer<Incoming.Command>
{
    const int Latest = 3;

    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
    {
        var (me, since) = (turn.Who.Id, turn.Now.AddDays(-MyKudosCard.Days));
        var received = from receipt in turn.Db.KudosReceipts
                       join kudos in turn.Db.Kudos on receipt.KudosId equals kudos.Id
                       where receipt.ToId == me && receipt.At >= since && kudos.UndoneAt == null && kudos.HiddenAt == null
                       select kudos;
        var given = turn.Db.Kudos.Where(kudos => kudos.FromId == me && kudos.At >= since && kudos.UndoneAt == null && kudos.HiddenAt == null);
        var byValue = ByValue(await Counts(received, turn.Db, cancel), await Counts(given, turn.Db, cancel), await ValueBook.Read(register, cancel));
        var latest = await received.AsNoTracking().OrderByDescending(kudos => kudos.At).Take(Latest).ToListAsync(cancel);
        var people = (await register.Members(latest.Select(kudos => kudos.FromId).Distinct(), cancel)).ToDictionary(member => member.Id);
        return new Reply.Whisper(MyKudosCard.Summary(await received.CountAsync(cancel), await given.CountAsync(cancel), byValue,
            [.. latest.Select(kudos => new LatestKudos(people.GetValueOrDefault(kudos.FromId)?.Person ?? KudosWords.AColleague, kudos.At, kudos.Words))]));
    }

    static Task<Dictionary<string, int>> Counts(IQueryable<KudosGiven> kudos, Db db, CancellationToken cancel) =>
        (from one in kudos
         join value in db.KudosValues on one.Id equals value.KudosId
         group value by value.ValueId into values
         select new { values.Key, Count = values.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    static List<(string, int, int)> ByValue(Dictionary<string, int> received, Dictionary<string, int> given, ValueBook values) =>
        [.. received.Keys.Union(given.Keys).Select(id => (values.Find(id)?.Name ?? id, received.GetValueOrDefault(id), given.GetValueOrDefault(id)))];
}
