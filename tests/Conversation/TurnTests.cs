using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Features.Welcome;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Conversation;

/// <summary>One turn, one transaction, once.</summary>
public sealed class TurnTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!;

    private protected override void With(IServiceCollection services) =>
        services.AddSingleton(new Routes().MapKudos().MapValues().MapWelcome().MapPeople().Command<Breaking>("break"));

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams));

    [Fact]
    public async Task The_same_command_delivered_twice_counts_once_and_is_answered_as_done()
    {
        await Bot.Types(_mia, $"kudos @Ben {Deed}", eventId: "E-1");
        var again = await Bot.Types(_mia, $"kudos @Ben {Deed}", eventId: "E-1");
        await Bot.Delivers();

        Assert.IsType<Reply.None>(again.Reply);
        Assert.Single(await Kudos());
        Assert.Single(Bot.Teams.Sent);
    }

    [Fact]
    public async Task The_same_submission_delivered_twice_counts_once_and_closes_the_form()
    {
        var form = await Bot.Types(_mia, "kudos");
        await Bot.Submits(_mia, form, "E-1", (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed));
        var again = await Bot.Submits(_mia, form, "E-1", (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed));
        Assert.IsType<Reply.None>(again.Reply);
        Assert.Single(await Kudos());
    }

    [Fact]
    public async Task The_same_press_delivered_twice_shows_the_card_as_it_stands()
    {
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}");
        await Bot.Presses(_mia, sent, "Undo", eventId: "E-1");
        var again = await Bot.Presses(_mia, sent, "Undo", eventId: "E-1");
        Assert.Contains("taken back", Assert.IsType<Reply.Replace>(again.Reply).Card.Title.Format + again.Words);
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    [Fact]
    public async Task The_same_news_of_a_place_or_of_people_delivered_twice_counts_once()
    {
        var place = new Incoming.PlaceChanged(Bot.From(_mia, new Address(1, PlaceKind.Channel, "C-new"), "E-1"), PlaceChange.Added, "new");
        var people = new Incoming.PeopleChanged(Bot.From(_mia, eventId: "E-2"), [new Sender("U-new") { Name = "New Face" }], Gone: false);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Bot.Runs(place);
            await Bot.Runs(people);
        }
        Assert.Single(await Bot.Read(db => db.Places.ToListAsync()));
        Assert.Single(await Bot.Read(db => db.Members.Where(member => member.Name == "New Face").ToListAsync()));
        Assert.Single(await Bot.Read(db => db.RosterRuns.ToListAsync()));
    }

    [Fact]
    public async Task One_event_id_means_two_events_in_two_installations()
    {
        await Bot.Types(_mia, $"kudos @Ben {Deed}", eventId: "E-1");
        await Bot.Types(_ben, $"kudos @Mia {Deed}", eventId: "E-1");
        Assert.Equal(2, (await Kudos()).Count);
    }

    [Fact]
    public async Task Many_deliveries_of_one_event_at_once_are_one_effect()
    {
        var form = await Bot.Types(_mia, "kudos");
        var heard = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Bot.Submits(_mia, form, "E-1", (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed)))));
        Assert.Single(heard, one => one.Reply is Reply.Whisper);
        Assert.Equal(7, heard.Count(one => one.Reply is Reply.None));
        Assert.Single(await Kudos());
        Assert.Single(await Bot.Read(db => db.Messages.ToListAsync()));
    }

    [Fact]
    public async Task Identical_words_given_twice_at_once_are_given_once_and_refused_once()
    {
        var form = await Bot.Types(_mia, "kudos");
        var heard = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed)))));
        Assert.Single(heard, one => one.Reply is Reply.Whisper);
        Assert.All(heard.Where(one => one.Reply is not Reply.Whisper), one => Assert.StartsWith("Ben Rivers already got these very words", one.Fault(GiveKudos.WordsField), StringComparison.Ordinal));
        Assert.Single(await Kudos());
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_behind_and_may_be_delivered_again()
    {
        Breaking.Breaks = true;
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Bot.Types(_mia, "break", eventId: "E-1"));
        Assert.Empty(await Bot.Read(db => db.Audit.ToListAsync()));
        Assert.Empty(await Bot.Read(db => db.Seen.ToListAsync()));

        Breaking.Breaks = false;
        await Bot.Types(_mia, "break", eventId: "E-1");
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("values")]
    [InlineData("values patience")]
    [InlineData("mykudos")]
    [InlineData("kudos")]
    [InlineData("something else")]
    public async Task Looking_writes_nothing(string line)
    {
        await Bot.Types(_mia, line);
        Assert.Equal((0, 0), (await Bot.Read(db => db.Seen.CountAsync()), await Bot.Read(db => db.Messages.CountAsync())));
    }

    [Fact]
    public async Task Somebody_never_seen_is_met_as_a_stub_once_however_many_events_come_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() =>
            Bot.Runs(new Incoming.Met(Envelope("U-first", $"E-{n}"))))));

        var account = await Bot.Read(db => db.Accounts.SingleAsync(one => one.ExternalId == "U-first"));
        var member = await Bot.Read(db => db.Members.SingleAsync(one => one.Id == account.MemberId));
        Assert.True(member.IsStub);
        Assert.Equal(3, await Bot.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Somebody_never_seen_can_be_thanked_back()
    {
        await Bot.Runs(new Incoming.Command(Envelope("U-first", "E-1") with { Who = new Sender("U-first") { Name = "Nia First" } }, "kudos", Typed.Of($"@Ben {Deed}")));
        await Bot.Types(_mia, $"kudos @Nia {Deed}");
        await Bot.Delivers();
        Assert.Single(Bot.Slack.In("U-first"));
    }

    [Fact]
    public async Task A_guest_is_refused_and_not_written_down()
    {
        var heard = await Bot.Runs(new Incoming.Command(Envelope("U-guest", "E-1") with { Who = new Sender("U-guest") { Name = "Guest", IsGuest = true } }, "kudos", Typed.Of($"@Ben {Deed}")));
        Assert.Contains("only for the people of this organisation", heard.Words);
        Assert.Equal(2, await Bot.Read(db => db.Members.CountAsync()));
        Assert.Empty(await Kudos());
    }

    [Fact]
    public async Task People_who_left_are_told_so_and_bots_get_no_answer()
    {
        Assert.Contains("marked as having left", (await Bot.Types(await Bot.Member("Old Hand", hasLeft: true), "help")).Words);
        Assert.IsType<Reply.None>((await Bot.Types(await Bot.Member("Robot", isBot: true), "help")).Reply);
    }

    [Fact]
    public async Task Home_follows_the_channel_used_last()
    {
        var there = await Bot.Also(_ben, Channel.Local);
        await Bot.Types(_mia, $"kudos @Ben {Deed} 1");
        await Bot.Types(there, "help");
        await Bot.Types(_mia, $"kudos @Ben {Deed} 2");
        await Bot.Types(_ben, "help");
        await Bot.Types(_mia, $"kudos @Ben {Deed} 3");
        await Bot.Delivers();
        Assert.Equal((2, 1), (Bot.Teams.Sent.Count, Bot.Local.Sent.Count));
    }

    [Fact]
    public async Task A_home_that_was_chosen_stays()
    {
        var there = await Bot.Also(_ben, Channel.Local);
        await Bot.Do(db => db.Members.Where(member => member.Id == _ben.Id).ExecuteUpdateAsync(set => set.SetProperty(member => member.HomeIsChosen, true)));
        await Bot.Types(there, "help");
        await Bot.Types(_mia, $"kudos @Ben {Deed}");
        await Bot.Delivers();
        Assert.Single(Bot.Teams.Sent);
    }

    [Fact]
    public async Task A_button_or_form_of_somebody_else_changes_nothing()
    {
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}");
        Assert.Contains("belongs to someone else's card", (await Bot.Presses(_ben, sent, "Undo")).Words);
        Assert.Contains("opened by someone else", (await Bot.Submits(_ben, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _mia), (GiveKudos.WordsField, Deed))).Words);
        Assert.Null((await Kudos())[0].UndoneAt);
    }

    [Fact]
    public async Task A_button_that_no_route_answers_any_more_says_how_to_start_again() =>
        Assert.Contains("no longer valid", (await Bot.Presses(_mia, new Ref("kudos.gone"))).Words);

    Task<List<KudosGiven>> Kudos() => Bot.Read(db => db.Kudos.AsNoTracking().ToListAsync());

    static Envelope Envelope(string account, string eventId) => new(Channel.Slack, 1, eventId, new Sender(account), new Address(1, PlaceKind.Person, account));

    sealed class Breaking : IAnswer<Incoming.Command>
    {
        internal static bool Breaks { get; set; }

        public Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel)
        {
            turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Act = "test.break", Row = "" });
            return Breaks ? throw new InvalidTimeZoneException("On purpose.") : Task.FromResult(Outcome.Nothing);
        }
    }
}
