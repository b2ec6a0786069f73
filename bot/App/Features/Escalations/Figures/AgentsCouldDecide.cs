using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>A topic in which what was asked for is nearly always granted: the authority can move to those who ask.</summary>
/// <param name="Percent">Granted in full, in steps of 5.</param>
public sealed record CouldDecide(Guid Topic, string Name, int Percent);

/// <summary>
/// Topics with twenty decisions or more in three windows, nine in ten of them granted, by at least five
/// different people who decided: below that nothing is said of a topic, because it would be said of persons.
/// </summary>
public static class AgentsCouldDecide
{
    public const int FewestDecisions = 20, LeastPercent = 90, Windows = 3;

    public static async Task<IReadOnlyList<CouldDecide>> Read(Db db, OrganisationWindows windows, PublicationWindow last, CancellationToken cancel)
    {
        var (from, to) = (windows.Of(new PublicationWindow(last.Index - Windows + 1)).From, windows.Of(last).To);
        var decisions = await (from one in db.QuestionEvents
                               join question in db.Questions on one.QuestionId equals question.Id
                               join topic in db.Topics on question.TopicId equals topic.Id
                               where one.Kind == EventKind.Answered && one.Amount != null && one.At >= @from && one.At < to && topic.ArchivedAt == null
                               select new { one.QuestionId, one.Number, one.Amount, one.MemberId, Topic = topic.Id, topic.Name }).ToListAsync(cancel);
        return [.. decisions.GroupBy(one => one.QuestionId).Select(answers => answers.MaxBy(one => one.Number)!).GroupBy(one => (one.Topic, one.Name))
            .Where(topic => topic.Count() >= FewestDecisions && topic.Select(one => one.MemberId).OfType<Guid>().Distinct().Count() >= HandlingFloor.Fewest)
            .Select(topic => (topic.Key.Topic, topic.Key.Name, Share: 100.0 * topic.Count(one => one.Amount == (int)Decision.Granted) / topic.Count()))
            .Where(topic => topic.Share >= LeastPercent).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)
            .Select(topic => new CouldDecide(topic.Topic, topic.Name, 5 * (int)(topic.Share / 5)))];
    }
}
