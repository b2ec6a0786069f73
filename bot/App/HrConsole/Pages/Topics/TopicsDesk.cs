using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.HrConsole.Pages.People;

namespace ServiceCulture.Bot.HrConsole.Pages.Topics;

/// <summary>All that the page of topics and experts shows, and where a sentence would go.</summary>
public sealed class TopicsDesk(IStore store, IRouteQuestions routing, TimeProvider clock)
{
    readonly AddingSamples _samples = new(store, clock);

    public IReadOnlyList<TopicRead> Topics { get; private set; } = [];
    public IReadOnlyList<ShortOfExperts> Lacking { get; private set; } = [];
    public IReadOnlyList<RotaTurn> Rota { get; private set; } = [];
    public IReadOnlyList<Stretch> Gaps { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Archived { get; private set; } = [];

    public async Task Read()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = store.Open();
        (Topics, Lacking) = (await ReadingTopics.All(db, now, default), await ShortOfExperts.Read(db, now, default));
        Archived = await ReadingTopics.Archived(db, default);
        (Rota, Gaps) = (await ReadingTopics.Rota(db, now, default), await RotaGaps.Read(db, now, default));
    }

    public ValueTask<Routed> Try(string words) => routing.Route(words, default);

    public Task<string?> Teach(MemberInfo who, Guid topic, string words) => _samples.Add(who, topic, words, default);

    public static string Says(Routed routed) => routed switch
    {
        { Topics.Count: 0 } => "Nobody here knows this, or the router is still learning: a person of the triage rota looks at it.",
        { IsKnown: false } => "Not sure enough: a person of the triage rota looks at it. The nearest would be:",
        { IsSure: true } => "Sure: while a customer waits, it goes there and nothing is asked.",
        _ => "It goes to the first unless its asker says otherwise:",
    };

    public static string Reason(RoutedTopic topic) => (topic.Similar, topic.Words.Count) switch
    {
        (0, 0) => "no reason in words",
        (0, _) => $"words: {string.Join(", ", topic.Words)}",
        (1, 0) => "1 similar question",
        (var many, 0) => $"{many} similar questions",
        (1, _) => $"1 similar question, words: {string.Join(", ", topic.Words)}",
        var (many, _) => $"{many} similar questions, words: {string.Join(", ", topic.Words)}",
    };

    public static string Says(ShortOfExperts one) => string.Join("; ", ((string[])
    [
        one.Experts < ShortOfExperts.Enough ? one.Experts == 0 ? "no expert" : "one expert" : "",
        one.Deciders < ShortOfExperts.Enough ? one.Deciders == 0 ? "nobody who can decide" : "one who can decide" : "",
        one.HoursShort > 0 ? one.HoursAsked == 1 ? "fewer than two on duty in the one hour in which it was asked about" : $"fewer than two on duty in {one.HoursShort} of the {one.HoursAsked} hours in which it was asked about" : "",
    ]).Where(words => words.Length > 0));

    public static string Duty(TopicExpert one, MemberInfo who) => one switch
    {
        { PausedUntil: { } until } => $"paused until {At(until, who)}",
        { IsOnDuty: true } => "on duty now",
        { OnDutyFrom: { } from } => $"on duty from {At(from, who)}",
        _ => "not on duty within two weeks",
    };

    /// <summary>When they are there in any week, by their own clock.</summary>
    public static string Week(DutyHours hours) => hours.ByShifts ? "by their shifts"
        : $"{WeekWords.Days(hours.Days)}, {(hours.From == hours.To ? "round the clock" : $"{PersonWords.Time(hours.From)} to {PersonWords.Time(hours.To)}")}";

    public static string At(DateTime utc, MemberInfo who) => TimeZoneInfo.ConvertTimeFromUtc(utc, LocalDay.Zone(who.Zone)).ToString("ddd d MMM, HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
