using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.HrConsole.Pages.Overview;

/// <summary>How questions were handled, what they taught, and where somebody is missing: of the whole organisation and its topics.</summary>
public sealed class ReadingQuestions(IStore store, Register register, TimeProvider clock)
{
    public async Task<QuestionsRead> Read(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = store.Open();
        var handled = (await ReadingHandling.LastOf(db, [GroupTree.Whole], cancel)).GetValueOrDefault(GroupTree.Whole);
        return new(handled, handled is null ? [] : await ReadingHandling.ByTopic(db, handled.Window, cancel), await ReadingFindings.Last(db, cancel), await ShortOfExperts.Read(db, now, cancel), await RotaGaps.Read(db, now, cancel));
    }

    /// <summary>How somebody asked one of them; null: it is not kept any more.</summary>
    public Task<string?> Example(MemberInfo who, Guid question) => store.Do(db => WhatWeKeepAsking.Words(db, question, register, who, clock.GetUtcNow().UtcDateTime, default), default);

    public static string Words(Urgency urgency) => urgency switch { Urgency.Waiting => "A customer waited", Urgency.Today => "For the same day", _ => "For the week" };

    /// <summary>A time in words.</summary>
    public static string Length(double? minutes) => minutes switch
    {
        null => "not enough",
        < 1.5 => "1 minute",
        < 120 => $"{Math.Round(minutes.Value)} minutes",
        _ => $"{Math.Round(minutes.Value / 60)} hours",
    };

    /// <summary>Half of them, and nine in ten.</summary>
    public static string Times(HandlingSaid? said) => said?.Value is null ? "not enough" : said.P90 is null ? Length(said.Value) : $"{Length(said.Value)}; nine in ten within {Length(said.P90)}";

    /// <summary>A mean or a multiple, with what it is of.</summary>
    public static string Number(HandlingSaid? said, string of) => said?.Value is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:0.#} {of}") : "not enough";

    public static string Percent(HandlingSaid? said) => said?.Value is { } share ? $"{Math.Round(share)} in 100" : "not enough";
}

/// <param name="Handled">The last frozen window; null: none yet.</param>
/// <param name="Findings">Null: none yet.</param>
public sealed record QuestionsRead(HandlingOf? Handled, IReadOnlyList<TopicHandling> ByTopic, Findings? Findings, IReadOnlyList<ShortOfExperts> Lacking, IReadOnlyList<Stretch> Gaps)
{
    /// <summary>By urgency, the most urgent first.</summary>
    public IReadOnlyList<TimesRow> Times => Handled is null ? [] : [.. Enum.GetValues<Urgency>().OrderDescending().Select(urgency => Row("", urgency, Handled.Figures))];

    /// <summary>By topic and urgency, where anything may be said.</summary>
    public IReadOnlyList<TimesRow> TimesByTopic =>
        [.. ByTopic.SelectMany(topic => Enum.GetValues<Urgency>().OrderDescending().Select(urgency => Row(topic.Name, urgency, topic.Figures))).Where(row => !row.IsEmpty)];

    static TimesRow Row(string topic, Urgency urgency, IReadOnlyList<HandlingSaid> figures)
    {
        return new(topic, urgency, Of(HandlingMeasure.ToAccept), Of(HandlingMeasure.ToFirstAnswer), Of(HandlingMeasure.ToSolved));

        HandlingSaid? Of(HandlingMeasure measure) => figures.FirstOrDefault(one => one.Measure == measure && one.Urgency == urgency);
    }
}

/// <summary>How long questions of one urgency took.</summary>
/// <param name="Topic">Empty: of all topics.</param>
public sealed record TimesRow(string Topic, Urgency Urgency, HandlingSaid? Taken, HandlingSaid? Answered, HandlingSaid? Solved)
{
    public bool IsEmpty => (Taken?.Value, Answered?.Value, Solved?.Value) is (null, null, null);
}
