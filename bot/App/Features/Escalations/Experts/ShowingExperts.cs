using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>Shows an expert their topics, their duty and what they have; to HR also the way to topics and the triage rota.</summary>
public sealed class ShowingExperts(OrganisationSettings organisation) : IAnswer<Incoming.Command>
{
    public async Task<Outcome> Answer(Incoming.Command what, Turn turn, CancellationToken cancel) => new Reply.Whisper(await Card(turn, null, cancel));

    /// <param name="settings">Where they are at hand already; null: as they stand.</param>
    internal async Task<Card> Card(Turn turn, ExpertSettings? settings, CancellationToken cancel)
    {
        var (who, isHr) = (turn.Who.Id, Access.May(turn.Who, Right.ChangeKnowledge));
        var topics = await (from one in turn.Db.Expertises.AsNoTracking()
                            join topic in turn.Db.Topics.AsNoTracking() on one.TopicId equals topic.Id
                            where one.MemberId == who && topic.ArchivedAt == null
                            orderby topic.Name
                            select new { topic.Name, one.Level }).ToListAsync(cancel);
        if (topics.Count == 0)
            return ExpertsCard.None(isHr);
        settings ??= await turn.Db.ExpertSettings.AsNoTracking().SingleOrDefaultAsync(one => one.MemberId == who, cancel) ?? new ExpertSettings { MemberId = who };
        var triage = await turn.Db.TriageTurns.AsNoTracking().Where(one => one.MemberId == who && one.To > turn.Now).OrderBy(one => one.From).Take(3).ToListAsync(cancel);
        var (today, week) = await Taken(turn, cancel);
        var view = new ExpertsCard.View([.. topics.Select(one => (one.Name, one.Level is ExpertLevel.CanDecide))], ExpertForms.Duty(settings),
            settings.PausedUntil > turn.Now ? settings.PausedUntil : null, settings.Capacity, settings.Languages.Replace(",", ", "),
            await turn.Db.Questions.CountAsync(one => one.OwnerId == who && one.State == QuestionState.Owned, cancel), today, week);
        return ExpertsCard.For(view, [.. triage.Select(one => (one.From, one.To))], isHr);
    }

    async Task<(int Today, int Week)> Taken(Turn turn, CancellationToken cancel)
    {
        var (who, day) = (turn.Who.Id, LocalDay.Of(turn.Now, turn.Who.Zone));
        var (today, week) = (LocalDay.Start(day, turn.Who.Zone), LocalDay.Start(day.AddDays(-((day.DayOfWeek - organisation.WeekStart + 7) % 7)), turn.Who.Zone));
        var taken = await turn.Db.QuestionOffers.Where(one => one.MemberId == who && one.Outcome == OfferOutcome.Accepted && one.At >= week).Select(one => one.At).ToListAsync(cancel);
        return (taken.Count(at => at >= today), taken.Count);
    }
}
