namespace ServiceCulture.Cards.Programmes;

/// <summary>What a programme will send over the next two weeks, zone by zone. Counts of people by hour, and no person.</summary>
public static class DryRun
{
    /// <summary>The press that shows one programme; its row is the programme's id.</summary>
    public const string OpenId = "programmes.dryrun";

    /// <summary>Fewest people that are shown as a number.</summary>
    public const int Fewest = 5;

    const int MostZones = 40, MostPicked = 6;

    /// <summary>The button to one programme's card.</summary>
    public static Button Button(string id, Text? label = null) => new(label ?? $"What it will send", new Ref(OpenId, id));

    /// <summary>Which programme?</summary>
    /// <param name="isHr">False: whoever only reads the rules.</param>
    public static Card Pick(IReadOnlyList<(string Id, string Name)> programmes, bool isHr) => new($"What will be sent",
        programmes.Count == 0
            ? [new Block.Say($"There is no programme yet, so nothing will be sent.")]
            :
            [
                new Block.Say($"Which programme? For one that is not here, type {new Hole.Typed("dryrun")} and its name."),
                new Block.Row([.. programmes.Take(MostPicked).Select(one => Button(one.Id, Text.Of(one.Name)))]),
            ])
    { Buttons = isHr ? [ProgrammeList.Button] : [] };

    /// <summary>For a name that no programme has.</summary>
    public static Card None(string name) => new($"What will be sent", new Block.Say($"I know no programme called “{name}”. {new Hole.Typed("dryrun")} shows them all."));

    /// <summary>One programme.</summary>
    /// <param name="sampled">One person in so many was looked at; 1: all of them.</param>
    public static Card Of(string name, ProgrammeStanding state, DateOnly from, DateOnly to, IReadOnlyList<ZoneRun> zones, int sampled, bool isHr) => new($"What “{name}” will send",
    [
        new Block.Say($"From {Day(from)} to {Day(to)}, by the clock of each zone. These are the most questions there can be: everybody whom the programme is for is counted, whether or not they take part. Where the programme sets no times to ask, they are counted in the hour in which they would be asked early in their shift and in the one late in it, though each is asked in one of them, so that nobody's choice shows.{Standing(state)}"),
        new Block.Note($"Questions are counted, a first card as one of them. A reminder, where the programme has one, comes on top; and whoever set a time of their own is asked at that time instead."),
        .. zones.Count == 0 ? [new Block.Say($"Nobody would be asked in these two weeks: no one is in the audience, or no day, window and working time go together.")] : Array.Empty<Block>(),
        .. zones.Take(MostZones).Select(zone => new Block.Points([$"{new Hole.Bold(zone.Zone)}", .. zone.Changes.Select(Moved), .. zone.Days.Select(Line)])),
        .. zones.Count > MostZones ? [new Block.Note($"And {new Hole.Count(zones.Count - MostZones, "more zone", "more zones")}.")] : Array.Empty<Block>(),
        .. sampled > 1 ? [new Block.Note($"There are many people in it: one in {sampled} was looked at, so the numbers are about right.")] : Array.Empty<Block>(),
    ])
    { Buttons = isHr ? [ProgrammeList.Button] : [] };

    static Text Standing(ProgrammeStanding state) => state switch
    {
        ProgrammeStanding.On => $"",
        ProgrammeStanding.Paused => $" It is paused: nothing goes out until you let it go on.",
        _ => (Text)$" It has not been started: nothing goes out yet.",
    };

    static Text Moved(ClockChange change) => change.Minutes > 0
        ? (Text)$"{new Hole.Bold(Day(change.Day))}: the clock is put forward {Length(change.Minutes)}; asked by the new time from then on"
        : $"{new Hole.Bold(Day(change.Day))}: the clock is put back {Length(-change.Minutes)}; asked by the new time from then on";

    static Text Length(int minutes) => minutes % 60 == 0 ? $"{new Hole.Count(minutes / 60, "hour", "hours")}" : (Text)$"{new Hole.Count(minutes, "minute", "minutes")}";

    static Text Line(DaysRun run) => $"{Days(run.Days)}: {Texts.List([.. run.Hours.Select(Hour)])}";

    static Text Hour((int Hour, int People) one) => one.People < Fewest
        ? (Text)$"{Clock(one.Hour)} fewer than {Fewest} people"
        : $"{Clock(one.Hour)} {new Hole.Count(one.People, "person", "people")}";

    static string Clock(int hour) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hour:00}:00–{(hour + 1) % 24:00}:00");

    // Days in a row are told by their first and last.
    static string Days(IReadOnlyList<DateOnly> days)
    {
        var parts = new List<string>();
        for (var at = 0; at < days.Count;)
        {
            var end = at;
            while (end + 1 < days.Count && days[end + 1] == days[end].AddDays(1))
                end++;
            parts.Add(end == at ? Day(days[at]) : $"{Day(days[at])} to {Day(days[end])}");
            at = end + 1;
        }
        return string.Join(", ", parts);
    }

    static string Day(DateOnly day) => day.ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One zone of a dry run.</summary>
/// <param name="Zone">Its IANA name.</param>
/// <param name="Changes">Days on which its clock is moved.</param>
/// <param name="Days">Days on which the same goes out, put together.</param>
public sealed record ZoneRun(string Zone, IReadOnlyList<ClockChange> Changes, IReadOnlyList<DaysRun> Days);

/// <param name="Minutes">Forward; backward below 0.</param>
public sealed record ClockChange(DateOnly Day, int Minutes);

/// <param name="Hours">Hours of the zone's day, each with how many people.</param>
public sealed record DaysRun(IReadOnlyList<DateOnly> Days, IReadOnlyList<(int Hour, int People)> Hours);
