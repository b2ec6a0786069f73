using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>Three days around each moving of the clocks, through the job and the database.</summary>
public sealed class MovedClocksTests : AskingPeople
{
    // The second day is the one on which clocks are moved, and the minute lies in the time that is skipped or that comes twice: skipped,
    // it is asked when the skip ends; of two, the first counts. Kathmandu and Apia have no such day in 2026. Then the three moments, UTC.
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("America/New_York", "2026-03-08", "02:30", "2026-03-07T07:30", "2026-03-08T07:00", "2026-03-09T06:30")]
    [InlineData("America/New_York", "2026-11-01", "01:30", "2026-10-31T05:30", "2026-11-01T05:30", "2026-11-02T06:30")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-03T14:45", "2026-04-04T14:45", "2026-04-05T15:15")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-02T15:45", "2026-10-03T15:30", "2026-10-04T15:15")]
    [InlineData("America/Santiago", "2026-04-04", "23:30", "2026-04-04T02:30", "2026-04-05T02:30", "2026-04-06T03:30")]
    [InlineData("America/Santiago", "2026-09-06", "00:30", "2026-09-05T04:30", "2026-09-06T04:00", "2026-09-07T03:30")]
    [InlineData("Australia/Sydney", "2026-04-05", "02:30", "2026-04-03T15:30", "2026-04-04T15:30", "2026-04-05T16:30")]
    [InlineData("Australia/Sydney", "2026-10-04", "02:30", "2026-10-02T16:30", "2026-10-03T16:00", "2026-10-04T15:30")]
    [InlineData("Pacific/Chatham", "2026-04-05", "03:00", "2026-04-03T13:15", "2026-04-04T13:15", "2026-04-05T14:15")]
    [InlineData("Pacific/Chatham", "2026-09-27", "03:00", "2026-09-25T14:15", "2026-09-26T14:00", "2026-09-27T13:15")]
    [InlineData("Asia/Kathmandu", "2026-03-29", "02:30", "2026-03-27T20:45", "2026-03-28T20:45", "2026-03-29T20:45")]
    [InlineData("Asia/Kathmandu", "2026-10-25", "02:30", "2026-10-23T20:45", "2026-10-24T20:45", "2026-10-25T20:45")]
    [InlineData("Pacific/Apia", "2026-04-05", "02:30", "2026-04-03T13:30", "2026-04-04T13:30", "2026-04-05T13:30")]
    [InlineData("Pacific/Apia", "2026-09-27", "02:30", "2026-09-25T13:30", "2026-09-26T13:30", "2026-09-27T13:30")]
    public async Task One_question_a_day_at_ones_own_minute_of_the_wall(string zone, string moved, string minute, string before, string then, string after)
    {
        var (clocks, day, own) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.Parse(moved, CultureInfo.InvariantCulture), TimeOnly.Parse(minute, CultureInfo.InvariantCulture));
        Assert.Equal(zone is not ("Asia/Kathmandu" or "Pacific/Apia"), clocks.IsInvalidTime(day.ToDateTime(own)) || clocks.IsAmbiguousTime(day.ToDateTime(own)));
        DateOnly[] days = [day.AddDays(-1), day, day.AddDays(1)];
        Bot.Clock.Set(TimeZoneInfo.ConvertTimeToUtc(days[0].ToDateTime(TimeOnly.MinValue), clocks));
        await Changes(programme => programme.Days = Weekdays.All);

        // Mira works round the clock and has said a minute; Ben works from nine to five, and his is the one that chance gave him.
        var (mira, ben) = (await Willing("Mira Solano", zone), await Willing("Ben Okafor", zone));
        await Changes(mira, member => (member.WorkDays, member.WorkFrom, member.WorkTo) = (Weekdays.All, 0, 0));
        await Changes(ben, member => member.WorkDays = Weekdays.All);
        await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == mira.Id)).OwnMinute = (own.Hour * 60) + own.Minute);
        await Replans(mira);

        foreach (var each in days)
        {
            await Pass(Nine(each), 15);
            await Pass(Nine(each).AddHours(1), 1);
        }
        await Pass(TimeZoneInfo.ConvertTimeToUtc(day.AddDays(2).ToDateTime(TimeOnly.MinValue), clocks), 15);

        await AskedAt(mira, days, [Days.Utc(before), Days.Utc(then), Days.Utc(after)]);
        await AskedAt(ben, days, [.. days.Select(each => Nine(each).AddMinutes(WhenToAsk.OwnMinute(ben.Id, 60)))]);

        DateTime Nine(DateOnly each) => TimeZoneInfo.ConvertTimeToUtc(each.ToDateTime(new TimeOnly(9, 0)), clocks);
    }

    async Task AskedAt(Someone who, DateOnly[] days, DateTime[] moments)
    {
        var asks = await Asks(who);
        Assert.Equal(days, asks.Select(ask => ask.Day));
        // The pace of sending moves the clock by milliseconds.
        foreach (var (ask, moment) in asks.Zip(moments))
            Assert.Equal(moment, ask.At, TimeSpan.FromSeconds(1));
        Assert.Equal(3, Heard(who).Count(heard => !heard.IsChange && heard.Words.Contains("How steady", StringComparison.Ordinal)));
    }
}
