using System.Buffers.Binary;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>One question to one person: of which day of theirs, when it goes out, and until when it still may.</summary>
/// <param name="Day">Their day; of a night shift the day on which it begins.</param>
/// <param name="At">UTC. Never before now: what was missed is made up for from now on.</param>
/// <param name="Latest">Up to here it may be sent: the end of the response window or of the shift, whichever is first.</param>
public sealed record Occasion(DateOnly Day, DateTime At, DateTime Latest)
{
    public bool IsNow(DateTime now) => At <= now && now < Latest;
}

/// <param name="Ask">The next question; null: none in the next fortnight.</param>
/// <param name="LookAt">When to look at this plan again, UTC; null: not before something changes.</param>
public readonly record struct Planned(Occasion? Ask, DateTime? LookAt);

/// <summary>Somebody was asked, or came by themselves: for which day.</summary>
/// <param name="At">When they were asked, UTC; null: they were not, but came.</param>
public readonly record struct AskedBefore(DateOnly Day, DateTime? At);

/// <summary>
/// When one person is asked by one programme. Nothing but arithmetic: no database, no clock; the job that asks and
/// <c>dryrun</c> both go by it.
/// <para>
/// A question comes inside a shift, inside the programme's window, outside quiet hours, at a minute of their own that
/// stays the same: people are spread over all of the window, and where the programme has none, over the first hour of
/// their shift or the last, as they chose. At most one a day (of the pulse: a week), both by the
/// day that a shift belongs to and by the calendar on their wall; whoever came by themselves did so for their shift's day alone. What was missed is made up for once, from now on,
/// while the response window and the shift last and no quiet hours are. The UTC moment comes from the wall clock of
/// that very day, so clocks may be moved and people may travel.
/// </para>
/// </summary>
public static class WhenToAsk
{
    const int SpreadOver = 60;
    static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    /// <summary>The next question as of now, and when to look again.</summary>
    /// <param name="wish">Theirs: <see cref="Wish.Of"/>, or <see cref="Wish.Invitation"/>; null: nothing is asked.</param>
    /// <param name="asked">What they were asked of this kind of programme, by any programme, from two days ago on; of the pulse, from the week's beginning on.</param>
    /// <param name="countsFor"><see cref="IAsking.CountsFor"/>; null: each day by itself, the pulse by weeks from Monday.</param>
    public static Planned Next(Programme programme, WorkLife life, Wish? wish, IReadOnlyCollection<AskedBefore> asked, DateTime now, Func<DateOnly, DateOnly>? countsFor = null)
    {
        if (wish is null || life.IsSwitchedOff || programme.State is not ProgrammeState.On || programme.To < WallClock.Day(now, life.Zone).AddDays(-1))
            return default;
        // Shifts of then are not known yet.
        if (Begin(programme, life, wish, now) is var begin && begin > now + WorkLife.Fortnight - TimeSpan.FromDays(1))
            return new(null, begin.AddDays(-1));
        return Ahead(programme, life, wish, asked, now, now + WorkLife.Fortnight, countsFor).FirstOrDefault() is { } ask ? new(ask, ask.At) : new(null, now + Rest);
    }

    /// <summary>All questions from one moment up to another, as they would be sent if the bot never stopped. At most a fortnight ahead: shifts are not known further.</summary>
    public static IEnumerable<Occasion> Ahead(Programme programme, WorkLife life, Wish wish, IReadOnlyCollection<AskedBefore> asked, DateTime now, DateTime to, Func<DateOnly, DateOnly>? countsFor = null)
    {
        var counts = countsFor ?? (programme.Kind is ProgrammeKind.Pulse ? Monday : day => day);
        var before = asked.Select(one => (Day: counts(one.Day), OnWall: one.At is { } at ? WallClock.Day(at, life.Zone) : (DateOnly?)null)).ToList();
        var farewell = wish.Farewell is { } said ? DayOfWork.Of(life, said) : (DateOnly?)null;
        foreach (var stint in life.Stints(now, to))
            if (stint.Day is var day && day != farewell && IsDay(programme, life, wish, day) && !before.Exists(one => one.Day == counts(day))
                && In(stint, programme, life, wish, now) is var (at, latest) && at < to
                && WallClock.Day(at, life.Zone) is var onWall && !before.Exists(one => one.OnWall == onWall))
            {
                before.Add((counts(day), onWall));
                yield return new Occasion(day, at, latest);
            }
    }

    /// <summary>Whether a word to them (a reminder) may be sent now: they are at work, and no quiet hours are.</summary>
    public static bool MayHear(Programme programme, WorkLife life, DateTime now) => MayHearAt(programme, life, now) == now;

    /// <summary>The first moment from now on at which <see cref="MayHear"/> is true; null: none in the next fortnight.</summary>
    public static DateTime? MayHearAt(Programme programme, WorkLife life, DateTime now)
    {
        if (life.IsSwitchedOff)
            return null;
        foreach (var (day, work) in life.Work(now, now + WorkLife.Fortnight))
            if (!life.Holidays.Contains(day) && new List<Stretch> { work with { From = work.From > now ? work.From : now } } is var left
                && left.Without(Quiet(programme, life, work)) is [var first, ..])
                return first.From;
        return null;
    }

    /// <summary>The minute of their own, the same every day: whom chance put next to each other stays so.</summary>
    internal static int OwnMinute(Guid member, int of)
    {
        Span<byte> bytes = stackalloc byte[16];
        member.TryWriteBytes(bytes);
        var mixed = (BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ (BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
        return (int)((mixed >> 32) % (uint)of);
    }

    static DateTime Begin(Programme programme, WorkLife life, Wish wish, DateTime now)
    {
        var first = new[] { programme.From, wish.NotBefore }.Max();
        return first is { } day && day > WallClock.Day(now, life.Zone) ? WallClock.At(day, 0, life.Zone) : now;
    }

    static bool IsDay(Programme programme, WorkLife life, Wish wish, DateOnly day) =>
        programme.Days.Has(day) && (wish.OwnDays?.Has(day) ?? true) && !(day < programme.From) && !(day > programme.To) && wish.Allows(day) && !life.Holidays.Contains(day);

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // The moment in this shift, not before now; null where there is none, or none any more. An absence in it moves what was
    // meant no further than it must: the shift stays one, with one such moment.
    static (DateTime At, DateTime Latest)? In(Stint stint, Programme programme, WorkLife life, Wish wish, DateTime now)
    {
        var work = stint.Whole;
        var quiet = Quiet(programme, life, work);
        if (Meant(stint, programme, life, wish, quiet) is not { } meant || meant < wish.Since)
            return null;
        var end = meant.AddMinutes(Math.Max(1, programme.ResponseMinutes));
        var latest = end < work.To ? end : work.To;
        return stint.Parts.Within([new(meant > now ? meant : now, latest)]).Without(quiet) is [var first, ..] ? (first.From, latest) : null;
    }

    static DateTime? Meant(Stint stint, Programme programme, WorkLife life, Wish wish, List<Stretch> quiet)
    {
        var (may, work) = (stint.Parts, stint.Whole);
        if (wish.OwnMinute is { } own)
            return WallClock.Daily(work, own, own, life.Zone).Select(day => (DateTime?)day.From).FirstOrDefault(at => may.Without(quiet).Exists(part => part.Has(at!.Value)));
        if (programme.WindowFrom != programme.WindowTo && WallClock.Daily(work, programme.WindowFrom, programme.WindowTo, life.Zone) is var windows)
            return may.Within(windows).Without(quiet) is { Count: > 0 } parts ? InWindow(programme, windows, parts, life.Member) : null;
        return may.Without(quiet) is { Count: > 0 } shift ? AtAnEnd(shift, wish, life.Member) : null;
    }

    // The same minute of the window every day. Where that one lies outside the shift or in quiet hours, another one that lies inside.
    static DateTime InWindow(Programme programme, List<Stretch> windows, List<Stretch> parts, Guid member)
    {
        var own = OwnMinute(member, (programme.WindowTo - programme.WindowFrom + WallClock.MinutesADay - 1) % WallClock.MinutesADay + 1);
        foreach (var at in windows.Select(window => window.From.AddMinutes(own)))
            if (parts.Exists(part => part.Has(at)))
                return at;
        own = OwnMinute(member, Math.Max(1, parts.Sum(Minutes)));
        foreach (var part in parts)
            if (own < Minutes(part))
                return part.From.AddMinutes(own);
            else
                own -= Minutes(part);
        return parts[^1].From;
    }

    static DateTime AtAnEnd(List<Stretch> shift, Wish wish, Guid member)
    {
        var part = wish.Taking is Taking.AtEnd ? shift[^1] : shift[0];
        var minutes = Math.Clamp(Minutes(part), 1, SpreadOver);
        return (wish.Taking is Taking.AtEnd ? part.To.AddMinutes(-minutes) : part.From).AddMinutes(OwnMinute(member, minutes));
    }

    static int Minutes(Stretch part) => (int)(part.To - part.From).TotalMinutes;

    static List<Stretch> Quiet(Programme programme, WorkLife life, Stretch around) =>
        programme.QuietFrom == programme.QuietTo ? [] : WallClock.Daily(around, programme.QuietFrom, programme.QuietTo, life.Zone);
}
