using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.Pages.People;

namespace ServiceCulture.Bench.Consoles;

/// <summary>What an open page asks for when somebody filters it or turns a page, by the very classes that it asks; without the way to the browser.</summary>
sealed class Acting : IAsyncDisposable
{
    const int Together = 50;

    readonly ServiceProvider _services;

    Acting(ServiceProvider services, IReadOnlyList<(string, Func<Task>)> all) => (_services, All) = (services, all);

    public IReadOnlyList<(string Name, Func<Task> Act)> All { get; }

    public static async Task<Acting> Make(Database database)
    {
        var services = new ServiceCollection().AddSingleton(database.Store).AddSingleton(TimeProvider.System).AddSingleton<Register>()
            .AddSingleton<ReadingPeople>().AddSingleton<ReadingAudit>().AddSingleton<PickingPerson>().AddSingleton<TendingNotes>().BuildServiceProvider();
        var (people, audit, notes) = (services.GetRequiredService<ReadingPeople>(), services.GetRequiredService<ReadingAudit>(), services.GetRequiredService<TendingNotes>());
        await using var db = database.Store.Open();
        var who = (await services.GetRequiredService<Register>().Member(await db.Members.Where(member => member.Roles == Roles.Hr).Select(member => member.Id).FirstAsync(), default))!;
        var about = await db.Audit.Where(entry => entry.About != null).Select(entry => entry.About).FirstAsync();
        var middle = await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Id).Skip(1000).FirstAsync();
        var now = DateTime.UtcNow;
        return new Acting(services,
        [
            ("people: a name", () => people.Search(who, "mira", false, 0, Together, default)),
            ("people: a family name", () => people.Search(who, "petrova", false, 0, Together, default)),
            ("people: an e-mail", () => people.Search(who, "person77", false, 0, Together, default)),
            ("people: nobody has it", () => people.Search(who, "xyz", false, 0, Together, default)),
            ("people: the 100th page", () => people.Search(who, "", false, 100 * Together, Together, default)),
            ("people: leavers", () => people.Search(who, "", true, 0, Together, default)),
            ("people: one, looked at", () => people.Look(who, about!.Value, default)),
            ("people: one picked by a part of the name", () => services.GetRequiredService<PickingPerson>().One("solano", default)),
            ("audit: the acts there are", () => audit.Acts(who, default)),
            ("audit: all", () => audit.Read(who, new(), null, Together, default)),
            ("audit: further, a year ago", () => audit.Read(who, new(), middle, Together, default)),
            ("audit: one act", () => audit.Read(who, new("roles.give"), null, Together, default)),
            ("audit: an act that never happened", () => audit.Read(who, new("nothing."), null, Together, default)),
            ("audit: by one", () => audit.Read(who, new(Actor: who.Id), null, Together, default)),
            ("audit: by somebody who did nothing", () => audit.Read(who, new(Actor: about), null, Together, default)),
            ("audit: about one", () => audit.Read(who, new(About: about), null, Together, default)),
            ("audit: a week half a year ago", () => audit.Read(who, new(From: now.AddDays(-180), To: now.AddDays(-173)), null, Together, default)),
            ("notes: two words", () => notes.Find("refund 77", default)),
            ("notes: nobody wrote that", () => notes.Find("nobody wrote that", default)),
        ]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
