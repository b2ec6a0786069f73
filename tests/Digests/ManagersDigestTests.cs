using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Digests;

/// <summary>The weekly digest of whoever leads a team: what is in it, when it comes, and what one can do with it.</summary>
[Trait("Database", "Both")]
public sealed class ManagersDigestTests : OverTheDatabase
{
    static readonly DateTime LastWeek = new(2026, 2, 25, 12, 0, 0, DateTimeKind.Utc);

    Someone _petra = null!, _mira = null!, _ben = null!, _zoe = null!;

    private protected override async Task Arrange()
    {
        _petra = await Bot.Member("Petra Lind", team: "Front desk", leads: true);
        _mira = await Bot.Member("Mira Solano", team: "Front desk");
        _ben = await Bot.Member("Ben Okafor", team: "Front desk");
        _zoe = await Bot.Member("Zoe Field", team: "Back office");
        await Bot.Settled();
        await Bot.RunsAt(Bot.Clock.Now);
    }

    [Fact]
    public async Task It_comes_on_tuesday_at_ten_with_the_week_that_is_over()
    {
        await Bot.Gave(_zoe, LastWeek, ["patience"], _mira);
        await Bot.Gave(_zoe, LastWeek.AddDays(-14), ["patience", "empathy"], _mira, _ben);
        await Bot.Gave(_zoe, Bot.Clock.Now, ["fairness"], _ben);
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddMinutes(-1)));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        var digest = Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Contains("1 thank-you for people in Front desk in that week; 2 thank-yous in the four weeks before", digest.Words);
        Assert.Contains("23 February to 1 March 2026", digest.Words);
        Assert.Contains("Zoe Field thanks Mira Solano for patience.", digest.Words);
        Assert.DoesNotContain("Zoe Field thanks Ben", digest.Words);
        var chart = Assert.Single(digest.Card.Body.OfType<Block.Bars>());
        Assert.Equal(["Patience", "Empathy"], chart.Categories.Select(name => name.Plain(Reader.Plain)));
        Assert.Equal([1, 0], chart.Series[0].Values);
        Assert.Equal([1, 1], chart.Series[1].Values);
        Assert.Equal(new DateOnly(2026, 2, 23), Assert.Single(await Bot.Kept()).Week);
    }

    [Fact]
    public async Task It_is_sent_once_however_often_the_job_runs_and_again_a_week_later()
    {
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddMinutes(1)));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday.AddDays(7)));
        Assert.Equal(2, Bot.Slack.In(_petra.Account).Count);
    }

    [Fact]
    public async Task A_run_that_breaks_off_before_its_commit_leaves_nothing_and_the_next_sends_once()
    {
        await Bot.Do(db => db.DigestPlans.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, Weeks.Tuesday)));
        Bot.Clock.Set(Weeks.Tuesday);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Bot.Get<IStore>().Do<int>(async db =>
        {
            await Bot.Make<DigestPageOf>().Write(db, Weeks.Tuesday);
            throw new InvalidOperationException("The power went.");
        }, default));
        Assert.Empty(await Bot.Kept());
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        Assert.Single(Bot.Slack.In(_petra.Account));
    }

    [Fact]
    public async Task A_plan_that_was_put_back_to_a_week_that_went_out_sends_nothing()
    {
        await Bot.RunsAt(Weeks.Tuesday);
        await Bot.Do(db => db.DigestPlans.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, Weeks.Tuesday)));
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddHours(1)));
        Assert.Single(Bot.Slack.In(_petra.Account));
    }

    [Fact]
    public async Task Each_gets_it_by_their_own_clock()
    {
        var omar = await Bot.Member("Omar Haddad", team: "Phone line", leads: true, zone: "America/New_York");
        await Bot.RunsAt(Bot.Clock.Now);
        await Bot.RunsAt(Weeks.Tuesday);
        Assert.Empty(Bot.Slack.In(omar.Account));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday.AddHours(5)));
        Assert.Single(Bot.Slack.In(omar.Account));
    }

    [Fact]
    public async Task Whoever_has_moved_to_another_zone_gets_it_by_the_new_clock()
    {
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _petra.Id)).Zone = "America/New_York");
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday.AddHours(5)));
    }

    [Fact]
    public async Task Private_and_taken_back_thanks_are_in_nothing()
    {
        await Bot.Gives(new KudosGiven { FromId = _zoe.Id, Words = "for your eyes and nobody else's", Audience = KudosAudience.Receivers, At = LastWeek }, ["patience"], _mira);
        await Bot.Gives(new KudosGiven { FromId = _zoe.Id, Words = "taken back a minute later", Audience = KudosAudience.Public, At = LastWeek, UndoneAt = LastWeek }, ["patience"], _mira);
        await Bot.Gives(new KudosGiven { FromId = _zoe.Id, Words = "for you and your manager", Audience = KudosAudience.ReceiversAndManagers, At = LastWeek }, ["patience"], _mira);
        await Bot.RunsAt(Weeks.Tuesday);
        var quiet = Assert.Single(Bot.Slack.In(_petra.Account)).Words;
        Assert.Contains("A quiet week", quiet);
        Assert.DoesNotContain("eyes", quiet);

        await Bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
        var preview = await Seen(Weeks.Tuesday.AddDays(-1));
        Assert.DoesNotContain("eyes", preview);
        Assert.Contains("for you and your manager", preview);
    }

    [Fact]
    public async Task What_was_taken_back_since_is_not_shown_again_while_the_numbers_stay()
    {
        var id = await Bot.Gave(_zoe, LastWeek, ["patience"], _mira);
        await Bot.RunsAt(Weeks.Tuesday);
        await Bot.Do(async db => (await db.Kudos.SingleAsync(one => one.Id == id)).UndoneAt = Bot.Clock.Now);
        var again = (await Bot.Types(_petra, "digest")).Words;
        Assert.Contains("1 thank-you for people in Front desk", again);
        Assert.DoesNotContain("stayed with the caller", again);
    }

    [Fact]
    public async Task Thanks_count_for_the_team_that_somebody_was_in_then()
    {
        await Bot.Gave(_zoe, LastWeek, ["patience"], _mira);
        await Bot.Do(async db =>
        {
            var (now, other) = (await db.TeamMemberships.SingleAsync(one => one.MemberId == _mira.Id), await db.Teams.SingleAsync(one => one.Name == "Back office"));
            now.To = Bot.Clock.Now;
            db.Add(new TeamMembership { TeamId = other.Id, MemberId = _mira.Id, From = Bot.Clock.Now });
        });
        await Bot.RunsAt(Weeks.Tuesday);
        Assert.Contains("Zoe Field thanks Mira Solano", Assert.Single(Bot.Slack.In(_petra.Account)).Words);
    }

    [Fact]
    public async Task Somebody_not_thanked_lately_is_named_and_one_press_opens_the_form_for_them()
    {
        await Bot.Gave(_petra, LastWeek, [], _mira);
        await Bot.RunsAt(Weeks.Tuesday);
        var digest = Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Contains("You have not thanked Ben Okafor yet", digest.Words);
        Assert.Contains("You gave 1 thank-you yourself in that week: to Mira Solano.", digest.Words);
        var thank = digest.Card.Body.OfType<Block.Row>().First().Of[0];
        var form = await Bot.Presses(_petra, thank.Does);
        Assert.Equal(_ben.Id.ToString(), form.Holds(GiveKudos.ToField));
    }

    [Fact]
    public async Task People_on_leave_newcomers_and_leavers_are_left_out()
    {
        await Bot.Away(_ben, Weeks.Tuesday.AddDays(-1), Weeks.Tuesday.AddDays(4));
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _mira.Id)).LeftAt = LastWeek);
        await Bot.Member("Nele New", team: "Front desk");
        await Bot.RunsAt(Weeks.Tuesday);
        Assert.DoesNotContain("You have not thanked", Assert.Single(Bot.Slack.In(_petra.Account)).Words);
    }

    [Fact]
    public async Task A_deputy_gets_it_while_the_manager_is_away_and_can_look_at_it_again()
    {
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _petra.Id)).DeputyId = _zoe.Id);
        await Bot.Away(_petra, Weeks.Tuesday.AddDays(-1), Weeks.Tuesday.AddDays(4));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        Assert.Empty(Bot.Slack.In(_petra.Account));
        var digest = Assert.Single(Bot.Slack.In(_zoe.Account));
        Assert.Contains("You get this for Petra Lind, who is away.", digest.Words);
        Assert.DoesNotContain("You have not thanked", digest.Words);
        Assert.DoesNotContain("You have not thanked", (await Bot.Types(_zoe, "digest team")).Words);
        var own = (await Bot.Types(_petra, "digest")).Words;
        Assert.DoesNotContain("You get this for", own);
        Assert.Contains("You have not thanked", own);
        Assert.Contains("somebody else's", (await Bot.Presses(_zoe, digest, "Pause")).Words);
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday.AddDays(7)));
        Assert.Single(Bot.Slack.In(_petra.Account));
    }

    [Fact]
    public async Task What_was_said_to_people_and_their_managers_no_deputy_reads()
    {
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _petra.Id)).DeputyId = _zoe.Id);
        await Bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
        await Bot.Gives(new KudosGiven { FromId = _ben.Id, Words = "told me of the hearing and stayed", Audience = KudosAudience.ReceiversAndManagers, At = LastWeek }, ["patience"], _mira);
        await Bot.Away(_petra, Weeks.Tuesday.AddDays(-1), Weeks.Tuesday.AddDays(4));
        Assert.Equal(1, await Bot.RunsAt(Weeks.Tuesday));
        var digest = Assert.Single(Bot.Slack.In(_zoe.Account)).Words;
        Assert.Contains("You get this for Petra Lind", digest);
        Assert.DoesNotContain("hearing", digest);
        Assert.DoesNotContain("hearing", (await Bot.Types(_zoe, "digest team")).Words);
        Assert.Contains("hearing", (await Bot.Types(_petra, "digest")).Words);
    }

    [Fact]
    public async Task Somebody_who_always_stands_in_gets_it_only_while_the_manager_is_away()
    {
        await Bot.Do(async db =>
        {
            var petra = await db.Members.SingleAsync(one => one.Id == _petra.Id);
            (petra.DeputyId, petra.DeputyIsAlways) = (_zoe.Id, true);
        });
        await Bot.RunsAt(Weeks.Tuesday);
        Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Empty(Bot.Slack.In(_zoe.Account));
    }

    [Fact]
    public async Task The_next_in_line_is_named_the_week_after()
    {
        await Bot.RunsAt(Weeks.Tuesday);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        var named = Bot.Slack.In(_petra.Account).Select(one => one.Words.Contains("Ben Okafor") ? "Ben" : "Mira").ToList();
        Assert.Equal(["Ben", "Mira"], named.Order());
    }

    [Fact]
    public async Task A_value_that_nobody_was_thanked_for_comes_with_an_idea()
    {
        await Bot.Gave(_zoe, LastWeek, ["patience"], _mira);
        await Bot.RunsAt(Weeks.Tuesday);
        var digest = Assert.Single(Bot.Slack.In(_petra.Account));
        Assert.Contains("nobody was thanked for it in all these weeks. What it can look like: ", digest.Words);
        var button = digest.Card.Body.OfType<Block.Row>().Last().Of[0];
        Assert.Equal(button.Does.Row, (await Bot.Presses(_petra, button.Does)).Holds(GiveKudos.ValuesField));
    }

    [Fact]
    public async Task A_quiet_week_says_so_in_two_lines()
    {
        await Bot.Gave(_petra, Weeks.Tuesday.AddDays(-2).AddMonths(-1), ["patience"], _mira, _ben);
        await Bot.Gave(_petra, LastWeek.AddDays(-7), ["patience"], _mira, _ben);
        await Bot.RunsAt(Weeks.Tuesday);
        var said = Assert.Single(Bot.Slack.In(_petra.Account)).Card.Body.OfType<Block.Say>().Select(say => say.Text.Plain(Reader.Plain)).ToList();
        Assert.Contains("A quiet week: nobody in Front desk was thanked in the open; in the four weeks before it was 4 times.", said[0]);
        Assert.InRange(said.Count, 1, 2);
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_has_paused_everything_who_left_or_who_leads_no_more()
    {
        await Bot.Do(db =>
        {
            db.Add(new Participation { MemberId = _petra.Id, PausedUntil = DateOnly.MaxValue });
            return Task.CompletedTask;
        });
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday));
        await Bot.Do(async db =>
        {
            db.Remove(await db.Participations.SingleAsync());
            (await db.Teams.SingleAsync(one => one.Name == "Front desk")).ManagerId = null;
        });
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddDays(7)));
        await Bot.Do(async db => ((await db.Teams.SingleAsync(one => one.Name == "Front desk")).ManagerId, (await db.Members.SingleAsync(one => one.Id == _petra.Id)).LeftAt) = (_petra.Id, Bot.Clock.Now));
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddDays(14)));
        Assert.Empty(Bot.Slack.In(_petra.Account));
    }

    // Counted anew, as of that moment's week.
    async Task<string> Seen(DateTime at)
    {
        var digest = Bot.Get<ManagersDigest>();
        var span = Bot.Get<OrganisationWeeks>().Over(at, 1);
        return await Bot.Read(async db =>
        {
            var counted = await digest.Count(db, [new(_petra.Id, span)], at, default);
            var card = (await digest.Tell(db, [new Digest { MemberId = _petra.Id, Kind = DigestKind.Manager, Week = span.Last, At = at, Numbers = counted[_petra.Id], SentTo = _petra.Id }], at, default))[0];
            return ServiceCulture.Cards.Rendering.PlainText.Render(card, Reader.Plain);
        });
    }
}

/// <summary>A page by itself, inside somebody's transaction.</summary>
sealed class DigestPageOf(ServiceCulture.Bot.Outbox.Post post, IEnumerable<IDigest> kinds, OrganisationWeeks weeks)
{
    internal Task Write(Db db, DateTime now) => new DigestPage(db, post, kinds.ToDictionary(kind => kind.Kind), weeks, now).Write(100, default);
}
