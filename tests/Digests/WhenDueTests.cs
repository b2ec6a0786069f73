using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Tests.Digests;

/// <summary>When a digest comes, on the days too on which clocks are moved.</summary>
public sealed class WhenDueTests
{
    [Theory]
    // Tuesdays at ten in Berlin, before and after the clocks are moved.
    [InlineData("Europe/Berlin", "2026-03-24T09:00:00Z", "2026-03-31T08:00:00Z")]
    [InlineData("America/New_York", "2026-10-27T14:00:00Z", "2026-11-03T15:00:00Z")]
    [InlineData(null, "2026-03-03T10:00:00Z", "2026-03-10T10:00:00Z")]
    [InlineData("Nowhere/At all", "2026-03-03T10:00:00Z", "2026-03-10T10:00:00Z")]
    public void The_next_one_is_a_week_later_by_the_clock_on_the_wall(string? zone, string last, string next) =>
        Assert.Equal(At(next), WhenDue.Next(DigestPlan.Usual(Guid.Empty, DigestKind.Manager), zone, At(last)));

    [Fact]
    public void Every_second_week_and_the_first_of_a_month_cover_what_lies_between()
    {
        var plan = DigestPlan.Usual(Guid.Empty, DigestKind.Manager);
        plan.Rhythm = Rhythm.Fortnightly;
        var at = At("2026-01-01T00:00:00Z");
        for (var n = 0; n < 30; n++)
        {
            var next = WhenDue.Next(plan, "Europe/Berlin", at);
            Assert.Equal((DayOfWeek.Tuesday, 2), (next.DayOfWeek, WhenDue.Weeks(plan, DateOnly.FromDateTime(next))));
            Assert.True(n == 0 || next - at is { TotalDays: > 13 and < 15 });
            at = next;
        }
        plan.Rhythm = Rhythm.Monthly;
        var months = new List<DateTime>();
        for (at = At("2026-01-01T00:00:00Z"); months.Count < 12; months.Add(at))
            at = WhenDue.Next(plan, "Asia/Tokyo", at);
        Assert.Equal(Enumerable.Range(1, 12), months.Select(one => one.Month));
        Assert.All(months, one => Assert.InRange(one.Day, 1, 7));
        Assert.Equal(months.Skip(1).Zip(months, (late, early) => (int)(late - early).TotalDays / 7), months.Skip(1).Select(one => WhenDue.Weeks(plan, DateOnly.FromDateTime(one))));
    }

    [Fact]
    public void Weeks_begin_where_the_organisation_begins_them()
    {
        var weeks = new OrganisationWeeks(new OrganisationSettings { TimeZone = "America/New_York", WeekStart = DayOfWeek.Sunday });
        // Sunday in Berlin, still Saturday in New York.
        Assert.Equal(new DateOnly(2026, 3, 1), weeks.Of(At("2026-03-08T03:00:00Z")));
        var span = weeks.Over(At("2026-03-10T14:00:00Z"), 1);
        Assert.Equal((new DateOnly(2026, 3, 1), At("2026-03-01T05:00:00Z"), At("2026-03-08T05:00:00Z")), (span.First, span.From, span.To));
        Assert.Equal([-1, 0, 3, 4, 4, -1], new[] { span.Earliest.AddTicks(-1), span.Earliest, span.From.AddTicks(-1), span.From, span.To.AddTicks(-1), span.To }.Select(span.Part));
    }

    static DateTime At(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
