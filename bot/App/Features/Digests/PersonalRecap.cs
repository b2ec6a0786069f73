using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Everybody's own week, to themselves: thanks got and given, and questions answered for others. Whoever had nothing of it hears nothing. Check-ins are no part of it.</summary>
public sealed partial class PersonalRecap(Register register) : IDigest
{
    static readonly TimeSpan Days = TimeSpan.FromDays(7);

    public DigestKind Kind => DigestKind.Recap;

    public bool IsFor(MemberInfo who) => true;

    public WeekSpan Span(OrganisationWeeks weeks, DateTime now, int number) => weeks.UnderWay(now);

    public async Task<IReadOnlyDictionary<Guid, string>> Count(Db db, IReadOnlyList<DigestDue> due, DateTime now, CancellationToken cancel)
    {
        var (members, from) = (due.Select(one => one.Member).ToList(), now - Days);
        var received = await ReadingOwnKudos.Received(db, members, from, now, cancel);
        var given = await ReadingOwnKudos.Given(db, members, from, now, cancel);
        var answered = await TeamQuestions.Answered(db, members, from, now, cancel);
        return members.Select(member => (member, Numbers: new Numbers(from, now, Kudos(received[member]), Values(received[member]), Kudos(given[member]), Values(given[member]), answered.GetValueOrDefault(member))))
            .Where(one => one.Numbers is not { Received: 0, Given: 0, Answered: 0 }).ToDictionary(one => one.member, one => JsonSerializer.Serialize(one.Numbers, RecapJson.Default.Numbers));
    }

    public async Task<IReadOnlyList<Card>> Tell(Db db, IReadOnlyList<Digest> digests, DateTime now, CancellationToken cancel)
    {
        var values = await ValueBook.Read(register, cancel);
        return [.. digests.Select(digest => (digest, Numbers: JsonSerializer.Deserialize(digest.Numbers, RecapJson.Default.Numbers)!))
            .Select(one => RecapCard.Card(new(DigestRows.Row(one.digest), one.Numbers.From, one.Numbers.To, one.Numbers.Received, one.Numbers.Given, one.Numbers.Answered, ByValue(one.Numbers, values))))];
    }

    static int Kudos(IEnumerable<(Guid Kudos, string? Value)> rows) => rows.Select(one => one.Kudos).Distinct().Count();

    static SortedDictionary<string, int> Values(IEnumerable<(Guid Kudos, string? Value)> rows) =>
        new(rows.Where(one => one.Value is not null).GroupBy(one => one.Value!).ToDictionary(own => own.Key, own => own.Count()), StringComparer.Ordinal);

    static List<(string, int, int)> ByValue(Numbers numbers, ValueBook values) =>
        [.. numbers.ReceivedValues.Keys.Union(numbers.GivenValues.Keys).Select(id => (values.Find(id)?.Name ?? id, numbers.ReceivedValues.GetValueOrDefault(id), numbers.GivenValues.GetValueOrDefault(id)))];

    internal sealed record Numbers(DateTime From, DateTime To, int Received, SortedDictionary<string, int> ReceivedValues, int Given, SortedDictionary<string, int> GivenValues, int Answered);

    [JsonSerializable(typeof(Numbers))]
    sealed partial class RecapJson : JsonSerializerContext;
}
