using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.MyData;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A programme in the whole program, and its job's next minute.</summary>
static class OverHttp
{
    /// <summary>Everybody works round the clock, and what was missed today is made up for at once: whatever the hour, now is the time.</summary>
    public static Task StartProgramme(this BotHost host) => Start(host, 0, 0);

    /// <summary>Everybody works from nine to five on every day; by noon anybody's own minute is over.</summary>
    public static Task StartDaytime(this BotHost host) => Start(host, 9 * 60, 17 * 60);

    public static async Task Minute(this BotHost host, TimeSpan? later = null)
    {
        host.Clock.Advance(later ?? TimeSpan.FromMinutes(1));
        await host.Services.GetRequiredService<AskingWhoIsDue>().Run(default);
        await host.Deliver();
    }

    /// <summary>The clock is moved to this hour (UTC) of the day, or of the next one; the job runs, and all that is due goes out.</summary>
    public static Task MoveTo(this BotHost host, int hour) => host.Minute(host.Until(hour));

    /// <summary>How far that is from now.</summary>
    public static TimeSpan Until(this BotHost host, int hour)
    {
        var then = host.Clock.Now.Date.AddHours(hour);
        return (then > host.Clock.Now.UtcDateTime ? then : then.AddDays(1)) - host.Clock.Now.UtcDateTime;
    }

    /// <summary>The file behind a one-time link that stands in what somebody is shown: its page is looked at as a previewer would, then the file is taken, then it is over.</summary>
    public static async Task<JsonNode> Takes(this BotHost host, string shown)
    {
        using var page = await host.Client.GetAsync(ShownLink.Path(shown));
        Assert.Contains("<button>Download my data</button>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var alone = await host.Client.PostAsync(ShownLink.Path(shown), null);
        Assert.Equal(HttpStatusCode.NotFound, alone.StatusCode);
        using var file = await host.Fetch(shown);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType));
        using var again = await host.Fetch(shown);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        return JsonNode.Parse(await file.Content.ReadAsStringAsync())!;
    }

    /// <summary>They are in a shift now, or in some hours.</summary>
    public static Task<int> PutsAtWork(this BotHost host, Guid member, int inHours = 0) => host.Store.Do(db =>
    {
        var now = host.Clock.Now.UtcDateTime.AddHours(inHours);
        db.Add(new Shift { MemberId = member, Start = now.AddHours(-1), End = now.AddHours(1) });
        return db.SaveChangesAsync();
    }, default);

    /// <summary>True where some column of some message that was ever to be sent has these words in it.</summary>
    public static Task<bool> Wrote(this BotHost host, string words) => host.Read(db => db.Messages.AnyAsync(message => message.Body.Contains(words) || message.Summary.Contains(words)));

    static Task<int> Start(BotHost host, int from, int to) => host.Store.Do(async db =>
    {
        var programme = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", Days = Weekdays.All, ResponseMinutes = 1440 };
        db.AddRange(programme, Replanning.OfProgramme(programme.Id));
        foreach (var member in await db.Members.ToListAsync())
            (member.WorkDays, member.WorkFrom, member.WorkTo) = (Weekdays.All, from, to);
        return await db.SaveChangesAsync();
    }, default);
}
