namespace ServiceCulture.Tests.Support;

/// <summary>A clock that stands still until a test moves it. It begins on a Monday at nine, UTC.</summary>
sealed class FakeClock : TimeProvider
{
    DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public DateTime Now => _now.UtcDateTime;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTime utc) => _now = new DateTimeOffset(utc, TimeSpan.Zero);
}
