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

    /// <summary>A mean or a multiple, with what it is of.</summary>
    public static string Number(HandlingSaid? said, string of) => said?.Value is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:0.#} {of}") : "not enough";

    public static string Percent(HandlingSaid? said) => said?.Value is { } share ? $"{Math.Round(share)} in 100" : "not enough";
}

/// <param name="Handled">The last frozen window; null: none yet.</param>
/// <param name="Findings">Null: none yet.</param>
public sealed record QuestionsRead(HandlingOf? Handled, IReadOnlyList<TopicHandling> ByTopic, Findings? Findings, IReadOnlyList<ShortOfExperts> Lacking, IReadOnlyList<Stretch> Gaps)
{
    /// <summary>Of the urgency that most topics have a figure of, minutes in which half of the questions were solved; the slowest topic first.</summary>
    public (Urgency Urgency, IReadOnlyList<(string Topic, int Minutes)> Bars) SolvedByTopic(int most)
    {
        var all = ByTopic.SelectMany(topic => topic.Figures.Where(one => one is { Measure: HandlingMeasure.ToSolved, Urgency: not null, Value: not null }).Select(one => (topic.Name, Urgency: one.Urgency!.Value, one.Value!.Value)));
        return all.GroupBy(one => one.Urgency).OrderByDescending(own => own.Count()).ThenByDescending(own => own.Key).Select(own =>
            (own.Key, (IReadOnlyList<(string, int)>)[.. own.OrderByDescending(one => one.Value).ThenBy(one => one.Name, StringComparer.Ordinal).Take(most).Select(one => (one.Name, (int)Math.Round(one.Value)))])).FirstOrDefault((Urgency.Today, []));
    }
}
