using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Counts what a programme may send in the coming fortnight, by zone, day and hour. It goes by whom the programme is for
/// and when they work, never by what somebody chose: two dry runs must not tell who said no.
/// </summary>
static class Foreseeing
{
    // Beyond, an even share of them is looked at: the answer has to come while somebody waits for it.
    const int Most = 4000, Together = 500;

    /// <param name="countsFor"><see cref="IAsking.CountsFor"/> of the programme's kind.</param>
    internal static async Task<(IReadOnlyList<ZoneRun> Zones, int Sampled)> Read(Programme programme, Func<DateOnly, DateOnly> countsFor, Db db, DateTime now, CancellationToken cancel)
    {
        var audience = await Audience(programme, db, cancel);
        var sampled = Math.Max(1, (audience.Count + Most - 1) / Most);
        var counts = new Dictionary<string, SortedDictionary<DateOnly, SortedDictionary<int, int>>>(StringComparer.Ordinal);
        var holidays = (await db.Holidays.AsNoTracking().ToListAsync(cancel)).ToLookup(one => one.Country);
        foreach (var some in audience.Where((_, at) => at % sampled == 0).Chunk(Together))
        {
            var shifts = await Shifts(db, [.. some.Select(member => member.Id)], now, cancel);
            foreach (var member in some)
                Count(counts, programme, member, WorkLife.Of(member, shifts[member.Id], Days(holidays, member), isSwitchedOff: false), sampled, now, countsFor);
        }
        return ([.. counts.OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => Run(zone.Key, zone.Value, now))], sampled);
    }

    static void Count(Dictionary<string, SortedDictionary<DateOnly, SortedDictionary<int, int>>> counts, Programme programme, Member member, WorkLife life, int each, DateTime now, Func<DateOnly, DateOnly> countsFor)
    {
        // Early or late in the shift is theirs to choose, so they stand in both hours, whatever they chose.
        var moments = ((Taking[])[Taking.AtStart, Taking.AtEnd]).SelectMany(taking => WhenToAsk.Ahead(programme, life, new Wish(taking), [], now, End(life.Zone, now), countsFor))
            .Where(ask => !(ask.Day < member.StartsOn) && !(ask.Day > member.LeavesOn));
        foreach (var local in moments.Select(ask => TimeZoneInfo.ConvertTimeFromUtc(ask.At, life.Zone)).DistinctBy(at => (DateOnly.FromDateTime(at), at.Hour)))
        {
            if (!counts.TryGetValue(life.Zone.Id, out var days))
                counts[life.Zone.Id] = days = [];
            if (!days.TryGetValue(DateOnly.FromDateTime(local), out var hours))
                days[DateOnly.FromDateTime(local)] = hours = [];
            hours[local.Hour] = hours.GetValueOrDefault(local.Hour) + each;
        }
    }

    static ZoneRun Run(string zone, SortedDictionary<DateOnly, SortedDictionary<int, int>> days, DateTime now)
    {
        // Below five, all numbers are told alike, so they are the same.
        var alike = days.GroupBy(day => string.Join(' ', day.Value.Select(hour => $"{hour.Key}:{Math.Max(hour.Value, DryRun.Fewest - 1)}")));
        return new ZoneRun(zone, [.. Changes(LocalDay.Zone(zone), now)],
            [.. alike.Select(some => new DaysRun([.. some.Select(day => day.Key)], [.. some.First().Value.Select(hour => (hour.Key, hour.Value))]))]);
    }

    // Fourteen days of the zone, today among them.
    static DateTime End(TimeZoneInfo zone, DateTime now) => LocalDay.Start(WallClock.Day(now, zone).AddDays(14), zone.Id);

    // A clock that is moved at midnight is moved on the day that begins then.
    static IEnumerable<ClockChange> Changes(TimeZoneInfo zone, DateTime now)
    {
        var first = WallClock.Day(now, zone);
        for (var day = first; day < first.AddDays(14); day = day.AddDays(1))
            if (zone.GetUtcOffset(LocalDay.Start(day.AddDays(1), zone.Id).AddTicks(-1)) - zone.GetUtcOffset(LocalDay.Start(day, zone.Id).AddTicks(-1)) is var moved && moved != TimeSpan.Zero)
                yield return new ClockChange(day, (int)moved.TotalMinutes);
    }

    static async Task<List<Member>> Audience(Programme programme, Db db, CancellationToken cancel)
    {
        var off = programme.Kind is ProgrammeKind.Pulse ? Switchable.Pulse : Switchable.CheckIns;
        var members = db.Members.AsNoTracking().Where(member => !member.IsBot && member.LeftAt == null && member.MergedInto == null
            && !db.SwitchedOff.Any(one => one.Site == member.Site && one.Feature == off));
        if (programme.Roles is not AudienceRoles.None and var roles)
        {
            var (own, manages) = ((Roles)(roles & ~AudienceRoles.Manager), (roles & AudienceRoles.Manager) != 0);
            members = members.Where(member => (member.Roles & own) != 0 || (manages && db.Teams.Any(team => team.ManagerId == member.Id)));
        }
        if (programme.Sites.Count > 0 && programme.Sites is var sites)
            members = members.Where(member => member.Site != null && sites.Contains(member.Site));
        if (programme.Teams.Count > 0 && programme.Teams is var teams)
            members = members.Where(member => db.TeamMemberships.Any(one => one.MemberId == member.Id && one.To == null && teams.Contains(one.TeamId)));
        return await members.OrderBy(member => member.Id).ToListAsync(cancel);
    }

    static async Task<ILookup<Guid, Shift>> Shifts(Db db, List<Guid> members, DateTime now, CancellationToken cancel)
    {
        var (from, to) = (now - WorkLife.Fortnight, now + WorkLife.Fortnight);
        return (await db.Shifts.AsNoTracking().Where(shift => members.Contains(shift.MemberId) && shift.End > from && shift.Start < to).ToListAsync(cancel)).ToLookup(shift => shift.MemberId);
    }

    static HashSet<DateOnly> Days(ILookup<string, Holiday> holidays, Member member) => member.Country is null ? []
        : [.. holidays[member.Country].Where(one => one.Region.Length == 0 || one.Region == member.Region).Select(one => one.Day)];
}
