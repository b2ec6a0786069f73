using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.HrConsole.Pages.People;
using ServiceCulture.Bot.HrConsole.Pages.Topics;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>Hours of a week, as the console says them.</summary>
public sealed class WeekWordsTests
{
    [Theory]
    [InlineData(Weekdays.Workdays, "Mon to Fri")]
    [InlineData(Weekdays.All, "every day")]
    [InlineData(Weekdays.None, "no day")]
    [InlineData(Weekdays.Tuesday | Weekdays.Thursday | Weekdays.Friday | Weekdays.Sunday, "Tue, Thu and Fri, Sun")]
    [InlineData(Weekdays.Monday | Weekdays.Wednesday | Weekdays.Thursday | Weekdays.Friday, "Mon, Wed to Fri")]
    [InlineData(Weekdays.Sunday, "Sun")]
    public void Days_that_follow_each_other_are_said_together(Weekdays days, string said) => Assert.Equal(said, WeekWords.Days(days));

    [Fact]
    public void An_experts_week_is_said_by_their_own_clock_or_by_their_shifts()
    {
        Assert.Equal("Mon to Fri, 09:30 to 17:00", TopicsDesk.Week(new DutyHours(Weekdays.Workdays, 570, 1020, "Europe/Berlin", ByShifts: false)));
        Assert.Equal("every day, round the clock", TopicsDesk.Week(new DutyHours(Weekdays.All, 0, 0, "UTC", ByShifts: false)));
        Assert.Equal("by their shifts", TopicsDesk.Week(new DutyHours(Weekdays.Workdays, 540, 1020, "Europe/Berlin", ByShifts: true)));
    }
}
