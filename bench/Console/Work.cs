using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Notes;

namespace ServiceCulture.Bench.Consoles;

/// <summary>Forty topics with ten samples and six experts each, 20,000 questions of ninety days of which 400 are open, 5,000 notes.</summary>
static class Work
{
    const int Topics = 40, Samples = 10, Experts = 6, Questions = 20_000, Open = 400, Notes = 5000;

    static readonly string[] Words = ["double charge", "lost parcel", "wrong address", "late refund", "broken seal", "missing invoice", "closed account", "price match"];

    public static async Task Fill(Db db)
    {
        var now = DateTime.UtcNow;
        var people = await db.Members.OrderBy(member => member.Id).Take(1000).Select(member => member.Id).ToListAsync();
        var topics = Enumerable.Range(0, Topics).Select(n => new Topic { Name = $"Topic {n}", NameKey = $"topic {n}", Description = $"All about number {n}", CreatedAt = now }).ToList();
        db.AddRange(topics);
        foreach (var (topic, n) in topics.Select((topic, n) => (topic, n)))
        {
            db.AddRange(Enumerable.Range(0, Samples).Select(at => new TopicSample { TopicId = topic.Id, Place = at, Words = $"What do I say about a {Words[at % Words.Length]} of kind {n}?" }));
            db.AddRange(Enumerable.Range(0, Experts).Select(at => new Expertise { TopicId = topic.Id, MemberId = people[(n * Experts) + at], Level = at % 2 == 0 ? ExpertLevel.CanDecide : ExpertLevel.Knows }));
        }
        db.AddRange(Enumerable.Range(0, 14).Select(day => new TriageTurn { MemberId = people[day], From = now.AddDays(day), To = now.AddDays(day).AddHours(9) }));
        for (var n = 0; n < Questions; n++)
            db.Add(A(n, topics[n % Topics].Id, people, now));
        db.AddRange(Enumerable.Range(0, Notes).Select(n => new Note { Words = $"What about a {Words[n % Words.Length]} in case {n}?", Answer = $"Give it back at once and say when it arrives; case {n} is in the handbook.", AuthorId = people[n % 1000], OwnerId = people[n % 1000], TopicId = topics[n % Topics].Id, MadeAt = now, ChangedAt = now, ReviewOn = DateOnly.FromDateTime(now).AddDays(n % 300) }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    static Question A(int n, Guid topic, List<Guid> people, DateTime now)
    {
        var (asked, isOpen) = (now.AddMinutes(-6.48 * n), n < Open);
        return new Question
        {
            AskerId = people[n % people.Count],
            Words = $"The customer has a {Words[n % Words.Length]}, case {n}: what may I promise?",
            AskedAt = asked,
            TopicId = topic,
            State = isOpen ? QuestionState.Owned : QuestionState.Solved,
            OwnerId = people[n * 7 % 240],
            Deadline = isOpen ? asked.AddHours(48) : null,
            DueAt = isOpen ? now.AddHours(24) : null,
            AcceptedAt = asked.AddMinutes(4),
            FirstAnswerAt = isOpen ? null : asked.AddMinutes(20),
            AnsweredAt = isOpen ? null : asked.AddMinutes(30),
            SolvedAt = isOpen ? null : asked.AddMinutes(40),
            ClosedAt = isOpen ? null : asked.AddMinutes(40),
        };
    }
}
