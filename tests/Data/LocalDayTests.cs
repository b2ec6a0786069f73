using System.Globalization;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Data;

public sealed class LocalDayTests
{
    [Theory]
    [InlineData("2026-03-02T09:00", "UTC", "2026-03-02T00:00")]
    [InlineData("2026-03-02T09:00", "Europe/Berlin", "2026-03-01T23:00")]
    [InlineData("2026-03-02T23:30", "Europe/Berlin", "2026-03-02T23:00")]
    [InlineData("2026-03-02T09:00", "Pacific/Auckland", "2026-03-01T11:00")]
    [InlineData("2026-03-02T03:00", "America/New_York", "2026-03-01T05:00")]
    [InlineData("2026-03-02T09:00", "Asia/Kathmandu", "2026-03-01T18:15")]
    [InlineData("2026-03-02T09:00", null, "2026-03-02T00:00")]
    [InlineData("2026-03-02T09:00", "Mars/Olympus", "2026-03-02T00:00")]
    // Berlin's clocks go forward at two that night: the day has 23 hours, its start is as ever.
    [InlineData("2026-03-29T20:00", "Europe/Berlin", "2026-03-28T23:00")]
    // Santiago's clocks skip the hour from midnight to one: the day begins at one.
    [InlineData("2026-09-06T10:00", "America/Santiago", "2026-09-06T04:00")]
    [InlineData("2026-09-06T04:00", "America/Santiago", "2026-09-06T04:00")]
    // Lord Howe's clocks move by half an hour, at two.
    [InlineData("2026-10-04T01:00", "Australia/Lord_Howe", "2026-10-03T13:30")]
    [InlineData("2026-04-05T01:00", "Australia/Lord_Howe", "2026-04-04T13:00")]
    // Havana's clocks go back from one to midnight: midnight comes twice, and the day begins with the first.
    [InlineData("2026-11-01T04:30", "America/Havana", "2026-11-01T04:00")]
    [InlineData("2026-11-01T12:00", "America/Havana", "2026-11-01T04:00")]
    public void A_day_begins_when_it_does_where_the_person_is(string now, string? zone, string start) =>
        Assert.Equal(Utc(start), LocalDay.Start(Utc(now), zone));

    [Fact]
    public void The_start_of_a_day_is_never_later_than_now_and_never_more_than_25_hours_ago()
    {
        foreach (var zone in new[] { "America/Santiago", "America/Havana", "Australia/Lord_Howe", "Asia/Beirut", "Africa/Cairo", "Europe/Berlin", "Pacific/Apia" })
            for (var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc); now.Year == 2026; now = now.AddMinutes(30))
            {
                var age = now - LocalDay.Start(now, zone);
                Assert.True(age >= TimeSpan.Zero && age < TimeSpan.FromHours(25), $"{zone} at {now:O}: {age}");
            }
    }

    static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
