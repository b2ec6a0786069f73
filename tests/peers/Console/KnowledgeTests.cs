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
        await Eventually.SeeAsync(async () => await started.Host.Read(db => db.Questions.AnyAsync(one => one.Words.Contains(mark) && one.ClosedAt == null)) ? "asked" : null, "the question");
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
        Assert.Equal(QuestionState.Withdrawn, await started.Host.Read(db => db.Questions.Where(one => one.Words.Contains(mark)).Select(one => one.State).SingleAsync()));
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
        await console.Button("Delete for good").ClickAsync();
        await console.SeeAsync("The note is deleted.");
        Assert.False(await started.Host.Read(db => db.Notes.AnyAsync(note => note.Words.Contains(mark.Split('-')[1]))));
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
