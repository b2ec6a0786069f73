using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Answers what Slack posts: a turn where it is for us, 200 where it is not.</summary>
public sealed class SlackRequests(TurnRunner turns, SlackTranslation translation, SlackReplies replies, SearchingPeople people, ILogger<SlackRequests> log)
{
    const int MostFound = 100;

    public Task Answer(VerifiedRequest verified, SlackAnswer answer, CancellationToken cancel) => SlackRequest.Parse(verified) switch
    {
        SlackRequest.UrlVerification asked => answer.Json($$"""{"challenge":{{System.Text.Json.JsonSerializer.Serialize(asked.Challenge, SlackJson.Default.String)}}}"""),
        SlackRequest.BlockSuggestion asked => Find(asked, answer, cancel),
        SlackRequest.Malformed malformed => Drop(malformed.Why, answer),
        SlackRequest.Unknown unknown => Drop(unknown.Type, answer),
        var request => Turn(request, answer, cancel),
    };

    Task Drop(string why, SlackAnswer answer)
    {
        Log.Dropped(log, why);
        return answer.Done();
    }

    async Task Turn(SlackRequest request, SlackAnswer answer, CancellationToken cancel)
    {
        try
        {
            var understood = await translation.Read(request, cancel);
            if (understood.Forged)
                await replies.Refuse(request, request is SlackRequest.ViewSubmission ? Refusing.ForgedForm : Refusing.Forged, answer);
            else if (understood.Incoming is not { } incoming)
                await answer.Done();
            else
                await replies.Give(await turns.Run(incoming, CancellationToken.None), incoming, request, answer);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Broke(log, failure, request.GetType().Name);
            // Once the answer is out the turn stands, and what broke was only its view.
            if (!answer.IsGiven)
                await Fail(request, failure, answer);
        }
    }

    // Events come again when they are answered with an error. Commands, presses and submissions don't: whoever acted is told.
    Task Fail(SlackRequest request, Exception failure, SlackAnswer answer) => request is SlackRequest.EventCallback
        ? answer.Status(DatabaseAway.Explains(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError)
        : replies.Refuse(request, Refusing.NotSaved, answer);

    async Task Find(SlackRequest.BlockSuggestion asked, SlackAnswer answer, CancellationToken cancel)
    {
        try
        {
            if (await translation.Installation(asked.TeamId, asked.EnterpriseId, asked.IsEnterpriseInstall, cancel) is { } home)
                await answer.Json(BlockKit.Options(await people.Find(home.Id, SlackTranslation.Who(asked, home), asked.Value, MostFound, cancel), Reader.Plain));
            else
                await answer.Done();
        }
        catch (Exception failure) when (DatabaseAway.Explains(failure) && !answer.IsGiven)
        {
            // An empty list; what is typed next asks again.
            Log.Broke(log, failure, nameof(SlackRequest.BlockSuggestion));
            await answer.Json(BlockKit.Options([], Reader.Plain));
        }
    }

}
