using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Between a programme's row and the form in which HR fills it in.</summary>
static class ProgrammeForms
{
    const string Clock = "HH':'mm", Day = "yyyy-MM-dd";

    internal static async Task<ProgrammeChoices> Choices(ProgrammeKind kind, ProgrammeState state, Db db, CancellationToken cancel) => new(
        kind is ProgrammeKind.Pulse,
        (ProgrammeStanding)state,
        [.. (await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new { team.Id, team.Name }).ToListAsync(cancel)).Select(team => new Choice(team.Id.ToString(), Text.Of(team.Name)))],
        [.. (await KnownSites.Read(db, cancel)).Select(site => new Choice(site, Text.Of(site)))],
        await Packs(kind, db, cancel));

    internal static EditProgramme Blank(ProgrammeKind kind) => Read(new Programme { Name = "", Kind = kind, PackId = "" }) with { Pack = kind is ProgrammeKind.Pulse ? EditProgramme.Shipped : "" };

    internal static EditProgramme Read(Programme now) => new(
        now.Name,
        [.. now.Teams.Select(team => team.ToString())],
        [.. EditProgramme.RoleNames.Select(one => one.Value).Where(role => now.Roles.HasFlag(Enum.Parse<AudienceRoles>(role, ignoreCase: true)))],
        now.Sites,
        now switch
        {
            { Kind: ProgrammeKind.Pulse, PackId: "" } => EditProgramme.Shipped,
            { PackVersion: { } version } => $"{now.PackId}/{now.Language}:{version}",
            _ => $"{now.PackId}/{now.Language}",
        },
        [.. EditProgramme.DayNames.Select(one => one.Value).Where(day => now.Days.HasFlag(Enum.Parse<Weekdays>(day, ignoreCase: true)))],
        Times(now),
        EditProgramme.Save);

    /// <summary>Takes over what was filled in and checked.</summary>
    internal static void Write(Programme row, EditProgramme form, ProgrammeChoices from)
    {
        row.Name = form.Name;
        row.Teams = [.. ProgrammeChecks.Chosen(form.Teams, from.Teams).Select(Guid.Parse)];
        row.Roles = form.Roles.Where(one => EditProgramme.RoleNames.Any(role => role.Value == one)).Aggregate(AudienceRoles.None, (all, one) => all | Enum.Parse<AudienceRoles>(one, ignoreCase: true));
        row.Sites = [.. ProgrammeChecks.Chosen(form.Sites, from.Sites)];
        (row.PackId, row.Language, row.PackVersion) = form.Pack == EditProgramme.Shipped ? ("", "en", null) : Pack(form.Pack);
        row.Days = form.Days.Aggregate(Weekdays.None, (all, one) => all | Enum.Parse<Weekdays>(one, ignoreCase: true));
        Write(row, form.Times);
    }

    static void Write(Programme row, ProgrammeTimes times)
    {
        (row.WindowFrom, row.WindowTo) = (Minutes(times.WindowFrom) ?? 0, Minutes(times.WindowTo) ?? 0);
        (row.QuietFrom, row.QuietTo) = (Minutes(times.QuietFrom) ?? 0, Minutes(times.QuietTo) ?? 0);
        row.ResponseMinutes = int.Parse(times.Response, CultureInfo.InvariantCulture) * 60;
        row.RemindAfterMinutes = times.Remind.Length == 0 ? null : int.Parse(times.Remind, CultureInfo.InvariantCulture) * 60;
        (row.From, row.To) = (On(times.From), On(times.To));
    }

    static ProgrammeTimes Times(Programme now)
    {
        var (window, quiet) = (now.WindowFrom != now.WindowTo, now.QuietFrom != now.QuietTo);
        return new(window ? At(now.WindowFrom) : "", window ? At(now.WindowTo) : "",
            Hours(now.ResponseMinutes), now.RemindAfterMinutes is { } remind ? Hours(remind) : "",
            quiet ? At(now.QuietFrom) : "", quiet ? At(now.QuietTo) : "",
            now.From?.ToString(Day, CultureInfo.InvariantCulture) ?? "", now.To?.ToString(Day, CultureInfo.InvariantCulture) ?? "");
    }

    static string Hours(int minutes) => (minutes / 60).ToString(CultureInfo.InvariantCulture);

    static string At(int minutes) => TimeOnly.MinValue.AddMinutes(minutes).ToString(Clock, CultureInfo.InvariantCulture);

    /// <summary>The minute of the day of an HH:mm; null where it is none.</summary>
    internal static int? Minutes(string time) => TimeOnly.TryParseExact(time, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.Hour * 60 + at.Minute : null;

    /// <summary>The day of a yyyy-MM-dd; null where it is none.</summary>
    internal static DateOnly? On(string day) => DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    static (string Id, string Language, int? Version) Pack(string value)
    {
        var parts = value.Split('/', ':');
        return (parts[0], parts[1], parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null);
    }

    // Each pack as it is published at the time, and each of its versions for good. For a pulse, those that have as many lines as it has statements.
    static async Task<List<Choice>> Packs(ProgrammeKind kind, Db db, CancellationToken cancel)
    {
        var all = await db.PromptPacks.AsNoTracking().Where(one => one.State == PackState.Published || one.State == PackState.Earlier)
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ThenBy(one => one.Language).ThenByDescending(one => one.Version)
            .Select(one => new { one.Id, one.Language, one.Version, one.Name, one.State, one.Prompts }).ToListAsync(cancel);
        var rows = kind is ProgrammeKind.Pulse ? all.FindAll(one => Prompts.AreStatements(one.Prompts)) : all;
        return
        [
            .. kind is ProgrammeKind.Pulse ? [new Choice(EditProgramme.Shipped, $"As shipped (en)")] : Array.Empty<Choice>(),
            .. rows.Where(one => one.State is PackState.Published).Select(one => new Choice($"{one.Id}/{one.Language}", $"{one.Name} ({one.Language})", $"Always what is published; now version {one.Version}")),
            .. rows.Select(one => new Choice($"{one.Id}/{one.Language}:{one.Version}", $"{one.Name} ({one.Language}), version {one.Version}", $"Stays with this version")),
        ];
    }
}
