using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Answers what Teams posts: a turn where it is for us, 200 where it is not.</summary>
public sealed class TeamsRequests(TurnRunner turns, TeamsTranslation translation, TeamsInvokes invokes, TeamsInstallations installations, ILogger<TeamsRequests> log)
{
    public async Task<TeamsAnswer> Answer(VerifiedActivity verified)
    {
        var activity = Activity.Parse(verified);
        if (activity is Malformed malformed)
            return Drop(malformed.Why, StatusCodes.Status400BadRequest);
        if (activity is Unknown unknown)
            return Drop(unknown.Type.Length > 60 ? unknown.Type[..60] : unknown.Type);
        if (TeamsEnvelope.Fault(activity) is { } fault)
            return Drop(fault, StatusCodes.Status400BadRequest);
        try
        {
            return await Turn(activity);
        }
        catch (Exception failure)
        {
            Log.Broke(log, failure, TeamsEnvelope.EventId(activity));
            return Fail(activity, failure);
        }
    }

    TeamsAnswer Drop(string why, int status = StatusCodes.Status200OK)
    {
        Log.Dropped(log, why);
        return new TeamsAnswer(status);
    }

    // The turn goes on when the caller hangs up: what is committed is committed, and it will ask again.
    async Task<TeamsAnswer> Turn(Activity activity)
    {
        var installation = await installations.Of(activity, CancellationToken.None);
        if (activity is InvokeActivity invoke)
            return await invokes.Answer(invoke, installation, CancellationToken.None);
        if (translation.Read(activity, installation) is not { } incoming)
            return Drop(activity.GetType().Name);
        await turns.Run(incoming, CancellationToken.None);
        return TeamsAnswer.Done;
    }

    // An activity that was answered with an error is delivered again. An invoke is a person waiting: they are told.
    static TeamsAnswer Fail(Activity activity, Exception failure) => (activity, DatabaseAway.Explains(failure)) switch
    {
        (InvokeActivity invoke, true) => TeamsInvokes.NotSaved(invoke),
        (_, true) => new TeamsAnswer(StatusCodes.Status503ServiceUnavailable),
        _ => new TeamsAnswer(StatusCodes.Status500InternalServerError),
    };

}
