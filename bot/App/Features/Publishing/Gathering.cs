using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// Reads what was answered within a window, some hundred people at a time. Sealed answers are opened in memory, become one step a person and question, and are
/// let go of with the page; nothing of them is written or logged.
/// </summary>
public sealed class Gathering(IStore store, Vault vault)
{
    const int Together = 500;

    /// <param name="from">UTC.</param>
    /// <param name="to">UTC; who is there, and in which team, is read as of this moment.</param>
    public async Task<Gathered> Gather(IPublished what, DateTime from, DateTime to, CancellationToken stop)
    {
        await using var db = store.Open();
        var gathered = new Gathered(what.Questions);
        var others = await OfMerged(db, what, from, to, stop);
        // Whoever erased their data has no place in the memory any more; counted anew, as a stranger, they could give away who stands beside them.
        var here = db.Members.AsNoTracking().Where(member => member.MergedInto == null && member.ErasedAt == null && (member.LeftAt == null || member.LeftAt > to));
        await foreach (var page in Pages(here, stop))
        {
            var steps = await Steps(db, what, page, from, to, stop);
            foreach (var member in page.Where(others.ContainsKey))
                steps.AddRange(others[member].Select(step => step with { Member = member }));
            foreach (var own in steps.GroupBy(step => (step.Member, step.Question), step => step.Step))
                gathered.Add(own.Key.Member, own.Key.Question, Answerers.Median(own));
            if (what.ByGroup)
                await Groups(db, gathered, [.. steps.Select(step => step.Member).Distinct()], to, stop);
        }
        return gathered;
    }

    // Somebody who turned out to be somebody else: their answers are the other's.
    async Task<Dictionary<Guid, List<Opened>>> OfMerged(Db db, IPublished what, DateTime from, DateTime to, CancellationToken stop)
    {
        var found = new Dictionary<Guid, List<Opened>>();
        await foreach (var page in Pages(db.Members.AsNoTracking().Where(member => member.MergedInto != null), stop))
            foreach (var own in (await Steps(db, what, page, from, to, stop)).GroupBy(step => step.Member))
            {
                var remaining = await Remaining(db, own.Key, stop);
                found[remaining] = [.. found.GetValueOrDefault(remaining, []), .. own];
            }
        return found;
    }

    static async Task<Guid> Remaining(Db db, Guid member, CancellationToken stop)
    {
        while (await db.Members.Where(one => one.Id == member).Select(one => one.MergedInto).SingleOrDefaultAsync(stop) is { } other)
            member = other;
        return member;
    }

    async Task<List<Opened>> Steps(Db db, IPublished what, List<Guid> members, DateTime from, DateTime to, CancellationToken stop)
    {
        var given = await what.Between(db, members, from, to, stop);
        var ciphers = await vault.Find([.. given.Where(answer => answer.Sealed is not null).Select(answer => answer.MemberId).Distinct()], stop);
        var steps = new List<Opened>(given.Count);
        foreach (var answer in given)
            if (answer.Sealed is null)
                steps.Add(new(answer.MemberId, answer.Question, answer.Step));
            else if (ciphers.TryGetValue(answer.MemberId, out var cipher) && cipher.TryRead(answer.Sealed) is { } words)
                steps.Add(new(answer.MemberId, answer.Question, what.Step(words)));
        return steps;
    }

    static async Task Groups(Db db, Gathered gathered, Guid[] members, DateTime at, CancellationToken stop)
    {
        var memberships = await db.TeamMemberships.AsNoTracking().Where(one => members.Contains(one.MemberId) && one.From <= at && (one.To == null || one.To > at)).OrderBy(one => one.From)
            .Select(one => new { one.MemberId, one.TeamId }).ToListAsync(stop);
        foreach (var membership in memberships)
            gathered.GroupOf[membership.MemberId] = membership.TeamId;
    }

    static async IAsyncEnumerable<List<Guid>> Pages(IQueryable<Member> members, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (var after = Guid.Empty; ;)
        {
            var last = after;
            var page = await members.Where(member => member.Id > last).OrderBy(member => member.Id).Take(Together).Select(member => member.Id).ToListAsync(stop);
            if (page.Count > 0)
                yield return page;
            if (page.Count < Together)
                yield break;
            after = page[^1];
        }
    }

    readonly record struct Opened(Guid Member, string Question, int Step);
}

/// <summary>A window's answers: one a person and question, and the team of each who answered.</summary>
public sealed class Gathered(IEnumerable<string> questions)
{
    readonly Dictionary<string, List<Answer>> _answers = questions.ToDictionary(question => question, _ => new List<Answer>());

    public Dictionary<Guid, Guid> GroupOf { get; } = [];

    public IReadOnlyList<Answer> To(string question) => _answers[question];

    internal void Add(Guid member, string question, int step)
    {
        // A question that is asked no longer has no figures either.
        if (_answers.TryGetValue(question, out var answers))
            answers.Add(new(member, step));
    }
}
