using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>From a manager's numbers to the card: the words of kudos and the names of people are read now, for all digests at once.</summary>
public sealed class TellingManagers(Register register)
{
    public async Task<IReadOnlyList<Card>> Tell(Db db, IReadOnlyList<Digest> digests, DateTime now, CancellationToken cancel)
    {
        var all = digests.Select(digest => (Digest: digest, Numbers: ManagerNumbers.Read(digest.Numbers))).ToList();
        var kudos = await ReadingTeamKudos.Standing(db, [.. all.SelectMany(one => one.Numbers.Shown).Distinct()], cancel);
        var around = await TellingAround.Read(db, [.. all.Select(one => one.Numbers)], now, cancel);
        var people = await PeopleNamed.Read(db, all.SelectMany(one => Named(one.Digest, one.Numbers)).Concat(around.Named).Concat(kudos.Values.SelectMany(one => one.To.Append(one.Kudos.FromId))), cancel);
        var teamIds = all.SelectMany(one => one.Numbers.Teams).Distinct().ToList();
        var teams = await db.Teams.AsNoTracking().Where(team => teamIds.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancel);
        var values = await ValueBook.Read(register, cancel);
        return [.. all.Select(one => ManagerDigest.Card(around.AddTo(Words(one.Digest, one.Numbers, kudos, people, teams, values), one.Numbers, people, teams)))];
    }

    static IEnumerable<Guid> Named(Digest digest, ManagerNumbers numbers) => [.. numbers.GivenTo, numbers.Thank ?? Guid.Empty, digest.MemberId];

    static ManagerDigestWords Words(Digest digest, ManagerNumbers numbers, IReadOnlyDictionary<Guid, StandingKudos> kudos, PeopleNamed people, Dictionary<Guid, string> teams, ValueBook values) =>
        new(DigestRows.Row(digest), [.. numbers.Teams.Select(id => teams.GetValueOrDefault(id)).OfType<string>().Order(StringComparer.Ordinal)], new(numbers.First, numbers.Last.AddDays(6), ((numbers.Last.DayNumber - numbers.First.DayNumber) / 7) + 1, numbers.IsSoFar))
        {
            For = digest.SentTo == digest.MemberId ? null : people.Find(digest.MemberId)?.Person,
            Received = numbers.Received,
            Before = numbers.Before.Sum(),
            Values = [.. numbers.Values.Select(value => (values.Find(value.Id)?.Name ?? value.Id, value.Now, value.Before))],
            // What the form promises goes to "the people you thank and their managers": a deputy is none of them.
            Shown = [.. numbers.Shown.Select(id => kudos.GetValueOrDefault(id)).OfType<StandingKudos>().Where(one => digest.SentTo == digest.MemberId || one.Kudos.Audience is KudosAudience.Public).Select(one => Words(one, people, values))],
            Unseen = numbers.Unseen is { } id && values.Find(id) is { ArchivedAt: null } value ? new(value.Id, value.Name, Idea(value, numbers.Last)) : null,
            Given = numbers.Given,
            GivenTo = [.. numbers.GivenTo.Select(people.Find).OfType<MemberInfo>().Select(one => one.Person)],
            // Somebody may have left since.
            Thank = people.Find(numbers.Thank ?? Guid.Empty) is { HasLeft: false } thank ? new(thank.Person, numbers.ThankedAt) : null,
        };

    static KudosWords Words(StandingKudos one, PeopleNamed people, ValueBook values) => KudosMessages.Words(one.Kudos, people.Find(one.Kudos.FromId)?.Person ?? KudosWords.AColleague,
        [.. one.To.Select(people.Find).OfType<MemberInfo>().OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Id)], one.Values, values);

    // What one could look out for: a behaviour, each time another.
    static string Idea(CoreValue value, DateOnly week) => value.Behaviours.Count == 0 ? value.Meaning : value.Behaviours[week.DayNumber / 7 % value.Behaviours.Count];
}
