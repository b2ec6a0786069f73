using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Channels.Local;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Tests.Peers.Rigs;
using ServiceCulture.Tests.Pulse;

namespace ServiceCulture.Tests.Peers.Try;

/// <summary>A bot whose people are asked by writing beside it what its scheduler would write.</summary>
public sealed class AskingBot : IAsyncLifetime
{
    readonly string _masterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    internal BotUnderTest Bot { get; } = new();

    public async ValueTask InitializeAsync() => await Bot.With("Privacy__MasterKey", _masterKey).StartAsync();

    public async ValueTask DisposeAsync() => await Bot.DisposeAsync();

    internal async Task AskAsync(string account)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:ServiceCulture"] = $"Data Source={Path.Combine(Bot.DataFolder, "service-culture.db")}" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton(new PrivacySettings { MasterKey = _masterKey }).AddSingleton(new OrganisationSettings())
            .AddDatabase(configuration).AddConversation().AddPulse()
            .AddSingleton<IVoice, LocalVoice>().AddSingleton<Doorbell>().AddSingleton<Readership>().AddSingleton<Post>().BuildServiceProvider();
        await using var db = services.GetRequiredService<IStore>().Open();
        await AskedPulse.Ask(services, await db.Accounts.Where(one => one.ExternalId == account).Select(one => one.MemberId).SingleAsync());
    }
}

/// <summary>The weekly pulse on the local page: five presses in one card, changed once; with pictures to be looked at.</summary>
public sealed class PulseTests(Chromium chromium, AskingBot started) : IClassFixture<AskingBot>
{
    [Theory]
    [InlineData(Screen.Desk, false, "noor")]
    [InlineData(Screen.Desk, true, "mira")]
    [InlineData(Screen.Phone, false, "tomasz")]
    [InlineData(Screen.Phone, true, "leo")]
    public async Task Five_presses_answer_one_card_that_never_shows_an_answer(Screen screen, bool dark, string person)
    {
        var mark = $"{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}";
        await started.AskAsync(person);
        var page = await TryPage.OpenAsync(chromium, started.Bot, person, "yuki", screen, dark);
        async Task Keep(string state)
        {
            await page.SoundAsync($"{state} {mark}");
            await page.Page.ShootAsync($"pulse-{state}-{mark}", wholePage: false);
        }

        var card = await page.Left.SeeCardAsync("I got the information I needed.");
        await Keep("question");
        for (var statement = 0; statement < 5; statement++)
        {
            await card.GetByRole(AriaRole.Button, new() { Name = statement % 2 == 0 ? "Yes" : "No", Exact = true }).Nth(statement).ClickAsync();
            if (statement < 4)
                await card.GetByText("Kept.").Nth(statement).WaitForAsync();
            if (statement == 1)
                await Keep("two");
        }
        var done = await page.Left.SeeCardAsync("all five are kept");
        await Keep("done");
        await TryPane.PressAsync(done, "Change an answer");
        Assert.Equal(5, await (await page.Left.SeeCardAsync("I got the information I needed.")).GetByText("Kept.").CountAsync());
        await page.ReloadAsync();
        await page.Left.SeeCardAsync("I got the information I needed.");
        await Keep("change");
    }
}
