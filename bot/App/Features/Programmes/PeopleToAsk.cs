using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>All that is to be known of a page of people before they are asked: a handful of queries, however many they are.</summary>
sealed class PeopleToAsk
{
    static readonly TimeSpan AskedSince = TimeSpan.FromDays(9);

    readonly Dictionary<Guid, Known> _people = [];
    readonly Dictionary<Guid, DateTime> _begin = [];
    ILookup<(string Country, string Region), DateOnly> _holidays = null!;
    HashSet<(string Site, string Feature)> _off = [];

    PeopleToAsk()
    {
    }

    internal sealed record Known(Member Row, MemberInfo Info, IReadOnlyList<Shift> Shifts)
    {
        /// <summary>Null where they were never invited.</summary>
        internal Participation? Participation { get; set; }
        internal List<(ProgrammeKind Kind, AskedBefore Asked)> Asked { get; init; } = [];

        internal List<AskedBefore> AskedOf(ProgrammeKind kind) => [.. Asked.Where(one => one.Kind == kind).Select(one => one.Asked)];
    }

    internal static async Task<PeopleToAsk> Read(Db db, IReadOnlyCollection<Guid> ids, DateTime now, CancellationToken cancel)
    {
        var (from, to, since) = (now - WorkLife.Fortnight, now + WorkLife.Fortnight, DateOnly.FromDateTime(now - AskedSince));
        var members = await ReadingMembers.ReadMany(db, ids, cancel);
        var participations = await db.Participations.Where(one => ids.Contains(one.MemberId)).ToDictionaryAsync(one => one.MemberId, cancel);
        var asked = (await db.Asks.AsNoTracking().Where(ask => ids.Contains(ask.MemberId) && ask.Day >= since).Select(ask => new { ask.MemberId, ask.Kind, ask.Day, At = ask.ProgrammeId == null ? (DateTime?)null : ask.At }).ToListAsync(cancel)).ToLookup(ask => ask.MemberId);
        var shifts = (await db.Shifts.AsNoTracking().Where(shift => ids.Contains(shift.MemberId) && shift.End > from && shift.Start < to).ToListAsync(cancel)).ToLookup(shift => shift.MemberId);
        var people = new PeopleToAsk
        {
            _holidays = (await db.Holidays.AsNoTracking().Where(day => day.Day >= since).ToListAsync(cancel)).ToLookup(day => (day.Country, day.Region), day => day.Day),
            _off = (await db.SwitchedOff.AsNoTracking().ToListAsync(cancel)).Select(off => (off.Site, off.Feature)).ToHashSet(),
        };
        // Who has not begun yet is asked nothing.
        foreach (var (row, info) in members)
            if (row.StartsOn is { } first && first > LocalDay.Of(now, row.Zone))
                people._begin[row.Id] = LocalDay.Start(first, row.Zone);
            else
                people._people[row.Id] = new(row, info, [.. shifts[row.Id]])
                {
                    Participation = participations.GetValueOrDefault(row.Id),
                    Asked = [.. asked[row.Id].Select(ask => (ask.Kind, new AskedBefore(ask.Day, ask.At))), .. PerhapsErased(row, now)],
                };
        return people;
    }

    // What they were asked before they had their data erased is gone with it. They may have been that day: they are not once more.
    static IEnumerable<(ProgrammeKind Kind, AskedBefore Asked)> PerhapsErased(Member who, DateTime now) =>
        who.ErasedAt is { } at && at > now - AskedSince ? Enum.GetValues<ProgrammeKind>().Select(kind => (kind, new AskedBefore(LocalDay.Of(at, who.Zone), at))) : [];

    /// <summary>When somebody begins who has not yet, UTC; null for everybody else.</summary>
    internal DateTime? Begins(Guid member) => _begin.TryGetValue(member, out var at) ? at : null;

    /// <summary>Null for whoever left, was merged, is a bot or has not begun yet.</summary>
    internal Known? Find(Guid member) => _people.GetValueOrDefault(member);

    internal WorkLife LifeOf(Known who, string feature) => WorkLife.Of(who.Row, who.Shifts, HolidaysOf(who.Row), who.Row.Site is { } site && _off.Contains((site, feature)));

    HashSet<DateOnly> HolidaysOf(Member who) => who.Country is not { } country ? []
        : who.Region is { Length: > 0 } region ? [.. _holidays[(country, "")], .. _holidays[(country, region)]] : [.. _holidays[(country, "")]];
}
