using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Answers what wants its answer at once: buttons, dialogs, the message action, and the search for people.</summary>
public sealed class TeamsInvokes(TurnRunner turns, TeamsTranslation translation, TeamsReplies replies, SearchingPeople people, ILogger<TeamsInvokes> log)
{
    const int MostFound = 15, LongestQuery = 100;

    public async Task<TeamsAnswer> Answer(InvokeActivity activity, Installation installation, CancellationToken cancel)
    {
        var asked = Invokes.Read(activity);
        if (asked is Invoke.Malformed malformed)
        {
            Log.Dropped(log, malformed.Why);
            return TeamsAnswer.BadRequest;
        }
        if (asked is Invoke.ApplicationSearch search)
            return TeamsAnswer.Of(await Find(search, TeamsEnvelope.Of(activity, installation), cancel));

        var understood = await translation.Read(asked, activity, installation, cancel);
        if (understood.Forged)
            return TeamsAnswer.Of(TeamsReplies.Refuse(asked, Refusing.Forged));
        if (understood.Cancelled)
            return TeamsAnswer.Of(TeamsReplies.Cancelled);
        if (understood.Incoming is { } incoming)
            return TeamsAnswer.Of(replies.Give(asked, incoming, await turns.Run(incoming, cancel)));
        Log.Dropped(log, asked.GetType().Name);
        return TeamsAnswer.NotImplemented;
    }

    /// <summary>For an invoke that the database could not take: said in words, and what was typed is kept.</summary>
    public static TeamsAnswer NotSaved(InvokeActivity activity) => Invokes.Read(activity) switch
    {
        Invoke.ApplicationSearch => new TeamsAnswer(StatusCodes.Status503ServiceUnavailable),
        Invoke.TaskSubmit submit => TeamsAnswer.Of(TeamsReplies.Again(Refusing.NotSaved, submit.Data)),
        Invoke.ComposeExtensionSubmitAction submit => TeamsAnswer.Of(TeamsReplies.Again(Refusing.NotSaved, submit.Data)),
        var asked => TeamsAnswer.Of(TeamsReplies.Refuse(asked, Refusing.NotSaved)),
    };

    async Task<byte[]> Find(Invoke.ApplicationSearch search, Envelope from, CancellationToken cancel)
    {
        if (search.Dataset != AdaptiveCards.PeopleDataset)
            return InvokeAnswers.Search([]);
        var words = TeamsWords.Clean(search.QueryText)!;
        var found = await people.Find(from.Installation, from.Who, words.Length > LongestQuery ? words[..LongestQuery] : words, MostFound, cancel);
        return InvokeAnswers.Search(found.Select(Result));
    }

    static SearchResult Result(Choice choice)
    {
        var label = choice.Label.Plain(Reader.Plain);
        return new SearchResult(choice.Describes is { IsEmpty: false } team ? $"{label} – {team.Plain(Reader.Plain)}" : label, choice.Value);
    }
}
