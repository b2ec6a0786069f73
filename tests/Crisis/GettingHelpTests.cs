using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

public sealed class GettingHelpTests : OverTheDatabase
{
    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben) = (await Bot.Member("Mia Storm", team: "Care", country: "DE"), await Bot.Member("Ben Field", team: "Care", country: "DE"));

    [Fact]
    public async Task The_answer_comes_with_the_press_as_a_private_form_and_sends_nothing()
    {
        var form = await OpensIt(_mia);
        Assert.True(form.Form.Private);
        Assert.Contains("This is software: nobody is watching or reading along", Words(form));
        Assert.Contains("please call 112 now", Words(form));
        Assert.Contains("findahelpline.com", Words(form));
        await SaysNothing();
    }

    [Theory]
    [InlineData("US", "please call 911 now")]
    [InlineData("AU", "please call 000 now")]
    [InlineData(null, "call your local emergency number now. In Europe that is 112")]
    [InlineData("AQ", "call your local emergency number now")]
    public async Task The_emergency_number_is_the_country_s(string? country, string said) =>
        Assert.Contains(said, Words(await OpensIt(await Bot.Member("Ann Lake", country: country))));

    [Fact]
    public async Task A_help_line_is_hidden_until_it_is_confirmed()
    {
        Assert.DoesNotContain("TelefonSeelsorge", Words(await OpensIt(_mia)));
        await Confirm("DE");
        Assert.Contains("TelefonSeelsorge", Words(await OpensIt(_mia)));
    }

    [Fact]
    public async Task Only_the_lines_of_one_s_own_country_are_shown()
    {
        await Confirm("DE");
        await Confirm("GB");
        var words = Words(await OpensIt(_mia));
        Assert.Contains("TelefonSeelsorge", words);
        Assert.DoesNotContain("Samaritans", words);
        Assert.DoesNotContain("TelefonSeelsorge", Words(await OpensIt(await Bot.Member("Ann Lake"))));
    }

    [Fact]
    public async Task The_employer_s_programme_is_shown_where_it_is_set()
    {
        Assert.DoesNotContain("From your employer", Words(await OpensIt(_mia)));
        await Bot.Sets(Policies.CrisisProgrammeKey, "Five free talks, day and night: extension 4000.");
        Assert.Contains("From your employer: Five free talks, day and night: extension 4000.", Words(await OpensIt(_mia)));
    }

    [Fact]
    public async Task The_person_who_was_chosen_gets_that_one_sentence_and_nobody_gets_anything_else()
    {
        await Bot.Member("Max Boss", team: "Care", leads: true);
        await Bot.Member("Ines Moor", roles: Roles.Hr);
        var asked = await Bot.Submits(_mia, await OpensIt(_mia), (GetHelp.PersonField, _ben));
        Assert.True(asked.Form.Private);
        Assert.Contains("I have asked Ben Field to get in touch with you soon", Words(asked));
        Assert.IsType<Reply.None>((await Bot.Submits(_mia, asked)).Reply);

        await Bot.Delivers();
        var sent = Assert.Single(Bot.Slack.Sent);
        Assert.Equal(_ben.Account, sent.Place);
        Assert.Equal(["Please get in touch", "Mia Storm asks you to get in touch with them soon, in person or by phone."],
            sent.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("*", "", StringComparison.Ordinal).Replace("@", "", StringComparison.Ordinal)));
        Assert.Empty(sent.Card.Buttons);
        Assert.Empty(Bot.Teams.Sent.Concat(Bot.Local.Sent));
        Assert.Empty(await Bot.Read(db => db.Audit.ToListAsync()));
    }

    [Fact]
    public async Task The_same_request_delivered_twice_is_sent_once()
    {
        var form = await OpensIt(_mia);
        await Bot.Submits(_mia, form, "E-twice", (GetHelp.PersonField, _ben));
        await Bot.Submits(_mia, form, "E-twice", (GetHelp.PersonField, _ben));
        var again = await Bot.Submits(_mia, form, "E-again", (GetHelp.PersonField, _ben));
        Assert.Contains("I have asked Ben Field", Words(again));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
        // Opened anew it is another request, and so is another person's.
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.Submits(_mia, await OpensIt(_mia), (GetHelp.PersonField, _ben));
        await Bot.Submits(_mia, form, (GetHelp.PersonField, await Bot.Member("Ann Lake")));
        await Bot.Delivers();
        Assert.Equal(3, Bot.Slack.Sent.Count);
    }

    [Fact]
    public async Task Sent_from_two_devices_at_the_same_moment_it_asks_once()
    {
        var form = await OpensIt(_mia);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => Bot.Submits(_mia, form, $"E-{n}", (GetHelp.PersonField, _ben)))));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.Sent);
    }

    [Fact]
    public async Task Nobody_is_asked_who_was_not_picked_or_can_not_be_reached()
    {
        var form = await OpensIt(_mia);
        Assert.Contains("just close this", (await Bot.Submits(_mia, form)).Fault(GetHelp.PersonField));
        Assert.Contains("This is you", (await Bot.Submits(_mia, form, (GetHelp.PersonField, _mia))).Fault(GetHelp.PersonField));
        Assert.Contains("is a bot", (await Bot.Submits(_mia, form, (GetHelp.PersonField, await Bot.Member("Robo", isBot: true)))).Fault(GetHelp.PersonField));
        Assert.Contains("I can't reach", (await Bot.Submits(_mia, form, (GetHelp.PersonField, await Bot.Member("Gone Away", hasLeft: true)))).Fault(GetHelp.PersonField));
        Assert.Contains("don't know this person", (await Bot.Submits(_mia, form, (GetHelp.PersonField, "nobody"))).Fault(GetHelp.PersonField));
        await SaysNothing();
    }

    [Fact]
    public async Task A_guest_and_somebody_who_left_are_refused()
    {
        var gone = await Bot.Member("Lea Gone", hasLeft: true);
        Assert.Contains("marked as having left", (await Bot.Presses(gone, new Ref(GetHelp.OpenId))).Words);
        var envelope = Bot.From(_mia);
        var guest = new Incoming.Press(envelope with { Who = new Sender("guest") { IsGuest = true } }, new Ticket(new Ref(GetHelp.OpenId), _mia.Direct, null));
        Assert.Contains("only for the people of this organisation", (await Bot.Runs(guest)).Words);
    }

    [Fact]
    public async Task The_same_help_stands_on_top_of_another_form_as_notes()
    {
        await Confirm("DE");
        var who = await Bot.Get<Register>().Member(_mia.Id, default);
        var notes = await Bot.Get<CrisisHelp>().Notes(who!, default);
        Assert.All(notes, note => Assert.True(note is Field.Note or Field.Shown));
        var words = CrisisForms.Plain(notes);
        Assert.Contains("nobody is watching or reading along", words);
        Assert.Contains("TelefonSeelsorge", words);
        Assert.Contains("just go on below", words);
    }

    [Fact]
    public void The_button_opens_a_private_form() => Assert.Equal((GetHelp.OpenId, ServiceCulture.Cards.Opens.PrivateForm), (GetHelp.Button.Does.Id, GetHelp.Button.Opens));

    [Fact]
    public async Task It_ships_lines_for_twenty_countries_and_more_and_none_is_confirmed()
    {
        var lines = await Bot.Read(db => db.HelpLines.ToListAsync());
        Assert.InRange(lines.Select(line => line.Country).Distinct().Count(), 20, 250);
        Assert.All(lines, line => Assert.Null(line.ConfirmedAt));
        Assert.All(lines, line => Assert.NotNull(ShippedHelp.EmergencyNumber(line.Country)));
        Assert.All(lines, line => Assert.True(line.Number.Length + line.Text.Length > 0));
    }

    [Fact]
    public async Task A_restart_adds_what_is_missing_and_keeps_what_hr_did()
    {
        await Confirm("DE");
        await Bot.Do(async db =>
        {
            var line = await db.HelpLines.FirstAsync(one => one.Country == "DE");
            line.Number = "0800 000 000";
            db.HelpLines.RemoveRange(db.HelpLines.Where(one => one.Country == "GB"));
        });
        var before = await Bot.Read(db => db.HelpLines.CountAsync());
        await Bot.Do(db => ShippedHelp.Bring(db, default));

        var lines = await Bot.Read(db => db.HelpLines.ToListAsync());
        Assert.True(lines.Count > before);
        Assert.Contains(lines, line => line.Country == "GB");
        Assert.Contains(lines, line => line.Number == "0800 000 000");
        Assert.All(lines.Where(line => line.Country == "DE"), line => Assert.NotNull(line.ConfirmedAt));
    }

    Task<Heard> OpensIt(Someone who) => Bot.Presses(who, new Ref(GetHelp.OpenId));

    Task Confirm(string country) => Bot.Do(db => db.HelpLines.Where(line => line.Country == country).ForEachAsync(line => line.ConfirmedAt = Bot.Clock.Now));

    async Task SaysNothing()
    {
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent.Concat(Bot.Teams.Sent).Concat(Bot.Local.Sent));
    }

    static string Words(Heard heard) => CrisisForms.Plain(heard.Form.Fields);
}
