using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>Writes down what there is to learn; every node's router learns it within seconds.</summary>
public sealed class Lessons(Vault vault)
{
    /// <summary>A question was solved in this topic, or a person sent it there. The last topic of a question holds.</summary>
    /// <param name="asker">Their key seals the words: with it goes what was learnt.</param>
    public async Task Note(Db db, Guid question, Guid asker, string words, Guid topic, DateTime now, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(words))
            db.LearntExamples.Add(new LearntExample { TopicId = topic, QuestionId = question, MemberId = asker, Sealed = (await vault.FindOrMake(asker, cancel)).Seal(words), At = now });
    }
}
