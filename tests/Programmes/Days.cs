using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Tests.Programmes;

/// <summary>A job that does nothing but ask one person, minute by minute: what would have been sent, were the clock and the power as a test says.</summary>
sealed class Days(Programme programme, WorkLife life)
{
    /// <summary>Sent so far, by the time that it really was.</summary>
    public List<(DateOnly Day, DateTime At)> Sent { get; } = [];
    public WorkLife Life { get; set; } = life;
    public Wish Wish { get; set; } = new(Taking.AtStart);

    readonly List<AskedBefore> _asked = [];
    DateTime? _look = DateTime.MinValue;
    DateTime _read = DateTime.MinValue;

    public static Programme Programme(int from = 540, int to = 660) =>
        new() { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", WindowFrom = from, WindowTo = to };

    public static WorkLife At(string zone) => new() { Member = new Guid("0197c9a2-0000-7000-8000-00000000002a"), Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };

    public static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);

    public void Changed() => _look = DateTime.MinValue;

    /// <param name="clock">What the bot's clock says when it really is that time.</param>
    public Days Pass(DateTime from, DateTime to, Func<DateTime, DateTime>? clock = null)
    {
        for (var real = from; real < to; real = real.AddMinutes(1))
            Tick(real, clock?.Invoke(real) ?? real);
        return this;
    }

    void Tick(DateTime real, DateTime now)
    {
        // A clock that went back makes the job look at everything again.
        if (_read - now > TimeSpan.FromMinutes(1))
            Changed();
        _read = now;
        if (!(_look <= now))
            return;
        var next = WhenToAsk.Next(programme, Life, Wish, _asked, now);
        if (next.Ask is { } ask && ask.IsNow(now))
        {
            Sent.Add((ask.Day, real));
            _asked.Add(new(ask.Day, now));
            next = WhenToAsk.Next(programme, Life, Wish, _asked, now);
        }
        _look = next.LookAt;
    }
}
