using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Publishing;

public sealed class PublicationWindowTests
{
    [Fact]
    public void Windows_are_four_weeks_from_a_Monday_and_each_begins_where_the_last_ended()
    {
        for (var index = -30; index < 60; index++)
        {
            var window = new PublicationWindow(index);
            Assert.Equal((DayOfWeek.Monday, 28, window.To), (window.From.DayOfWeek, window.To.DayNumber - window.From.DayNumber, new PublicationWindow(index + 1).From));
        }
    }

    [Fact]
    public void Every_day_lies_in_exactly_one_window()
    {
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2027, 1, 1); day = day.AddDays(1))
            Assert.True(PublicationWindow.Of(day) is var window && window.From <= day && day < window.To);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Chatham")]
    [InlineData(null)]
    public void Its_moments_touch_the_next_ones_in_every_zone(string? zone)
    {
        for (var index = 0; index < 60; index++)
        {
            var window = new PublicationWindow(index);
            Assert.Equal(window.End(zone), new PublicationWindow(index + 1).Start(zone));
            Assert.InRange((window.End(zone) - window.Start(zone)).TotalHours, 28 * 24 - 1, 28 * 24 + 1);
        }
    }

    [Fact]
    public void It_is_cut_by_the_organisations_zone() =>
        Assert.Equal(new DateTime(2025, 12, 28, 23, 0, 0, DateTimeKind.Utc), PublicationWindow.Of(new(2026, 1, 1)).Start("Europe/Berlin"));

    [Theory]
    [InlineData("Pacific/Auckland", 0)]
    [InlineData("America/New_York", -1)]
    public void It_is_finished_when_the_zone_says_so(string zone, int then)
    {
        var window = PublicationWindow.Of(new(2026, 1, 1));
        var utcMidnight = window.To.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Assert.Equal(window.Index + then, PublicationWindow.LastFinished(utcMidnight, zone).Index);
    }
}
