using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>HR adds, changes and archives topics.</summary>
public sealed class SettingTopics : IAnswer<Incoming.Press>, ITake<TopicList>, ITake<EditTopic>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) => ForHr.Refusal(turn) ?? new Reply.Open(await All(turn.Db, cancel));

    public async Task<Outcome> Take(TopicList form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        if (form.Topic == TopicList.New)
            return new Reply.Next(EditTopic.Form(TopicList.New, 0, new("", "", "", "", "", false), 0));
        if (!Guid.TryParse(form.Topic, out var id) || await turn.Db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Id == id, cancel) is not { } topic)
            return new Reply.Wrong((await All(turn.Db, cancel)).Refused(ForHr.Fault(TopicList.TopicField, $"Which topic? Please pick one.")));
        if (form.What == TopicList.Experts)
            return new Reply.Next(await SettingTopicExperts.Form(topic, null, turn, cancel));
        var samples = new SampleLines(await SampleLines.Read(turn.Db, id, cancel));
        return new Reply.Next(EditTopic.Form(topic.Id.ToString(), topic.Version, Read(topic, samples), samples.More));
    }

    public async Task<Outcome> Take(EditTopic form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (ForHr.Refusal(turn) is { } refusal)
            return refusal;
        var (row, version) = (what.Ticket.About.Row, what.Ticket.About.Version);
        var topic = row == TopicList.New ? null : await turn.Db.Topics.SingleOrDefaultAsync(one => one.Id == what.Ticket.Row, cancel);
        if (topic is null && row != TopicList.New)
            return Refusing.Word($"This topic is no longer there, so nothing was changed.");
        var samples = new SampleLines(topic is null ? [] : await SampleLines.Read(turn.Db, topic.Id, cancel));
        var (key, own) = (Folding.Key(form.Name), topic?.Id ?? Guid.Empty);
        if (Faults(form, await turn.Db.Topics.AnyAsync(one => one.NameKey == key && one.Id != own, cancel)) is { Count: > 0 } faults)
            return new Reply.Wrong(EditTopic.Form(row, version, form, samples.More).Refused(faults));
        if (topic is not null && topic.Version != version)
            return new Reply.Wrong(EditTopic.Form(row, topic.Version, form, samples.More).Refused(ForHr.Fault(EditTopic.NameField, $"Somebody changed this topic in the meantime. What you typed is kept here; save again to put it in the place of theirs.")));
        topic ??= turn.Db.Topics.Add(new Topic { Name = "", NameKey = "", Version = 0, CreatedAt = turn.Now }).Entity;
        Write(topic, form, samples, turn);
        return new Reply.Whisper(EditTopic.Saved(topic.Name, topic.ArchivedAt is not null, await turn.Db.Expertises.CountAsync(one => one.TopicId == topic.Id, cancel)));
    }

    static void Write(Topic topic, EditTopic form, SampleLines samples, Turn turn)
    {
        (topic.Name, topic.NameKey, topic.Description, topic.Meanwhile, topic.ForCustomer) = (form.Name, Folding.Key(form.Name), form.Description, form.Meanwhile, form.ForCustomer);
        topic.ArchivedAt = form.IsArchived ? topic.ArchivedAt ?? turn.Now : null;
        topic.Version++;
        turn.Db.RemoveRange(samples.Shown);
        turn.Db.AddRange(SampleLines.Of(form.Samples).Select((words, at) => new TopicSample { TopicId = topic.Id, Place = at, Words = words }));
        ForHr.Note(turn, EditTopic.Id, $"{topic.Id}{(form.IsArchived ? " archived" : "")}");
    }

    static EditTopic Read(Topic topic, SampleLines samples) => new(topic.Name, topic.Description, samples.Text, topic.Meanwhile, topic.ForCustomer, topic.ArchivedAt is not null);

    static Dictionary<string, Text> Faults(EditTopic form, bool isTaken)
    {
        var faults = new Dictionary<string, Text>();
        if (form.Name.Length == 0 || Folding.Key(form.Name).Length == 0)
            faults[EditTopic.NameField] = $"What is the topic called?";
        else if (form.Name.Length > EditTopic.MostName)
            faults[EditTopic.NameField] = $"At most {EditTopic.MostName} characters, please; these are {form.Name.Length}.";
        else if (isTaken)
            faults[EditTopic.NameField] = $"There is a topic of this name, perhaps an archived one. Please choose another, or change that one.";
        foreach (var (field, words) in new[] { (EditTopic.DescriptionField, form.Description), (EditTopic.MeanwhileField, form.Meanwhile), (EditTopic.CustomerField, form.ForCustomer) })
            if (words.Length > EditTopic.MostWords)
                faults[field] = $"At most {EditTopic.MostWords} characters, please; these are {words.Length}.";
        if (SampleLines.Of(form.Samples).FirstOrDefault(sample => sample.Length > TopicSample.MostWords) is { } tooLong)
            faults[EditTopic.SamplesField] = $"“{tooLong[..40]}…” is longer than {TopicSample.MostWords} characters. A question on each line, please.";
        return faults;
    }

    static async Task<Form> All(Db db, CancellationToken cancel)
    {
        var experts = await db.Expertises.AsNoTracking().GroupBy(one => one.TopicId).Select(some => new { some.Key, Count = some.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var topics = await db.Topics.AsNoTracking().Select(topic => new { topic.Id, topic.Name, topic.NameKey, topic.ArchivedAt }).ToListAsync(cancel);
        return TopicList.Form([.. topics.OrderBy(topic => topic.ArchivedAt is not null).ThenBy(topic => topic.NameKey, StringComparer.Ordinal).Select(topic => (topic.Id, topic.Name, experts.GetValueOrDefault(topic.Id), topic.ArchivedAt is not null))]);
    }
}

/// <summary>A topic's samples as lines of a field; those for which it has no room stay as they are.</summary>
sealed class SampleLines(IReadOnlyList<TopicSample> all)
{
    internal IReadOnlyList<TopicSample> Shown { get; } = Fitting(all);

    internal int More => all.Count - Shown.Count;

    internal string Text => string.Join('\n', Shown.Select(sample => sample.Words));

    internal static Task<List<TopicSample>> Read(Db db, Guid topic, CancellationToken cancel) => db.TopicSamples.Where(sample => sample.TopicId == topic).OrderBy(sample => sample.Place).ThenBy(sample => sample.Id).ToListAsync(cancel);

    internal static IEnumerable<string> Of(string lines) => lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    // Half the field, so that there is room to add.
    static List<TopicSample> Fitting(IReadOnlyList<TopicSample> all)
    {
        var length = 0;
        return [.. all.TakeWhile(sample => (length += sample.Words.Length + 1) <= EditTopic.MostSamples / 2)];
    }
}
