using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Peers.Try;

namespace ServiceCulture.Tests.Peers.Console;

/// <summary>Questions, notes, topics and experts in the console: the main act of each page, with pictures.</summary>
public sealed class KnowledgeTests(Chromium chromium, ConsoleBot started) : IClassFixture<ConsoleBot>
{
    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_question_is_opened_and_withdrawn_with_a_reason(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var chat = await TryPage.OpenAsync(chromium, started.Host.Address, "yuki", "mira", screen, dark);
        await chat.Left.SayAsync($"ask is there a way to refund twice ({mark}) #week");
        await Eventually.SeeAsync(async () => await started.Host.Read(db => db.Questions.AnyAsync(one => one.Words.StartsWith("is there a way") && one.Words.Contains(mark) && one.ClosedAt == null)) ? "asked" : null, "the question");
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("questions");
        await console.SoundAsync($"board {mark}");
        await console.Page.ShootAsync($"console-questions-board-{mark}");
        await console.Button("Open the question of Yuki Tanabe").First.ClickAsync();
        await console.SeeAsync("is there a way to refund twice");
        await console.Button("Withdraw").ClickAsync();
        await console.SeeAsync("Say why: whoever asked reads it.");
        await console.SoundAsync($"refused {mark}");
        await console.Page.ShootAsync($"console-questions-open-{mark}");
        await console.Field("Why? Its asker reads it").FillAsync("It was asked twice.");
        await console.Button("Withdraw").ClickAsync();
        await console.SeeAsync("It is withdrawn, and its asker reads why.");
        Assert.Equal(QuestionState.Withdrawn, await started.Host.Read(db => db.Questions.Where(one => one.Words.StartsWith("is there a way") && one.Words.Contains(mark)).Select(one => one.State).SingleAsync()));
    }

    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_note_is_found_changed_and_deleted(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        await started.Host.Store.Do(async db =>
        {
            db.Add(new Note { Words = $"May a chargeback be refunded {mark.Split('-')[1]}?", Answer = "Yes, up to two hundred euros.", AuthorId = Guid.Empty, OwnerId = null, MadeAt = DateTime.UnixEpoch, ReviewOn = new DateOnly(2027, 1, 4), ChangedAt = DateTime.UnixEpoch });
            return await db.SaveChangesAsync();
        }, default);
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("notes");
        await console.SoundAsync($"notes {mark}");
        await console.Page.ShootAsync($"console-notes-list-{mark}");
        await console.Button($"Change: May a chargeback be refunded {mark.Split('-')[1]}?").ClickAsync();
        await console.Field("The answer").FillAsync("Yes, as in case 48213.");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Take out what may be a customer's");
        await console.SoundAsync($"refused {mark}");
        await console.Page.ShootAsync($"console-notes-change-{mark}");
        await console.Field("The answer").FillAsync("Yes, up to three hundred euros.");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("The note is saved.");
        await console.Button($"Change: May a chargeback be refunded {mark.Split('-')[1]}?").ClickAsync();
        await console.Button("Delete").ClickAsync();
        await console.SeeAsync("The note is deleted.");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("As it was before.");
        await console.Field("Search").FillAsync(mark.Split('-')[1]);
        await console.Field("Search").PressAsync("Enter");
        await console.Button($"Change: May a chargeback be refunded {mark.Split('-')[1]}?").ClickAsync();
        await console.Button("Delete").ClickAsync();
        await console.SeeAsync("The note is deleted.");
        Assert.False(await started.Host.Read(db => db.Notes.AnyAsync(note => note.Words.Contains(mark.Split('-')[1]))));
    }

    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_topic_is_added_gets_its_experts_and_is_archived_and_the_rota_a_turn(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var name = $"Vouchers {mark}";
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("topics");
        await console.Button("Add a topic").ClickAsync();
        await console.Page.GetByLabel("Sample questions").FillAsync("Can two vouchers be joined?\nIs an old voucher still good?");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("What is the topic called?");
        Assert.StartsWith("Can two vouchers", await console.Page.GetByLabel("Sample questions").InputValueAsync(), StringComparison.Ordinal);
        await console.SoundAsync($"a topic refused {mark}");
        await console.Page.ShootAsync($"console-topics-form-{mark}");
        await console.Field("Name").FillAsync(name);
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("It has no expert yet");
        Assert.Equal(2, await started.Host.Read(db => db.TopicSamples.CountAsync(one => db.Topics.Any(topic => topic.Id == one.TopicId && topic.Name == name))));

        await console.Button($"Experts of {name}").ClickAsync();
        await console.Field("They know it").FillAsync("omar haddad");
        await console.Button("Add to: They know it").ClickAsync();
        await console.Button("Take out Omar Haddad").WaitForAsync();
        await console.Field("They can decide").FillAsync("somebody nobody knows");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Nobody is found by this name");
        await console.SoundAsync($"its experts refused {mark}");
        await console.Page.ShootAsync($"console-topics-experts-{mark}");
        await console.Field("They can decide").FillAsync("leo@demo.example");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("2 experts, of whom 1 can decide");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("has no expert now, so its questions go to triage");
        await console.Button($"Experts of {name}").ClickAsync();
        await console.Field("They know it").FillAsync("omar haddad");
        await console.Field("They can decide").FillAsync("leo@demo.example");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("2 experts, of whom 1 can decide");
        Assert.Equal(2, await started.Host.Read(db => db.Expertises.CountAsync(one => db.Topics.Any(topic => topic.Id == one.TopicId && topic.Name == name))));

        await console.Button("Add a turn").ClickAsync();
        await console.Field("Who").FillAsync("grace mbeki");
        foreach (var (label, value) in new[] { ("From the day", "2035-12-04"), ("Until the day", "2035-12-05") })
            await console.Field(label).FillAsync(value);
        foreach (var time in await console.Page.Locator(".desk input[type=time]").AllAsync())
            await time.FillAsync("08:00");
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("Grace Mbeki is on triage");
        await console.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Change the turn of Grace Mbeki") }).First.ClickAsync();
        await console.Page.GetByLabel("This turn no longer stands").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("This turn no longer stands.");
        await console.Button("Undo").ClickAsync();
        await console.SeeAsync("Grace Mbeki is on triage");
        await console.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Change the turn of Grace Mbeki") }).First.ClickAsync();
        await console.Field("Until the day").FillAsync("2035-12-06");
        await console.Button("Save").ClickAsync();
        await console.Page.GetByText("Grace Mbeki: Tue 4 Dec").Filter(new() { HasText = "Thu 6 Dec" }).WaitForAsync();
        await console.Button("Undo").ClickAsync();
        await console.Page.GetByText("Grace Mbeki: Tue 4 Dec").Filter(new() { HasText = "Wed 5 Dec" }).WaitForAsync();
        await console.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Change the turn of Grace Mbeki") }).First.ClickAsync();
        await console.Page.GetByLabel("This turn no longer stands").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("This turn no longer stands.");

        await console.Button($"Change the words of {name}").ClickAsync();
        await console.Page.GetByLabel("Nothing new comes here").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.SeeAsync("is archived: nothing new comes to it");
        await console.Button($"Change {name}").WaitForAsync();
        await console.Button("Undo").ClickAsync();
        await console.Button($"Experts of {name}").WaitForAsync();
        await console.Button($"Change the words of {name}").ClickAsync();
        await console.Page.GetByLabel("Nothing new comes here").CheckAsync();
        await console.Button("Save").ClickAsync();
        await console.Button($"Change {name}").WaitForAsync();
        await console.SoundAsync($"a topic archived {mark}");
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_question_is_given_to_somebody_by_their_name(Screen screen, bool dark)
    {
        var mark = $"given {ConsoleInBrowser.Mark(screen, dark)}";
        var chat = await TryPage.OpenAsync(chromium, started.Host.Address, "yuki", "mira", screen, dark);
        await chat.Left.SayAsync($"ask who may send a courier ({mark}) #week");
        await Eventually.SeeAsync(async () => await started.Host.Read(db => db.Questions.AnyAsync(one => one.Words.Contains(mark) && one.ClosedAt == null)) ? "asked" : null, "the question");
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("questions");
        await console.Button("Open the question of Yuki Tanabe").First.ClickAsync();
        await console.SeeAsync("who may send a courier");
        await console.Field("To a person").FillAsync("ben");
        await console.Button("Give it to them").ClickAsync();
        await console.SeeAsync("More than one person is meant by this");
        await console.SoundAsync($"not given {mark}");
        await console.Field("To a person").FillAsync("tomasz zielony");
        await console.Button("Give it to them").ClickAsync();
        await console.SeeAsync("It is held out to them now.");
        await console.Page.ShootAsync($"console-questions-given-{ConsoleInBrowser.Mark(screen, dark)}");
        var tomasz = await started.Host.Read(db => db.Members.Where(one => one.Name == "Tomasz Zielony").Select(one => one.Id).SingleAsync());
        Assert.True(await started.Host.Read(db => db.QuestionOffers.AnyAsync(offer => offer.MemberId == tomasz && db.Questions.Any(one => one.Id == offer.QuestionId && one.Words.Contains(mark)))));
        await started.Host.Store.Do(db => db.Questions.Where(one => one.Words.Contains(mark)).ExecuteUpdateAsync(set => set.SetProperty(one => one.ClosedAt, DateTime.UnixEpoch)), default);
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task A_sentence_is_tried_and_taught(Screen screen, bool dark)
    {
        var mark = ConsoleInBrowser.Mark(screen, dark);
        var following = started.Host.Services.GetRequiredService<Following>();
        await following.Look(default);
        await following.Built;
        var console = await ConsoleInBrowser.SignInAsync(chromium, started.Host, screen, dark);
        await console.GoToAsync("topics");
        await console.Field("As somebody would ask it").FillAsync($"customer was charged twice, when does the refund arrive {mark}");
        await console.Button("Where would it go?").ClickAsync();
        await console.Page.Locator(".routed").GetByText("Refunds and chargebacks").WaitForAsync();
        await console.SoundAsync($"topics {mark}");
        await console.Page.ShootAsync($"console-topics-{mark}");
        await console.Button("Add it to this topic's samples").ClickAsync();
        await console.SeeAsync("It is a sample of that topic now");
        Assert.True(await started.Host.Read(db => db.TopicSamples.AnyAsync(one => one.Words.Contains(mark))));
    }
}
