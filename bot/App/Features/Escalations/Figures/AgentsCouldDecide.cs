using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>A topic in which what was asked for is nearly always granted: the authority can move to those who ask.</summary>
/// <param name="Topic">Null: all topics together of which nothing may be said alone.</param>
/// <param name="Percent">Granted in full, in steps of 5.</param>
public sealed record CouldDecide(Guid? Topic, string? Name, int Percent);

/// <summary>What was found of all topics.</summary>
/// <param name="Granted">Where nearly all was granted; the small ones together come last.</param>
/// <param name="TooFew">Topics with decisions enough of which nothing is said alone, because fewer than five people made them.</param>
public sealed record Decisions(IReadOnlyList<CouldDecide> Granted, IReadOnlyList<Guid> TooFew);

/// <summary>
/// Topics with twenty decisions or more in three windows, nine in ten of them granted, by at least five
/// different people who decided: below that nothing is said of a topic, because it would be said of persons. What falls
/// short rolls up: such topics are counted together, and the same must be so of all of them.
/// </summary>
public static class AgentsCouldDecide
{
    public const int FewestDecisions = 20, LeastPercent = 90, Windows = 3;

    sealed record Made(Guid Question, int Number, int? Amount, Guid? By, Guid Topic, string Name);

    public static async Task<Decisions> Read(Db db, OrganisationWindows windows, PublicationWindow last, CancellationToken cancel)
    {
        var (from, to) = (windows.Of(new PublicationWindow(last.Index - Windows + 1)).From, windows.Of(last).To);
        var decisions = await (from one in db.QuestionEvents
                               join question in db.Questions on one.QuestionId equals question.Id
                               join topic in db.Topics on question.TopicId equals topic.Id
                               where one.Kind == EventKind.Answered && one.Amount != null && one.At >= @from && one.At < to && topic.ArchivedAt == null
                               select new Made(one.QuestionId, one.Number, one.Amount, one.MemberId, topic.Id, topic.Name)).ToListAsync(cancel);
        var topics = decisions.GroupBy(one => one.Question).Select(answers => answers.MaxBy(one => one.Number)!).GroupBy(one => (one.Topic, one.Name)).OrderBy(topic => topic.Key.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var alone = topics.Where(topic => IsEnough([.. topic])).ToList();
        var small = topics.Except(alone).ToList();
        return new(
            [
                .. alone.Where(topic => Share([.. topic]) >= LeastPercent).Select(topic => new CouldDecide(topic.Key.Topic, topic.Key.Name, Step([.. topic]))),
                .. small.SelectMany(topic => topic).ToList() is var together && IsEnough(together) && Share(together) >= LeastPercent ? [new CouldDecide(null, null, Step(together))] : Array.Empty<CouldDecide>(),
            ],
            [.. small.Where(topic => topic.Count() >= FewestDecisions).Select(topic => topic.Key.Topic)]);
    }

    static bool IsEnough(List<Made> of) => of.Count >= FewestDecisions && of.Select(one => one.By).OfType<Guid>().Distinct().Count() >= HandlingFloor.Fewest;

    static double Share(List<Made> of) => 100.0 * of.Count(one => one.Amount == (int)Decision.Granted) / of.Count;

    static int Step(List<Made> of) => 5 * (int)(Share(of) / 5);
}
