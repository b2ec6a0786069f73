using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A programme in the whole program, and its job's next minute.</summary>
static class OverHttp
{
    /// <summary>Everybody works round the clock, and what was missed today is made up for at once: whatever the hour, now is the time.</summary>
    public static async Task StartProgramme(this BotHost host) => await host.Store.Do(async db =>
    {
        var programme = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", Days = Weekdays.All, ResponseMinutes = 1440 };
        db.AddRange(programme, Replanning.OfProgramme(programme.Id));
        foreach (var member in await db.Members.ToListAsync())
            (member.WorkDays, member.WorkFrom, member.WorkTo) = (Weekdays.All, 0, 0);
        return await db.SaveChangesAsync();
    }, default);

    public static async Task Minute(this BotHost host, TimeSpan? later = null)
    {
        host.Clock.Advance(later ?? TimeSpan.FromMinutes(1));
        await host.Services.GetRequiredService<AskingWhoIsDue>().Run(default);
        await host.Deliver();
    }
}
