using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A question that its channel would not take for a while: it comes late where that is still a good time, else never, and nobody is counted as silent.</summary>
[Trait("Database", "Both")]
public sealed class HeldUpTests : AskingPeople
{
    [Theory]
    [InlineData(11, true)]
    [InlineData(13, false)]
    [InlineData(18, false)]
    public async Task It_is_delivered_inside_the_shift_and_outside_quiet_hours_only(int hour, bool arrives)
    {
        await Changes(programme => (programme.QuietFrom, programme.QuietTo, programme.ResponseMinutes, programme.RemindAfterMinutes) = (12 * 60, 14 * 60, 20 * 60, 15 * 60));
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Asks(mira));
        await Pass(Monday.AddHours(hour), delivers: false);
        await Bot.Delivers();
        Assert.Equal(arrives ? 1 : 0, Heard(mira).Count);
        // Nor is anybody reminded of a question that they never saw, or told that it is closed.
        await Pass(Monday.AddHours(31), every: 60);
        Assert.Equal(arrives, Heard(mira).Any(one => one.Body.Contains("This question is closed", StringComparison.Ordinal)));
        Assert.DoesNotContain(Heard(mira), one => one.Body.Contains("there is still time", StringComparison.Ordinal) && !arrives);
        Assert.Equal(arrives ? 1 : 0, (await Participation(mira)).Unanswered);
        Assert.Equal(AskState.Closed, (await Asks(mira))[0].State);
    }

    [Theory]
    [InlineData(ProgrammeState.Paused)]
    [InlineData(ProgrammeState.Ended)]
    public async Task It_is_not_delivered_once_its_programme_asks_no_more(ProgrammeState state)
    {
        await Changes(programme => programme.ResponseMinutes = 20 * 60);
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(10), delivers: false);
        Assert.Single(await Asks(mira));
        await Changes(programme => programme.State = state);
        Bot.Clock.Set(Monday.AddHours(10.5));
        await Pass(Monday.AddHours(11));
        Assert.Empty(Heard(mira));
    }
}
