using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Tests.Scheduling;

namespace ServiceCulture.Tests.People;

/// <summary>Three hundred broken files: each is refused with the line and the reason, and nothing is changed; or accepted for a good reason.</summary>
[Trait("Database", "Both")]
public sealed class BrokenFilesTests
{
    const string Here = "email,name,team,parent team\nann@x.example,Ann,Desk,Board\nbo@x.example,Bo,Board,\n";

    [Fact]
    public async Task Each_of_three_hundred_is_refused_with_its_reason_and_changes_nothing_or_is_accepted_for_a_good_one()
    {
        await using var database = await SmallDatabase.Create();
        Assert.True((await Import(database, System.Text.Encoding.UTF8.GetBytes(Here))).IsDone);
        var before = await Stands(database);
        var (refused, accepted) = (0, 0);
        for (var number = 0; number < 300; number++)
        {
            var file = BrokenFiles.Make(number);
            var dry = await Import(database, file.Bytes, dryRun: true);
            Assert.True(file.Fault is null == dry.IsDone, $"{number}, {file.Why}: {dry.Words}");
            Assert.Equal(before, await Stands(database));
            if (file.Fault is null)
            {
                accepted++;
                continue;
            }
            refused++;
            Assert.True(dry.Words.Contains(file.Fault, StringComparison.Ordinal), $"{number}, {file.Why}: {dry.Words}");
            Assert.All(dry.Faults, fault => Assert.True(fault.Line > 0 || fault.Why.StartsWith("The file is", StringComparison.Ordinal), $"{number}: {fault}"));
            Assert.Equal(dry.Words, (await Import(database, file.Bytes)).Words);
            Assert.Equal(before, await Stands(database));
        }
        Assert.Equal((300, true, true), (refused + accepted, refused > 250, accepted > 15));
    }

    [Fact]
    public async Task Three_hundred_files_with_bytes_changed_by_chance_break_nothing()
    {
        await using var database = await SmallDatabase.Create();
        Assert.True((await Import(database, System.Text.Encoding.UTF8.GetBytes(Here))).IsDone);
        var before = await Stands(database);
        for (var number = 0; number < 300; number++)
        {
            var bytes = BrokenFiles.Shaken(number);
            var dry = await Import(database, bytes, dryRun: true);
            Assert.True(dry.IsDone || dry.Faults.Count > 0);
            if (!dry.IsDone)
                Assert.Equal(dry.Words, (await Import(database, bytes)).Words);
            Assert.Equal(before, await Stands(database));
        }
    }

    static async Task<CsvResult> Import(SmallDatabase database, byte[] file, bool dryRun = false)
    {
        using var stream = new MemoryStream(file);
        return await new ImportPeople(database.Store, database.Register, new NamedOwner(new OrganisationSettings()), database.Clock).Run(stream, dryRun, by: null, default);
    }

    static Task<string> Stands(SmallDatabase database) => database.Read(async db => string.Join('\n',
        [
            .. (await db.Members.AsNoTracking().OrderBy(one => one.Id).ToListAsync()).Select(one => $"{one.Id} {one.Name} {one.Email} {one.Zone} {one.Roles} {one.LeavesOn} {one.DeputyId} {one.SaidByHr}"),
            .. (await db.Teams.AsNoTracking().OrderBy(one => one.Id).ToListAsync()).Select(one => $"{one.Id} {one.Name} {one.ParentId} {one.ManagerId}"),
            $"{await db.TeamMemberships.CountAsync()} {await db.Audit.CountAsync()} {await db.Replannings.CountAsync()}",
        ]));
}
