using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Tests.Pulse;

/// <summary>Asks as the scheduler does: the row and its card in one unit of work.</summary>
static class AskedPulse
{
    static readonly Programme Programme = new() { Name = "Weekly pulse", Kind = ProgrammeKind.Pulse, State = ProgrammeState.On, PackId = "" };

    internal static IAsking Asking(IServiceProvider services) => services.GetServices<IAsking>().Single(one => one.Kind is ProgrammeKind.Pulse);

    internal static async Task<Ask> Ask(IServiceProvider services, Guid member, TimeSpan? open = null)
    {
        var (now, asking) = (services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, Asking(services));
        var who = (await services.GetRequiredService<Register>().Member(member, default))!;
        var ask = new Ask { MemberId = member, ProgrammeId = Programme.Id, Kind = asking.Kind, Day = asking.CountsFor(LocalDay.Of(now, who.Zone)), At = now, Until = now + (open ?? TimeSpan.FromHours(8)) };
        await Send(services, db =>
        {
            if (!db.Participations.Any(one => one.MemberId == member))
                db.Add(new Participation { MemberId = member, Taking = Taking.AtStart, ChosenAt = now });
            if (!db.Programmes.Any(one => one.Id == Programme.Id))
                db.Add(Programme);
            // Whatever the hour, they are at work.
            var row = db.Members.Single(one => one.Id == member);
            (row.WorkDays, row.WorkFrom, row.WorkTo) = (Weekdays.All, 0, 0);
            db.Add(ask);
        }, await asking.Ask(new Asked(ask, Programme, who, who.Home!), default));
        return ask;
    }

    internal static async Task Remind(IServiceProvider services, Ask ask)
    {
        var who = (await services.GetRequiredService<Register>().Member(ask.MemberId, default))!;
        await Send(services, _ => { }, Asking(services).Remind(new Asked(ask, Programme, who, who.Home!)));
    }

    internal static async Task Close(IServiceProvider services, Ask ask)
    {
        var who = (await services.GetRequiredService<Register>().Member(ask.MemberId, default))!;
        await Send(services, _ => { }, Asking(services).Close(new Asked(ask, Programme, who, who.Home!)));
    }

    static Task<int> Send(IServiceProvider services, Action<Db> with, ServiceCulture.Bot.Conversation.Send send) => services.GetRequiredService<IStore>().Do(async db =>
    {
        with(db);
        await services.GetRequiredService<Post>().Enqueue(db, [send], services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, default);
        return await db.SaveChangesAsync();
    }, default);
}
