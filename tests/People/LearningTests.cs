using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.People;

/// <summary>What the platforms tell of people.</summary>
public sealed class LearningTests : OverTheDatabase
{
    const int Slack = 1, Teams = 2;

    [Fact]
    public async Task Somebody_new_becomes_a_member_with_all_that_is_told()
    {
        await Learns(Slack, new Sender("U1") { Name = "Nia Frost", VerifiedEmail = " Nia@Acme.example ", Zone = "Europe/Berlin", Culture = "de-DE" });
        var nia = await Bot.Read(db => db.Members.SingleAsync());
        Assert.Equal(("Nia Frost", "nia frost", "nia@acme.example", "Europe/Berlin", "de-DE"), (nia.Name, nia.NameKey, nia.Email, nia.Zone, nia.Culture));
        var account = await Bot.Read(db => db.Accounts.SingleAsync());
        Assert.Equal((nia.Id, nia.HomeAccountId), (account.MemberId, account.Id));
    }

    [Fact]
    public async Task The_same_verified_e_mail_on_two_platforms_is_one_member()
    {
        await Learns(Slack, new Sender("U1") { Name = "Nia Frost", VerifiedEmail = "nia@acme.example" });
        await Learns(Teams, new Sender("29:1") { Name = "Frost, Nia", VerifiedEmail = "NIA@acme.example" });
        Assert.Single(await Bot.Read(db => db.Members.ToListAsync()));
        Assert.Equal(2, await Bot.Read(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Two_members_who_turn_out_to_be_one_bring_all_they_have()
    {
        var mia = await Bot.Member("Mia Storm", email: "mia@acme.example", team: "Care");
        var (other, ben) = (await Bot.Member("mia", on: Channel.Teams, team: "Back", leads: true), await Bot.Member("Ben Rivers"));
        await Bot.Types(ben, "kudos @Mia Storm stayed with the first caller until it was solved");
        await Bot.Runs(new Incoming.Command(Bot.From(ben), "kudos", new Typed(new TypedPart.Mention("x", "x"))));
        await Bot.Submits(ben, await Bot.Types(ben, "kudos"), ("people", new[] { mia, other }), ("words", "stayed with the second caller until it was solved"));
        await Bot.Types(other, "kudos @Ben stayed with the third caller until it was solved");
        await Bot.Types(mia, "kudos @Ben stayed with the fourth caller until it was solved");

        await Learns(Teams, new Sender(other.Account) { Name = "mia", VerifiedEmail = "mia@acme.example" });

        var card = (await Bot.Types(other, "mykudos")).Words;
        Assert.Contains("2 thank-yous received, 2 thank-yous given", card);
        Assert.Equal(card, (await Bot.Types(mia, "mykudos")).Words);
        Assert.Equal(mia.Id, (await Bot.Read(db => db.Members.SingleAsync(member => member.Id == other.Id))).MergedInto);
        Assert.Equal(mia.Id, (await Bot.Read(db => db.Teams.SingleAsync(team => team.Name == "Back"))).ManagerId);
        var team = await Bot.Read(db => db.TeamMemberships.SingleAsync(membership => membership.MemberId == mia.Id && membership.To == null));
        Assert.Equal("Care", (await Bot.Read(db => db.Teams.SingleAsync(one => one.Id == team.TeamId))).Name);
        Assert.Equal(2, (await Bot.Read(db => db.KudosReceipts.Where(receipt => receipt.ToId == mia.Id).ToListAsync())).Count);
        Assert.Empty(await Bot.Read(db => db.KudosReceipts.Where(receipt => receipt.ToId == other.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_form_opened_before_two_became_one_thanks_that_one_once()
    {
        var (mia, other, ben) = (await Bot.Member("Mia Storm", email: "mia@acme.example"), await Bot.Member("mia", on: Channel.Teams), await Bot.Member("Ben Rivers"));
        var form = await Bot.Types(ben, "kudos");
        await Learns(Teams, new Sender(other.Account) { Name = "mia", VerifiedEmail = "mia@acme.example" });

        var sent = await Bot.Submits(ben, form, ("people", new[] { mia, other }), ("words", "stayed with the first caller until it was solved"));
        Assert.Contains("on their way to Mia Storm.", sent.Words);
        Assert.Equal(mia.Id, (await Bot.Read(db => db.KudosReceipts.SingleAsync())).ToId);
    }

    [Fact]
    public async Task Guests_are_none_of_ours()
    {
        await Learns(Slack, new Sender("U1") { Name = "Guest", IsGuest = true });
        Assert.Empty(await Bot.Read(db => db.Members.ToListAsync()));
    }

    [Fact]
    public async Task A_guest_who_acted_before_any_list_told_is_neither_picked_nor_served_once_one_does()
    {
        var mia = await Bot.Member("Mia Storm", email: "mia@acme.example");
        var gus = new Sender("U9") { Name = "Gus Guest" };
        Task<Heard> Acts(string eventId) => Bot.Runs(new Incoming.Command(new Envelope(Channel.Slack, Slack, eventId, gus, new Address(Slack, PlaceKind.Person, gus.Id)) { CanOpen = true }, "kudos", Typed.Of($"@Mia stayed with the caller of {eventId} until it was solved")));
        async Task<bool> IsPicked() => (await Bot.Read(db => FindingPeople.Matching(db, "Gus", 10, default))).Count > 0;
        await Acts("E1");
        Assert.True(await IsPicked());

        await Learns(Slack, gus with { IsGuest = true, VerifiedEmail = "mia@acme.example" });
        Assert.False(await IsPicked());
        Assert.NotEqual("", (await Bot.Types(mia, "kudos @Gus stayed with the second caller until it was solved")).Fault("people"));
        Assert.Contains("only for the people of this organisation", (await Acts("E2")).Words);
        Assert.Single(await Bot.Read(db => db.Kudos.ToListAsync()));
        Assert.Equal("Mia Storm", (await Bot.Read(db => db.Members.SingleAsync(member => member.Id == mia.Id))).Name);

        await Learns(Slack, gus);
        Assert.True(await IsPicked());
        Assert.Equal("Sent", (await Acts("E3")).Card.Title.Format);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_marked_and_comes_back()
    {
        await Learns(Slack, new Sender("U1") { Name = "Nia Frost" });
        await Learns(Slack, new Sender("U1") { IsGone = true });
        Assert.NotNull((await Bot.Read(db => db.Accounts.SingleAsync())).LeftAt);
        await Learns(Slack, new Sender("U1") { Name = "Nia Frost" });
        Assert.Null((await Bot.Read(db => db.Accounts.SingleAsync())).LeftAt);
        await Learns(Slack, new Sender("U2") { IsGone = true });
        Assert.Single(await Bot.Read(db => db.Members.ToListAsync()));
    }

    [Fact]
    public async Task Somebody_whose_last_account_is_gone_is_neither_found_nor_thanked()
    {
        var (mia, ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));
        var there = await Bot.Also(ben, Channel.Teams);
        await Learns(Slack, new Sender(ben.Account) { IsGone = true });
        Assert.Equal("Sent", (await Bot.Types(mia, "kudos @Ben stayed with the first caller until it was solved")).Card.Title.Format);

        await Learns(Teams, new Sender(there.Account) { IsGone = true });
        Assert.NotEqual("", (await Bot.Types(mia, "kudos @Ben stayed with the second caller until it was solved")).Fault("people"));

        await Learns(Slack, new Sender(ben.Account) { Name = "Ben Rivers" });
        Assert.Equal("Sent", (await Bot.Types(mia, "kudos @Ben stayed with the third caller until it was solved")).Card.Title.Format);
    }

    [Fact]
    public async Task What_hr_gave_is_kept_and_what_is_missing_is_filled_in()
    {
        var mia = await Bot.Member("Mia Storm", zone: "Europe/Paris");
        await Learns(Slack, new Sender(mia.Account) { Name = "mia_s", Zone = "Asia/Tokyo", Culture = "fr-FR", VerifiedEmail = "mia@acme.example" });
        var row = await Bot.Read(db => db.Members.SingleAsync());
        Assert.Equal(("Mia Storm", "Europe/Paris", "fr-FR", "mia@acme.example"), (row.Name, row.Zone, row.Culture, row.Email));
    }

    [Fact]
    public async Task A_stub_is_completed()
    {
        await Bot.Runs(new Incoming.Met(new Envelope(Channel.Slack, Slack, "E1", new Sender("U1"), new Address(Slack, PlaceKind.Person, "U1"))));
        await Learns(Slack, new Sender("U1") { Name = "Nia Frost", Zone = "Asia/Tokyo" });
        var nia = await Bot.Read(db => db.Members.SingleAsync());
        Assert.Equal(("Nia Frost", "nia frost", "Asia/Tokyo"), (nia.Name, nia.NameKey, nia.Zone));
    }

    [Fact]
    public async Task A_directory_id_knows_an_account_again_under_a_new_id()
    {
        await Learns(Teams, new Sender("29:old") { Name = "Nia Frost", DirectoryId = "d-1" });
        await Learns(Teams, new Sender("29:new") { Name = "Nia Frost", DirectoryId = "d-1" });
        Assert.Single(await Bot.Read(db => db.Members.ToListAsync()));
    }

    [Fact]
    public async Task News_of_somebody_new_about_themselves_makes_one_member()
    {
        var who = new Sender("U1") { Name = "Nia Frost", VerifiedEmail = "nia@acme.example" };
        await Bot.Runs(new Incoming.PeopleChanged(new Envelope(Channel.Slack, Slack, "E1", who, new Address(Slack, PlaceKind.Person, "U1")), [who], Gone: false));
        Assert.Equal("nia@acme.example", (await Bot.Read(db => db.Members.SingleAsync())).Email);
        Assert.Single(await Bot.Read(db => db.Accounts.ToListAsync()));
    }

    [Fact]
    public async Task Names_however_odd_are_taken_as_they_are()
    {
        var names = Fixtures.NaughtyStrings().Where(name => name.Length > 0 && !name.Contains('\0') && !name.Any(char.IsSurrogate)).ToList();
        await Learns(Slack, [.. names.Select((name, n) => new Sender($"U{n}") { Name = name })]);
        Assert.Equal(names.Count, await Bot.Read(db => db.Members.CountAsync()));
    }

    Task Learns(int installation, params Sender[] people) => Bot.Do(db => Bot.Get<Learning>().Learn(db, installation, people, Bot.Clock.Now, default));
}
