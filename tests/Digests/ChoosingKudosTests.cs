using ServiceCulture.Bot.Features.Digests;

namespace ServiceCulture.Tests.Digests;

/// <summary>Which kudos stand in full.</summary>
public sealed class ChoosingKudosTests
{
    static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Whoever_was_shown_last_time_comes_only_once_nobody_else_waits()
    {
        var chance = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var people = Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
            Guid[] Some(int most) => [.. people.OrderBy(_ => chance.Next()).Take(chance.Next(1, most + 1))];
            var all = Enumerable.Range(0, chance.Next(9)).Select(n => new Candidate(new Guid(n + 1, 1, 0, new byte[8]), new Guid(chance.Next(1, 4), 2, 0, new byte[8]), At.AddMinutes(chance.Next(9)), Some(2), [.. new[] { "a", "b", "c" }.Where(_ => chance.Next(2) == 0)])).ToList();
            var lastTime = Some(4).ToHashSet();
            var chosen = ChoosingKudos.Choose(all, lastTime, Guid.Empty);
            var shown = chosen.SelectMany(one => one.To).ToHashSet();
            var waiting = all.Except(chosen).Where(one => !one.To.Any(shown.Contains)).ToList();

            Assert.Equal(chosen.Count, chosen.Distinct().Count());
            Assert.InRange(chosen.Count, Math.Min(2, all.Count), 3);
            if (chosen.Any(one => one.To.All(lastTime.Contains)))
                Assert.DoesNotContain(waiting, one => !one.To.All(lastTime.Contains));
            if (chosen.Any(one => one.To.Any(lastTime.Contains)))
                Assert.DoesNotContain(waiting, one => !one.To.Any(lastTime.Contains));
            if (chosen.Count == 3)
                Assert.Empty(chosen[2].To.Intersect(chosen.Take(2).SelectMany(one => one.To)));
        }
    }

    [Fact]
    public void Different_values_go_before_what_is_newest_and_the_managers_own_words_come_last()
    {
        Guid Person(int n) => new(n, 0, 0, new byte[8]);
        Candidate Kudos(int n, int from, int to, params string[] values) => new(new Guid(n, 1, 0, new byte[8]), Person(from), At.AddHours(n), [Person(to)], values);
        var chosen = ChoosingKudos.Choose([Kudos(1, 20, 1, "patience"), Kudos(2, 21, 2, "fairness"), Kudos(3, 22, 3, "patience"), Kudos(4, 9, 4, "service")], new HashSet<Guid>(), Person(9));
        Assert.Equal([3, 2, 1], chosen.Select(one => one.At.Hour - At.Hour));
    }
}
