using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>What a note's form says, and what it refuses: above all what may be a customer's.</summary>
public sealed class NoteForms(Register register)
{
    const int MostTopics = 100, MostFound = 50, UsualMonths = 6, MostYears = 3;

    internal static DateOnly UsualReview(Turn turn) => LocalDay.Of(turn.Now, turn.Who.Zone).AddMonths(UsualMonths);

    /// <summary>Nine o'clock of that day, by the owner's clock.</summary>
    internal static DateTime RemindAt(DateOnly day, string? zone) => LocalDay.Start(day, zone).AddHours(9);

    internal static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    internal static DateOnly? Day(string day) => DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    /// <summary>The form as it opens: what was found is said before anything is sent.</summary>
    internal async Task<Form> Open(string row, int version, KeepNote now, string customer, Turn turn, CancellationToken cancel) =>
        KeepNote.Form(row, version, now, await Topics(turn.Db, cancel), await Found(now, customer, cancel));

    /// <returns>The form again, with why it can't be saved; null where it can.</returns>
    internal async Task<Reply?> Refuse(KeepNote form, string row, int version, string customer, Turn turn, CancellationToken cancel)
    {
        var topics = await Topics(turn.Db, cancel);
        var found = await Found(form, customer, cancel);
        var faults = Faults(form, topics, LocalDay.Of(turn.Now, turn.Who.Zone));
        foreach (var left in found.Where(one => !form.Harmless.Contains(one.Key)).GroupBy(one => one.Field))
            faults.TryAdd(left.Key, $"Take out, or tick above: {string.Join(", ", left.Select(one => $"“{one.Words}”"))}.");
        if (faults.Count == 0)
            return null;
        var again = KeepNote.Form(row, version, form, topics, found).Refused(faults);
        // What was found is a field of its own, which may be new: the whole form is drawn again.
        return found.Count > 0 ? new Reply.Next(again) : new Reply.Wrong(again);
    }

    internal async Task<Form> Changed(KeepNote form, Note note, string customer, Turn turn, CancellationToken cancel) =>
        (await Open(note.Id.ToString(), note.Version, form, customer, turn, cancel)).Refused(new Dictionary<string, Text>
        {
            [KeepNote.QuestionField] = $"Somebody changed this note in the meantime. What you typed is kept here; save again to put it in the place of theirs.",
        });

    async Task<IReadOnlyList<FoundTrace>> Found(KeepNote form, string customer, CancellationToken cancel)
    {
        var names = await NamesOfMembers.Read(register, cancel);
        return [.. new[] { (form.Question, KeepNote.QuestionField), (form.Answer, KeepNote.AnswerField) }
            .SelectMany(part => CustomerTraces.Find(part.Item1, names, customer).Select(one => new FoundTrace(one.Key, one.Words.ReplaceLineEndings(" "), What(one.Kind), part.Item2)))
            .DistinctBy(one => one.Key).Take(MostFound)];
    }

    static Dictionary<string, Text> Faults(KeepNote form, IReadOnlyList<Choice> topics, DateOnly today)
    {
        var faults = new Dictionary<string, Text>();
        Length(KeepNote.QuestionField, form.Question, KeepNote.MostQuestion, $"What is the question? A sentence, please.");
        Length(KeepNote.AnswerField, form.Answer, KeepNote.MostAnswer, $"What is the answer? A sentence, please.");
        if (form.Topic.Length > 0 && !topics.Any(topic => topic.Value == form.Topic))
            faults[KeepNote.TopicField] = $"This topic is no longer there. Please pick another, or none.";
        if (Day(form.ReviewOn) is not { } day || day <= today || day > today.AddYears(MostYears))
            faults[KeepNote.ReviewField] = $"A day after today, please, and within {MostYears} years.";
        return faults;

        void Length(string field, string words, int most, Text missing)
        {
            if (words.Length < KeepNote.FewestWords)
                faults[field] = missing;
            else if (words.Length > most)
                faults[field] = $"That is {words.Length} characters; at most {most} fit.";
        }
    }

    static async Task<IReadOnlyList<Choice>> Topics(Db db, CancellationToken cancel) =>
        [.. (await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).OrderBy(topic => topic.NameKey).Take(MostTopics).ToListAsync(cancel)).Select(topic => new Choice(topic.Id.ToString(), Text.Of(topic.Name)))];

    static Text What(TraceKind kind) => kind switch
    {
        TraceKind.Name => $"A name of a colleague",
        TraceKind.Email => $"An e-mail address",
        TraceKind.Phone => $"Looks like a telephone number",
        TraceKind.Iban => $"Looks like a bank account",
        TraceKind.Card => $"Looks like a card number",
        TraceKind.Reference => $"Looks like a reference",
        _ => $"A long number",
    };
}
