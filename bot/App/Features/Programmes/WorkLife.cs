using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When one member works, as planning sees it.</summary>
public sealed record WorkLife
{
    /// <summary>So far before and after now shifts are looked for; who has any in that time works these only.</summary>
    public static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    public required Guid Member { get; init; }
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Working hours, for who has no shifts. Minutes of their day; an end that is not later than the start is the next day's.</summary>
    public Weekdays WorkDays { get; init; } = Weekdays.Workdays;
    public int WorkFrom { get; init; } = 9 * 60;
    public int WorkTo { get; init; } = 17 * 60;

    /// <summary>Somebody said when they work: in a shift file, or as hours or days of their own. Else nine to five is only supposed.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Shifts and absences that touch the fortnights before and after now, in any order.</summary>
    public IReadOnlyList<Stretch> Shifts { get; init; } = [];
    public IReadOnlyList<Stretch> Absences { get; init; } = [];

    /// <summary>Holidays of their country and region.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Who has shifts works these, on a holiday too.</summary>
    internal bool IsDayOff(DateOnly day) => Shifts.Count == 0 && Holidays.Contains(day);

    /// <summary>HR switched the programme's feature off where they work: nothing is asked.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <param name="shifts">Theirs, absences among them.</param>
    public static WorkLife Of(Member member, IEnumerable<Shift> shifts, IReadOnlySet<DateOnly> holidays, bool isSwitchedOff)
    {
        var all = shifts.ToLookup(shift => shift.IsAbsence, shift => new Stretch(shift.Start, shift.End));
        return new()
        {
            Member = member.Id,
            Zone = LocalDay.Zone(member.Zone),
            WorkDays = member.WorkDays ?? Weekdays.Workdays,
            WorkFrom = member.WorkFrom ?? 9 * 60,
            WorkTo = member.WorkTo ?? 17 * 60,
            IsKnown = all[false].Any() || member.WorkDays is not null || member.WorkFrom is not null || member.WorkTo is not null,
            Shifts = [.. all[false]],
            Absences = [.. all[true]],
            Holidays = holidays,
            IsSwitchedOff = isSwitchedOff,
        };
    }

    /// <summary>
    /// The shifts that end after the one moment and begin before the other, in their order. A night shift is one, of the
    /// day on which it begins; what follows without a gap is one shift.
    /// </summary>
    internal IEnumerable<Stint> Stints(DateTime from, DateTime to)
    {
        var all = Shifts.Count > 0 ? Joined() : Hours(from, to);
        foreach (var whole in all.Where(work => work.To > from && work.From < to))
            if (new List<Stretch> { whole }.Without(Absences) is [.., { } last] parts && last.To > from)
                yield return new(WallClock.Day(whole.From, Zone), parts);
    }

    /// <summary>The stretches of work that end after the one moment and begin before the other: what absences leave of the shifts.</summary>
    internal IEnumerable<(DateOnly Day, Stretch Work)> Work(DateTime from, DateTime to) =>
        Stints(from, to).SelectMany(stint => stint.Parts.Where(part => part.To > from).Select(part => (stint.Day, part)));

    List<Stretch> Joined()
    {
        var joined = new List<Stretch>();
        foreach (var shift in Shifts.Where(shift => !shift.IsEmpty).OrderBy(shift => shift.From))
            if (joined.Count > 0 && shift.From <= joined[^1].To)
                joined[^1] = joined[^1] with { To = shift.To > joined[^1].To ? shift.To : joined[^1].To };
            else
                joined.Add(shift);
        return joined;
    }

    IEnumerable<Stretch> Hours(DateTime from, DateTime to)
    {
        for (var day = WallClock.Day(from, Zone).AddDays(-1); day <= WallClock.Day(to, Zone); day = day.AddDays(1))
            if (WorkDays.Has(day))
                yield return WallClock.Between(day, WorkFrom, WorkTo, Zone);
    }
}

/// <summary>One shift, or the working hours of a day.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="Parts">What absences leave of it, at least one, in their order; also those that are over.</param>
sealed record Stint(DateOnly Day, List<Stretch> Parts)
{
    /// <summary>From its first minute of work to its last, absences between them too.</summary>
    internal Stretch Whole => new(Parts[0].From, Parts[^1].To);
}
