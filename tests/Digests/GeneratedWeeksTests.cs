using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Digests;

/// <summary>The numbers of generated organisations against a second way of counting: slow, plain, one kudos after the other.</summary>
[Trait("Database", "Both")]
public sealed class GeneratedWeeksTests
{
    // Clocks are moved here in the night: to the north, to the south, by half an hour; or never.
    static readonly (string Zone, DateTime Around)[] Zones =
    [
        ("UTC", new(2026, 3, 3)), ("Europe/Berlin", new(2026, 3, 31)), ("Europe/Berlin", new(2026, 10, 27)), ("America/New_York", new(2026, 3, 10)),
        ("Australia/Lord_Howe", new(2026, 4, 7)), ("Asia/Kathmandu", new(2026, 1, 6)), ("Pacific/Auckland", new(2026, 9, 29)), ("America/Los_Angeles", new(2026, 11, 3)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Counted_quickly_or_slowly_it_is_the_same(int round)
    {
        for (var seed = 0; seed < 8; seed++)
        {
            await using var bot = await TestBot.Start();
            var world = new World(new Random((round * 100) + seed), Zones[seed]);
            await bot.Do(db =>
            {
                db.AddRange(world.Rows);
                return Task.CompletedTask;
            });
            if (world.ManagersSee)
                await bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
            var weeks = new OrganisationWeeks(world.Organisation);
            var span = round % 2 == 0 ? weeks.Over(world.Now, 1 + (seed % 4)) : seed % 3 == 0 ? weeks.UnderWay(world.Now) : weeks.Over(world.Now, 1);
            var counted = await bot.Read(db => bot.Get<ManagersDigest>().Numbers(db, [.. world.Managers.Select(one => new DigestDue(one, span))], world.Now, default));
            foreach (var manager in world.Managers)
                Same(new Slowly(world, manager, span.First, span.Last, span.IsSoFar), counted[manager], $"round {round}, seed {seed}");
        }
    }

    static void Same(Slowly slow, ManagerNumbers quick, string where)
    {
        Assert.True(slow.Weeks[^1] == quick.Received, $"{where}: {slow.Weeks[^1]} thanks, not {quick.Received}");
        Assert.Equal(slow.Weeks[..^1], quick.Before);
        Assert.Equal(slow.Values.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value[0], one.Value[1])), quick.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => (one.Id, one.Now, one.Before)));
        Assert.Equal(slow.Given.Count, quick.Given);
        Assert.Equal(slow.GivenTo.Order(), quick.GivenTo.Order());
        Assert.Subset(slow.MayBeShown, quick.Shown.ToHashSet());
        Assert.Equal(Math.Min(1, slow.MayBeShown.Count), Math.Min(1, quick.Shown.Count));
        Assert.InRange(quick.Shown.Count, 0, 3);
        Assert.Equal(slow.NotThanked.Count == 0, quick.Thank is null);
        if (quick.Thank is { } thank)
            Assert.Equal(slow.NotThanked.Min(one => one.Value), slow.NotThanked[thank]);
        if (quick.Unseen is { } unseen)
            Assert.DoesNotContain(unseen, slow.Values.Keys);
    }

    /// <summary>Teams, people who moved between them, and kudos around the moments at which weeks are cut.</summary>
    sealed class World
    {
        static readonly string[] SomeValues = ["patience", "empathy", "fairness", "service", "respect"];

        public World(Random chance, (string Zone, DateTime Around) when)
        {
            Organisation = new OrganisationSettings { TimeZone = when.Zone, WeekStart = (DayOfWeek)chance.Next(7) };
            Now = DateTime.SpecifyKind(when.Around.AddMinutes(chance.Next(0, 3 * 24 * 60)), DateTimeKind.Utc);
            ManagersSee = chance.Next(2) == 0;
            var people = Enumerable.Range(0, 14).Select(n => new Member { Name = $"Person {n}", NameKey = $"person {n}", CreatedAt = Now, LeftAt = chance.Next(8) == 0 ? Now : null }).ToList();
            Managers = [.. people.Take(3).Select(one => one.Id)];
            Teams = [.. Enumerable.Range(0, 5).Select(n => new Team { Name = $"Team {n}", ManagerId = n < 4 ? Managers[n % 3] : null })];
            foreach (var person in people)
            {
                Memberships.Add(new() { TeamId = Teams[chance.Next(5)].Id, MemberId = person.Id, From = Now.AddDays(-300), To = Now.AddDays(-chance.Next(1, 40)) });
                Memberships.Add(new() { TeamId = Teams[chance.Next(5)].Id, MemberId = person.Id, From = Now.AddDays(-chance.Next(40)) });
                if (chance.Next(5) == 0)
                    Absences.Add(new() { MemberId = person.Id, Start = Now.AddDays(-1), End = Now.AddDays(chance.Next(-1, 3)).AddHours(1), IsAbsence = true });
            }
            People = people;
            for (var n = 0; n < 140; n++)
                Give(chance, people);
            Rows = [.. people, .. Teams, .. Memberships, .. Absences, .. Kudos, .. Receipts, .. Values];
        }

        public OrganisationSettings Organisation { get; }
        public DateTime Now { get; }
        public bool ManagersSee { get; }
        public List<Guid> Managers { get; }
        public List<Team> Teams { get; }
        public List<Member> People { get; }
        public List<TeamMembership> Memberships { get; } = [];
        public List<Shift> Absences { get; } = [];
        public List<KudosGiven> Kudos { get; } = [];
        public List<KudosReceipt> Receipts { get; } = [];
        public List<KudosValue> Values { get; } = [];
        public IReadOnlyList<object> Rows { get; }

        void Give(Random chance, List<Member> people)
        {
            var from = people[chance.Next(people.Count)].Id;
            var kudos = new KudosGiven { FromId = from, Words = "stayed until it was solved", Audience = (KudosAudience)chance.Next(3), At = Moment(chance), UndoneAt = chance.Next(9) == 0 ? Now : null };
            Kudos.Add(kudos);
            foreach (var to in people.Where(one => one.Id != from).OrderBy(_ => chance.Next()).Take(chance.Next(1, 4)))
                Receipts.Add(new() { KudosId = kudos.Id, ToId = to.Id, At = kudos.At, ToTeamId = chance.Next(10) == 0 ? null : Teams[chance.Next(5)].Id });
            foreach (var value in SomeValues.OrderBy(_ => chance.Next()).Take(chance.Next(4)))
                Values.Add(new() { KudosId = kudos.Id, ValueId = value });
        }

        // Half of them at a midnight of the organisation, a moment before or after it.
        DateTime Moment(Random chance)
        {
            if (chance.Next(2) == 0)
                return Now.AddMinutes(-chance.Next(80 * 24 * 60));
            var midnight = LocalDay.Of(Now, Organisation.TimeZone).AddDays(-chance.Next(80)).ToDateTime(TimeOnly.MinValue);
            return TimeZoneInfo.ConvertTimeToUtc(midnight, LocalDay.Zone(Organisation.TimeZone)).AddMilliseconds(chance.Next(-1, 2));
        }
    }

    /// <summary>The same numbers by hand: every kudos is looked at by itself, and a moment's week is found by its date on the organisation's wall.</summary>
    sealed class Slowly
    {
        public Slowly(World world, Guid manager, DateOnly first, DateOnly last, bool soFar)
        {
            var own = world.Teams.Where(team => team.ManagerId == manager).Select(team => team.Id).ToHashSet();
            foreach (var receipt in world.Receipts.Where(one => one.ToTeamId is { } team && own.Contains(team)))
            {
                var kudos = world.Kudos.Single(one => one.Id == receipt.KudosId);
                var maySee = kudos.Audience == KudosAudience.Public || (world.ManagersSee && kudos.Audience == KudosAudience.ReceiversAndManagers);
                if (kudos.UndoneAt is not null || !maySee || Place(world, kudos.At, first, last, soFar) is not { } place)
                    continue;
                Weeks[place]++;
                foreach (var value in world.Values.Where(one => one.KudosId == kudos.Id))
                    (Values.TryGetValue(value.ValueId, out var counts) ? counts : Values[value.ValueId] = new int[2])[place == 4 ? 0 : 1]++;
                if (place == 4 && receipt.ToId != manager)
                    MayBeShown.Add(kudos.Id);
            }
            foreach (var kudos in world.Kudos.Where(one => one.FromId == manager && one.UndoneAt is null && Place(world, one.At, first, last, soFar) == 4))
            {
                Given.Add(kudos.Id);
                GivenTo.UnionWith(world.Receipts.Where(one => one.KudosId == kudos.Id).Select(one => one.ToId));
            }
            foreach (var person in world.People.Where(one => one.Id != manager && one.LeftAt is null))
            {
                var isThere = world.Memberships.Any(one => one.MemberId == person.Id && own.Contains(one.TeamId) && one.To is null && world.Now - one.From >= TimeSpan.FromDays(14));
                var isAway = world.Absences.Any(one => one.MemberId == person.Id && one.Start <= world.Now && world.Now < one.End);
                var thanked = world.Kudos.Where(one => one.FromId == manager && one.UndoneAt is null && world.Receipts.Any(it => it.KudosId == one.Id && it.ToId == person.Id)).Select(one => (DateTime?)one.At).Max();
                if (isThere && !isAway && (thanked is null || world.Now - thanked >= TimeSpan.FromDays(28)))
                    NotThanked[person.Id] = thanked ?? default;
            }
        }

        public int[] Weeks { get; } = new int[5];
        public Dictionary<string, int[]> Values { get; } = [];
        public HashSet<Guid> MayBeShown { get; } = [];
        public HashSet<Guid> Given { get; } = [];
        public HashSet<Guid> GivenTo { get; } = [];
        public Dictionary<Guid, DateTime> NotThanked { get; } = [];

        static int? Place(World world, DateTime at, DateOnly first, DateOnly last, bool soFar)
        {
            var week = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, TimeZoneInfo.FindSystemTimeZoneById(world.Organisation.TimeZone)));
            while (week.DayOfWeek != world.Organisation.WeekStart)
                week = week.AddDays(-1);
            if (week >= first && week <= last)
                return soFar && at >= world.Now ? null : 4;
            for (var before = 1; before <= 4; before++)
                if (week == first.AddDays(-7 * before))
                    return 4 - before;
            return null;
        }
    }
}
