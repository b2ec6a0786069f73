using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A bot whose job runs minute by minute, and one programme that asks from nine to ten.</summary>
public abstract class AskingPeople : OverTheDatabase
{
    private protected static readonly DateTime Monday = Days.Utc("2026-03-02T00:00");

    private protected Programme Daily { get; } = Days.Programme(540, 600);

    private protected override Task Arrange()
    {
        Bot.Clock.Set(Monday.AddHours(7));
        return Starts(Daily);
    }

    private protected Task Starts(params Programme[] programmes) => Bot.Do(db =>
    {
        db.AddRange(programmes);
        db.AddRange(programmes.Select(one => Replanning.OfProgramme(one.Id)));
        return Task.CompletedTask;
    });

    private protected Task Changes(Action<Programme> how) => Bot.Do(async db =>
    {
        how(await db.Programmes.SingleAsync(one => one.Id == Daily.Id));
        db.Add(Replanning.OfProgramme(Daily.Id));
    });

    private protected async Task<Someone> Willing(string name, string zone = "UTC", Taking taking = Taking.AtStart)
    {
        var who = await Bot.Member(name, zone: zone);
        await Bot.Chose(taking, who);
        await Replans(who);
        return who;
    }

    private protected Task Replans(Someone who) => Bot.Do(db => Task.FromResult(db.Add(Replanning.OfMember(who.Id))));

    private protected Task Changes(Someone who, Action<Member> how) => Bot.Do(async db =>
    {
        how(await db.Members.SingleAsync(one => one.Id == who.Id));
        db.Add(Replanning.OfMember(who.Id));
    });

    /// <summary>The job's runs up to that moment, and what they send.</summary>
    private protected async Task Pass(DateTime to, int every = 5, bool delivers = true)
    {
        while (true)
        {
            await Bot.Get<AskingWhoIsDue>().Run(default);
            if (delivers)
                await Bot.Delivers();
            if (Bot.Clock.Now >= to)
                return;
            var next = Bot.Clock.Now.AddMinutes(every);
            Bot.Clock.Set(next < to ? next : to);
        }
    }

    private protected Task<List<Ask>> Asks(Someone who) => Bot.Read(db => db.Asks.AsNoTracking().Where(ask => ask.MemberId == who.Id).OrderBy(ask => ask.At).ToListAsync());

    private protected Task<Participation> Participation(Someone who) => Bot.Read(db => db.Participations.AsNoTracking().SingleAsync(one => one.MemberId == who.Id));

    private protected Task<List<Message>> Messages(Someone who) => Bot.Read(db => db.Messages.AsNoTracking().Where(message => message.ForMember == who.Id).OrderBy(message => message.Id).ToListAsync());

    private protected IReadOnlyList<Delivered> Heard(Someone who) => Bot.Slack.In(who.Account);
}
