using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When people work, with their shifts, absences and holidays. For features that need somebody who is there.</summary>
public static class WorkLives
{
    /// <returns>Whoever left, was merged or is a bot is not among them.</returns>
    public static async Task<IReadOnlyDictionary<Guid, (MemberInfo Who, WorkLife Life)>> Read(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel)
    {
        var people = await PeopleToAsk.Read(db, members, now, cancel);
        return members.Distinct().Select(people.Find).OfType<PeopleToAsk.Known>().ToDictionary(one => one.Row.Id, one => (one.Info, people.LifeOf(one, "")));
    }
}
