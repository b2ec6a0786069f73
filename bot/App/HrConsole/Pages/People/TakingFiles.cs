using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>What came of looking at a file, or of importing it.</summary>
public sealed record ImportLook(bool IsDone, string Words, IReadOnlyList<CsvFault> Faults);

/// <summary>Takes a file that was brought to the console: people, or shifts and absences.</summary>
public sealed class TakingFiles(ImportPeople people, ImportShifts shifts)
{
    public async Task<ImportLook> Take(Stream file, bool holdsShifts, bool dryRun, MemberInfo who, CancellationToken cancel)
    {
        file.Position = 0;
        // It is read line by line and takes its while: what else the browser's circuit has to do goes on meanwhile.
        return await Task.Run(async () =>
        {
            if (holdsShifts)
                return await shifts.Run(file, dryRun, who, cancel) is var done ? new ImportLook(done.IsDone, done.Words, done.Faults) : null!;
            var result = await people.Run(file, dryRun, who, cancel);
            return new ImportLook(result.IsDone, result.Words, result.Faults);
        }, cancel);
    }
}
