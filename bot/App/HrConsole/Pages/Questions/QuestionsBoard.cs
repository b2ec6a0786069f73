using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Board;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.HrConsole.Pages.Questions;

/// <summary>The board of open questions, what stands in one of them, and what can be done with it.</summary>
public sealed class QuestionsBoard(IStore store, LookingAfterQuestions questions, TimeProvider clock)
{
    /// <summary>So many stand on a page.</summary>
    public const int Together = 50;

    public async Task<BoardPage> Read(QuestionState? state, int skip)
    {
        await using var db = store.Open();
        return await ReadingBoard.Open(db, state, skip, Together, default);
    }

    public Task<BoardQuestion?> Read(MemberInfo who, Guid id) => store.Do(db => ReadingBoard.Read(db, id, who, clock.GetUtcNow().UtcDateTime, default), default);

    public async Task<IReadOnlyList<(Guid Id, string Name)>> Topics()
    {
        await using var db = store.Open();
        return [.. (await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).OrderBy(topic => topic.NameKey).Select(topic => new { topic.Id, topic.Name }).ToListAsync()).Select(topic => (topic.Id, topic.Name))];
    }

    public Task<string?> Reassign(MemberInfo who, Guid id, string to, string topic) =>
        questions.Reassign(who, id, Guid.TryParse(to, out var person) ? person : null, Guid.TryParse(topic, out var other) ? other : null, default);

    public Task<string?> Withdraw(MemberInfo who, Guid id, string why) => questions.Withdraw(who, id, why, default);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static string Words(QuestionState state) => state switch
    {
        QuestionState.Choosing => "Its asker says where it belongs",
        QuestionState.Offered => "Somebody is asked",
        QuestionState.Triage => "With triage",
        QuestionState.Owned => "Somebody has it",
        _ => "Answered; the asker's word is waited for",
    };

    public static string Words(Urgency urgency) => urgency switch { Urgency.Waiting => "Customer is waiting", Urgency.Today => "Today", _ => "This week" };

    /// <summary>A moment by that person's clock.</summary>
    public static string At(DateTime? utc, MemberInfo who) => utc is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, LocalDay.Zone(who.Zone)).ToString("d MMM, HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "none";
}
