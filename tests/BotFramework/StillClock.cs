namespace ServiceCulture.Tests.BotFramework;

/// <summary>A clock that moves only when told.</summary>
sealed class StillClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
