using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>HR says who the experts of a topic are. Whoever it concerns sees the change among the entries about them.</summary>
public sealed class SettingTopicExperts : ITake<TopicExperts>
{
    const int Neighbours = 25;

    public async Task<Outcome> Take(TopicExperts form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (await turn.Db.Topics.AsNoTracking().SingleOrDefaultAsync(one => one.Id == what.Ticket.Row, cancel) is not { } topic)
            return Refusing.Word($"This topic is no longer there, so nothing was changed.");
        var known = await Known(topic.Id, turn, cancel);
        if (what.Ticket.About.Version != Stamp(known))
            return new Reply.Next((await Form(topic, null, turn, cancel)).Refused(ForHr.Fault(TopicExperts.KnowField, $"Somebody changed this in the meantime, so nothing was saved. This is how it stands now.")));
        var named = form.Know.Concat(form.Decide).Distinct().ToList();
        var ids = named.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).ToList();
        if (await turn.Db.Members.CountAsync(one => ids.Contains(one.Id) && one.LeftAt == null && one.MergedInto == null && !one.IsBot, cancel) != named.Count)
            return new Reply.Wrong((await Form(topic, form, turn, cancel)).Refused(ForHr.Fault(TopicExperts.KnowField, $"One of these is nobody I know, or has left. Please pick them from the list.")));
        Write(topic.Id, form, known, turn);
        await ExpertRoles.Follow(turn.Db, [.. ids, .. known.Select(one => one.MemberId)], cancel);
        return new Reply.Whisper(TopicExperts.Saved(topic.Name, named.Count - form.Decide.Count, form.Decide.Count));
    }

    /// <param name="filled">What was filled in; null: as it stands.</param>
    internal static async Task<Form> Form(Topic topic, TopicExperts? filled, Turn turn, CancellationToken cancel)
    {
        var known = await Known(topic.Id, turn, cancel);
        var now = filled ?? new(Of(ExpertLevel.Knows), Of(ExpertLevel.CanDecide));
        return TopicExperts.Form(topic.Id, topic.Name, Stamp(known), now, await People(turn.Db, [.. now.Know, .. now.Decide], cancel));

        List<string> Of(ExpertLevel level) => [.. known.Where(one => one.Level == level).Select(one => one.MemberId.ToString())];
    }

    /// <summary>Those with these ids, and some others to choose from.</summary>
    internal static async Task<IReadOnlyList<Choice>> People(Db db, IReadOnlyList<string> named, CancellationToken cancel)
    {
        var ids = named.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).ToList();
        var members = await db.Members.AsNoTracking().Where(one => ids.Contains(one.Id)).OrderBy(one => one.NameKey).Select(one => new { one.Id, one.Name }).ToListAsync(cancel);
        var others = await FindingPeople.Matching(db, "", Neighbours, cancel);
        return [.. members.Select(one => FindingPeople.Choice(one.Id, one.Name, null)), .. others.Where(one => !named.Contains(one.Value))];
    }

    static void Write(Guid topic, TopicExperts form, List<Expertise> known, Turn turn)
    {
        var levels = form.Know.ToDictionary(Guid.Parse, _ => ExpertLevel.Knows);
        foreach (var one in form.Decide)
            levels[Guid.Parse(one)] = ExpertLevel.CanDecide;
        foreach (var one in known)
            if (!levels.Remove(one.MemberId, out var level))
                Note(turn.Db.Expertises.Remove(one).Entity, "no longer");
            else if (level != one.Level)
            {
                one.Level = level;
                Note(one, level.ToString());
            }
        foreach (var (member, level) in levels)
            Note(turn.Db.Expertises.Add(new Expertise { MemberId = member, TopicId = topic, Level = level }).Entity, level.ToString());

        void Note(Expertise one, string what) => turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = TopicExperts.Id, Row = $"{topic} {what}", About = one.MemberId });
    }

    static async Task<List<Expertise>> Known(Guid topic, Turn turn, CancellationToken cancel) => [.. (await turn.Db.Expertises.Where(one => one.TopicId == topic).ToListAsync(cancel)).OrderBy(one => one.MemberId)];

    // Who they are, as a number that is the same everywhere.
    static int Stamp(IEnumerable<Expertise> known) => known.Aggregate(17, (stamp, one) => one.MemberId.ToByteArray().Aggregate(unchecked(stamp * 31 + (int)one.Level), (sum, next) => unchecked(sum * 31 + next))) & int.MaxValue;
}
