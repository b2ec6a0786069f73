using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Publishing;

/// <summary>From rows that only their authors can read to frozen figures, window after window.</summary>
public sealed class FinishedWindowsTests : OverTheDatabase
{
    const int Index = 28;

    // In Auckland this window runs from 23 February to 22 March 2026; it is thirteen hours ahead of UTC then.
    static readonly DateTime Start = new(2026, 2, 22, 11, 0, 0, DateTimeKind.Utc), End = new(2026, 3, 22, 11, 0, 0, DateTimeKind.Utc);

    Guid _team;
    List<Guid> _care = null!, _rest = null!;

    private protected override void With(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new OrganisationSettings { TimeZone = "Pacific/Auckland" }));

    private protected override async Task Arrange()
    {
        (_team, var other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Bot.Do(db => Task.FromResult(db.Add(new Team { Id = _team, Name = "Care" })));
        await Bot.Do(db => Task.FromResult(db.Add(new Team { Id = other, Name = "Billing" })));
        (_care, _rest) = (await People(7, _team), await People(6, other));
    }

    [Fact]
    public async Task A_window_is_frozen_once_it_is_over_in_the_organisations_zone_and_only_once()
    {
        await CheckIn([.. _care, .. _rest], 5, Start, End.AddMicroseconds(-1));
        Bot.Clock.Set(End.AddMinutes(9));
        Assert.Equal(0, await Freeze());
        Bot.Clock.Set(End.AddMinutes(10));
        Assert.Equal(1, (await Task.WhenAll(Freeze(), Freeze(), Freeze())).Sum());
        Assert.Equal(0, await Freeze());
        Assert.Equal(["28 Steady"], await Figures(_team));
        Assert.Equal(["28 Steady"], await Figures(GroupTree.Whole));
    }

    [Fact]
    public async Task What_falls_outside_the_window_belongs_to_another()
    {
        await CheckIn(_care, 5, Start.AddTicks(-1));
        await CheckIn(_care, 1, Start);
        await CheckIn(_care, 5, End);
        Bot.Clock.Set(End.AddDays(29));
        Assert.Equal(3, await Freeze());
        Assert.Equal(["27 Steady", "28 Strained", "29 Steady"], await Figures(_team));
    }

    [Fact]
    public async Task Missed_windows_are_caught_up_in_order_and_an_empty_one_has_not_enough_answers()
    {
        await CheckIn([.. _care, .. _rest], 1, Start.AddDays(1));
        await CheckIn([.. _care, .. _rest], 5, End.AddDays(29));
        // Summer time has ended there: midnight is an hour later in UTC.
        Bot.Clock.Set(End.AddDays(28 * 3).AddMinutes(70));
        Assert.Equal(4, await Freeze());
        Assert.Equal(["28 Strained", "29 ", "30 Steady", "31 "], await Figures(_team));
        Assert.Equal(0, await Freeze());
    }

    [Fact]
    public async Task Nothing_is_frozen_before_anything_was_answered()
    {
        Bot.Clock.Set(End.AddDays(280));
        Assert.Equal(0, await Freeze());
    }

    [Fact]
    public async Task Whoever_moved_counts_where_they_were_at_the_windows_end()
    {
        await CheckIn([.. _care, .. _rest], 5, Start.AddDays(1));
        // Three of seven go: four are left in the team, too few.
        await Move(_care[..3], End.AddMicroseconds(-1));
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(["28 "], await Figures(_team));
        Assert.Equal(["28 Steady"], await Figures(GroupTree.Whole));
    }

    [Fact]
    public async Task A_move_after_the_windows_end_is_no_matter_for_it()
    {
        await CheckIn([.. _care, .. _rest], 5, Start.AddDays(1));
        await Move(_care[..3], End.AddMicroseconds(1));
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(["28 Steady"], await Figures(_team));
    }

    [Fact]
    public async Task Leavers_and_whoever_erased_their_data_are_no_longer_counted()
    {
        await CheckIn([.. _care, .. _rest], 5, Start.AddDays(1));
        await Bot.Do(async db => (await db.Members.SingleAsync(member => member.Id == _care[0])).LeftAt = End.AddDays(-1));
        await Bot.Get<Vault>().Destroy(_care[1], default);
        await Bot.Get<Vault>().Destroy(_care[2], default);
        // Back again with a new key: what the old one sealed stays unread, and nothing falls over.
        await Bot.Get<Vault>().FindOrMake(_care[2], default);
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(["28 "], await Figures(_team));
        Assert.DoesNotContain(await Seated("balance"), member => _care[..3].Contains(member));
        Assert.Equal(10, (await Seated("balance")).Count);
    }

    [Fact]
    public async Task Whoever_erased_their_data_and_came_back_is_not_counted_as_somebody_new()
    {
        await CheckIn([.. _care, .. _rest], 5, Start.AddDays(1), End.AddDays(1));
        Bot.Clock.Set(End.AddHours(1));
        await Freeze();
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(member => member.Id == _care[0])).ErasedAt = End.AddHours(2);
            await new PublishingData().Erase(db, _care[0], new Erasure(false, End.AddHours(2)), default);
        });
        Bot.Clock.Set(End.AddDays(29));
        await Freeze();
        // Six were counted again, all but the one: that would tell the one's answer.
        Assert.Equal(["28 Steady", "29 "], await Figures(_team));
        Assert.Equal(12, (await Seated("balance")).Count);
    }

    [Fact]
    public async Task Merged_members_count_once_as_who_they_turned_out_to_be()
    {
        await CheckIn([.. _care, .. _rest], 5, Start.AddDays(1));
        await Bot.Do(async db => (await db.Members.SingleAsync(member => member.Id == _care[6])).MergedInto = _care[5]);
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(12, (await Seated("balance")).Count);
        Assert.DoesNotContain(_care[6], await Seated("balance"));
    }

    [Fact]
    public async Task A_person_weighs_once_however_often_they_answer()
    {
        // One in seven answers every day, and is shaken.
        await CheckIn(_care[1..], 5, Start.AddDays(1));
        await CheckIn(_care[..1], 1, [.. Enumerable.Range(0, 27).Select(day => Start.AddDays(day))]);
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(["28 Steady"], await Figures(_team));
    }

    [Fact]
    public async Task The_pulse_is_frozen_by_statement_and_participation_for_the_whole_organisation_only()
    {
        await Answer([.. _care, .. _rest], "respect", PulseAnswer.Yes, Start.AddDays(1));
        await Answer([.. _care, .. _rest], "feedback", PulseAnswer.No, Start.AddDays(1));
        await Answer(_care[..4], "information", PulseAnswer.Yes, Start.AddDays(1));
        Bot.Clock.Set(End.AddDays(1));
        Assert.Equal(6, await Freeze());
        var window = Assert.Single(await Bot.Read(db => ReadingFigures.Of(db, _team, 3, default)));
        Assert.Equal(["deciding ", "feedback AFifthOrFewer", "handing-over ", "information ", "respect FourFifthsOrMore"], window.Figures.Select(figure => $"{figure.Question} {figure.Agreement}"));
        Assert.Equal([(new PublicationWindow(Index), Agreement.FourFifthsOrMore)], await Bot.Read(db => ReadingFigures.OfParticipation(db, 3, default)));
        Assert.Equal([GroupTree.Whole], await Bot.Read(db => db.FrozenFigures.Where(figure => figure.Question == ReadingFigures.Participation).Select(figure => figure.GroupId).ToListAsync()));
        Assert.DoesNotContain(Assert.Single(await Bot.Read(db => ReadingFigures.Of(db, GroupTree.Whole, 3, default))).Figures, figure => figure.Question == ReadingFigures.Participation);
    }

    [Fact]
    public async Task The_last_windows_are_read_newest_first()
    {
        await CheckIn(_care, 5, Start, End, End.AddDays(29));
        Bot.Clock.Set(End.AddDays(28 * 3).AddMinutes(70));
        await Freeze();
        Assert.Equal([31, 30], (await Bot.Read(db => ReadingFigures.Of(db, _team, 2, default))).Select(window => window.Window.Index));
        Assert.Empty(await Bot.Read(db => ReadingFigures.Of(db, Guid.NewGuid(), 2, default)));
    }

    [Fact]
    public async Task More_people_than_one_page_are_all_counted()
    {
        var many = await People(1_100, _team);
        await CheckIn(many, 4, Start.AddDays(1));
        Bot.Clock.Set(End.AddDays(1));
        await Freeze();
        Assert.Equal(1_100, (await Seated("balance")).Count);
    }

    Task<int> Freeze() => Bot.Get<FreezingWhatIsOver>().Freeze(default);

    Task<List<string>> Figures(Guid group) => Bot.Read(async db =>
        (await db.FrozenFigures.Where(figure => figure.Question == "balance" && figure.GroupId == group).OrderBy(figure => figure.Window).ToListAsync()).Select(figure => $"{figure.Window} {figure.Balance}").ToList());

    Task<List<Guid>> Seated(string question) => Bot.Read(db => db.CountedSeats.Where(seat => seat.Question == question && seat.MemberId != null).Select(seat => seat.MemberId!.Value).ToListAsync());

    async Task<List<Guid>> People(int count, Guid team)
    {
        var people = Enumerable.Range(0, count).Select(n => new Member { Name = $"Person {n}", NameKey = $"person {n}", CreatedAt = Start }).ToList();
        await Bot.Do(db =>
        {
            db.AddRange(people);
            db.AddRange(people.Select(person => new TeamMembership { MemberId = person.Id, TeamId = team, From = Start.AddDays(-300) }));
            return Task.CompletedTask;
        });
        return [.. people.Select(person => person.Id)];
    }

    Task Move(List<Guid> people, DateTime at) => Bot.Do(async db =>
    {
        foreach (var membership in await db.TeamMemberships.Where(one => people.Contains(one.MemberId)).ToListAsync())
            membership.To = at;
        var other = await db.Teams.SingleAsync(team => team.Name == "Billing");
        db.AddRange(people.Select(member => new TeamMembership { MemberId = member, TeamId = other.Id, From = at }));
    });

    async Task CheckIn(List<Guid> people, int step, params DateTime[] moments)
    {
        var rows = new List<CheckIn>();
        foreach (var member in people)
        {
            var cipher = await Bot.Get<Vault>().FindOrMake(member, default);
            rows.AddRange(moments.Select(at => new CheckIn { MemberId = member, Day = LocalDay.Of(at, "Pacific/Auckland"), At = at, Step = cipher.Seal($"{step}") }));
        }
        await Bot.Do(db =>
        {
            db.AddRange(rows);
            return Task.CompletedTask;
        });
    }

    async Task Answer(List<Guid> people, string statement, string answer, DateTime at)
    {
        foreach (var member in people)
        {
            var cipher = await Bot.Get<Vault>().FindOrMake(member, default);
            await Bot.Do(async db =>
            {
                var ask = await db.Asks.SingleOrDefaultAsync(one => one.MemberId == member);
                if (ask is null)
                    db.Add(ask = new Ask { MemberId = member, Kind = ProgrammeKind.Pulse, Day = new DateOnly(2026, 2, 23), At = at, Until = at.AddHours(8), State = AskState.Answered });
                db.Add(new PulseAnswer { AskId = ask.Id, Statement = statement, MemberId = member, At = at, Agrees = cipher.Seal(answer) });
            });
        }
    }
}
