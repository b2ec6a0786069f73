using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>What a file holds.</summary>
public enum FileOf { People, Shifts, Holidays }

/// <summary>Takes a file that was brought to the console.</summary>
public sealed class TakingFiles(ImportPeople people, ImportShifts shifts, ImportHolidays holidays)
{
    public async Task<CsvResult> Take(Stream file, FileOf what, bool dryRun, MemberInfo who, IProgress<CsvProgress> progress, CancellationToken cancel)
    {
        file.Position = 0;
        // It is read line by line and takes its while: what else the browser's circuit has to do goes on meanwhile.
        return await Task.Run(() => what switch
        {
            FileOf.Shifts => shifts.Run(file, dryRun, who, cancel, progress),
            FileOf.Holidays => holidays.Run(file, dryRun, who, cancel),
            _ => people.Run(file, dryRun, who, cancel, progress),
        }, cancel);
    }

    /// <summary>How many lines there are below the heading; a line break inside quotation marks counts too.</summary>
    internal static int Lines(MemoryStream file) =>
        !file.TryGetBuffer(out var all) || all.Count == 0 ? 0 : Math.Max(1, all.AsSpan().Count((byte)'\n') - (all[^1] == '\n' ? 1 : 0));
}

/// <summary>Tells a page how far an import has come: at once on the importing thread, a few times a second.</summary>
sealed class ShowingProgress(Action<CsvProgress> show, TimeProvider clock) : IProgress<CsvProgress>
{
    static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);

    long _shown;

    public void Report(CsvProgress value)
    {
        if (_shown != 0 && clock.GetElapsedTime(_shown) < Apart)
            return;
        _shown = clock.GetTimestamp();
        show(value);
    }
}
