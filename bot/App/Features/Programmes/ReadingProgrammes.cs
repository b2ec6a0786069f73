using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What others show of programmes and packs of prompts; who takes part in one is nowhere in it.</summary>
public static class ReadingProgrammes
{
    /// <summary>All programmes: those that have not ended first, by name.</summary>
    public static async Task<IReadOnlyList<ProgrammeRow>> All(Db db, CancellationToken cancel)
    {
        var programmes = await db.Programmes.AsNoTracking().OrderBy(one => one.State == ProgrammeState.Ended).ThenBy(one => one.Name).ToListAsync(cancel);
        var wanted = programmes.SelectMany(one => one.Teams).Distinct().ToList();
        var teams = await db.Teams.AsNoTracking().Where(team => wanted.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancel);
        var packs = await db.PromptPacks.AsNoTracking().Where(pack => pack.State == PackState.Published).Select(pack => new { pack.Id, pack.Language, pack.Name }).ToListAsync(cancel);
        return [.. programmes.Select(one => new ProgrammeRow(one.Id, one.Name, one.Kind is ProgrammeKind.Pulse, (ProgrammeStanding)one.State, Whom(one, teams),
            one is { Kind: ProgrammeKind.Pulse, PackId: "" } ? "The five statements" : packs.Find(pack => pack.Id == one.PackId && pack.Language == one.Language)?.Name ?? one.PackId, Days(one.Days), Window(one)))];
    }

    /// <summary>Those that run, and those that are paused, by name; drafts and ended ones are neither.</summary>
    public static async Task<(IReadOnlyList<string> On, IReadOnlyList<string> Paused)> Standing(Db db, CancellationToken cancel)
    {
        var all = await db.Programmes.AsNoTracking().Where(one => one.State == ProgrammeState.On || one.State == ProgrammeState.Paused).OrderBy(one => one.Name).Select(one => new { one.Name, one.State }).ToListAsync(cancel);
        return ([.. all.Where(one => one.State is ProgrammeState.On).Select(one => one.Name)], [.. all.Where(one => one.State is ProgrammeState.Paused).Select(one => one.Name)]);
    }

    /// <summary>All packs of prompts, each with its versions, newest first; archived packs last.</summary>
    public static async Task<IReadOnlyList<PackRow>> Packs(Db db, CancellationToken cancel)
    {
        var rows = await db.PromptPacks.AsNoTracking().OrderByDescending(one => one.Version).ToListAsync(cancel);
        return [.. rows.GroupBy(one => (one.Id, one.Language)).Select(versions => new PackShelf(versions.Key.Id, versions.Key.Language, [.. versions]))
            .Select(shelf => new PackRow(shelf.Row, shelf.Stamp, shelf.Name, shelf.Versions[0].Language,
                [.. shelf.Versions.Select(one => new PackVersionRow(one.Version, (PackStanding)one.State, one.Prompts, one.ChangedAt))]))
            .OrderBy(pack => pack.IsArchived).ThenBy(pack => pack.Name, StringComparer.Ordinal)];
    }

    static string Whom(Programme one, Dictionary<Guid, string> teams)
    {
        string[] conditions =
        [
            string.Join(", ", one.Teams.Select(team => teams.GetValueOrDefault(team, "a team that is gone")).Order(StringComparer.Ordinal)),
            string.Join(", ", EditProgramme.RoleNames.Where(role => one.Roles.HasFlag(Enum.Parse<AudienceRoles>(role.Value, ignoreCase: true))).Select(role => role.Name.Plain(Cards.Reader.Plain))),
            string.Join(", ", one.Sites),
        ];
        return conditions.Where(condition => condition.Length > 0).ToList() is { Count: > 0 } some ? string.Join("; ", some) : "Everybody";
    }

    static string Days(Weekdays days) => days switch
    {
        Weekdays.Workdays => "Monday to Friday",
        _ when EditProgramme.DayNames.All(day => Is(days, day.Value)) => "Every day",
        _ => string.Join(", ", EditProgramme.DayNames.Where(day => Is(days, day.Value)).Select(day => day.Name.Plain(Cards.Reader.Plain))),
    };

    static bool Is(Weekdays days, string day) => days.HasFlag(Enum.Parse<Weekdays>(day, ignoreCase: true));

    static string Window(Programme one) => one.WindowFrom == one.WindowTo ? "early or late in the shift, as each chose" : $"{Clock(one.WindowFrom)} to {Clock(one.WindowTo)}";

    static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60 % 24:00}:{minutes % 60:00}");
}

/// <summary>A programme in a list.</summary>
/// <param name="Whom">Teams, roles and sites in words.</param>
/// <param name="Window">By the clock of each person.</param>
public sealed record ProgrammeRow(Guid Id, string Name, bool IsPulse, ProgrammeStanding State, string Whom, string Prompts, string Days, string Window);

/// <summary>A pack in a list.</summary>
/// <param name="Row">"id/language".</param>
/// <param name="Stamp">Another after each change: what is done about the pack names it.</param>
public sealed record PackRow(string Row, int Stamp, string Name, string Language, IReadOnlyList<PackVersionRow> Versions)
{
    public bool IsArchived => Versions.All(one => one.State is PackStanding.Archived);

    public PackVersionRow? Draft => Versions.FirstOrDefault(one => one.State is PackStanding.Draft);

    public PackVersionRow? Published => Versions.FirstOrDefault(one => one.State is PackStanding.Published);
}

/// <param name="ChangedAt">UTC; null: as it was shipped.</param>
public sealed record PackVersionRow(int Version, PackStanding State, IReadOnlyList<string> Prompts, DateTime? ChangedAt);
