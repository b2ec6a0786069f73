using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>Nothing is kept of who asked for help. Which help lines somebody in HR confirmed is an act of their office, and stays.</summary>
public sealed class CrisisData : IPersonalData
{
    public string Section => "helpLinesConfirmed";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.HelpLines.AsNoTracking().Where(line => line.ConfirmedBy == member).OrderBy(line => line.Name).ToListAsync(cancel), line =>
        {
            json.Say("line", line.Name);
            json.Say("at", line.ConfirmedAt);
        });

    public Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) => Task.CompletedTask;
}
