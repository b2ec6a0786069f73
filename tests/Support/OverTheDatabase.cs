using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Support;

/// <summary>Tests at the waist: each with a whole bot and a database of its own. They run on both databases.</summary>
[Trait("Database", "Both")]
public abstract class OverTheDatabase : IAsyncLifetime
{
    private protected TestBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await TestBot.Start(With);
        await Arrange();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Who and what is there before each test.</summary>
    private protected virtual Task Arrange() => Task.CompletedTask;

    /// <summary>Registrations besides the bot's own.</summary>
    private protected virtual void With(IServiceCollection services)
    {
    }
}
