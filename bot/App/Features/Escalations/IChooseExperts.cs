using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Who is asked next. The seam between a question's course and who knows what: by level, duty, capacity, language and
/// fairness, with chance injected. Reads in the turn's own unit of work; writes nothing.
/// </summary>
public interface IChooseExperts
{
    /// <summary>Somebody who is not left out and can be reached, or nobody, with when somebody is on duty again. A named colleague is only looked at: there, not a bot, not left, reachable.</summary>
    Task<ExpertFound> Next(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel);

    /// <summary>Whose turn on the triage rota it is; null: nobody's.</summary>
    Task<Guid?> Triage(Db db, DateTime now, Guid asker, CancellationToken cancel);
}
