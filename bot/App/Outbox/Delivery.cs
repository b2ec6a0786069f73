using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Operating;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Outbox;

/// <summary>One try of one message, and what its failure means.</summary>
public sealed class Delivery(IEnumerable<ISender> senders, GivingUp givingUp, OutboxSettings settings, TimeProvider clock, ILogger<Delivery> log)
{
    /// <summary>After so many tries a message is given up; the operator sees it. While nothing gets through they take more than seventy minutes: a platform that is away for an hour costs nobody a message.</summary>
    public const int MostAttempts = 8;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(30), BetweenLooks = TimeSpan.FromSeconds(3);

    readonly Dictionary<Channel, ISender> _senders = senders.ToDictionary(sender => sender.Channel);

    public TimeProvider Clock => clock;

    /// <summary>How many sends are under way at once.</summary>
    public int AtOnce => settings.AtOnce;

    /// <summary>Null while the channel is off: its messages wait.</summary>
    public ISender? SenderFor(Channel channel) => _senders.GetValueOrDefault(channel);

    /// <summary>The pace a channel bears, unless the settings say another.</summary>
    public Pace PaceFor(Channel channel) => new(
        settings.PerSecond ?? channel switch { Channel.Slack => 5, Channel.Teams => 45, _ => 1000 },
        settings.PerPlacePerSecond ?? channel switch { Channel.Slack => 1, Channel.Teams => 1, _ => 1000 });

    public async Task<Statement> Try(Message message, ISender sender, Pace pace)
    {
        try
        {
            await givingUp.RefuseBlocked(message, CancellationToken.None);
            var fate = await givingUp.Decide(message, CancellationToken.None);
            if (!fate.IsWanted)
                return Waiting.Withheld(message, clock.GetUtcNow().UtcDateTime);
            if (fate.NotBefore is { } later)
                return Waiting.Later(message, later);
            var sent = await sender.Send(message, CancellationToken.None);
            Measures.Sent(sender.Channel);
            pace.Reached();
            return Waiting.Sent(message, sent, clock.GetUtcNow().UtcDateTime);
        }
        catch (SendFailedException failure) when (failure.Kind is Failure.Early)
        {
            return Waiting.Later(message, clock.GetUtcNow().UtcDateTime + BetweenLooks);
        }
        catch (SendFailedException failure)
        {
            Log.SendFailed(log, message.Id, failure.Code, failure.Kind, message.Attempts + 1);
            return await Judge(message, failure, sender.Channel, pace);
        }
        catch (Exception failure)
        {
            // Ours: written down as a failed try, so that one message that breaks the program does not stop the others.
            Log.SendBroke(log, failure, message.Id);
            return await Judge(message, new SendFailedException(failure.GetType().Name, Failure.Ambiguous), sender.Channel, pace);
        }
    }

    async Task<Statement> Judge(Message message, SendFailedException failure, Channel channel, Pace pace)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isThrottled = failure.Kind is Failure.Throttled;
        var givenUp = failure.Kind is Failure.Final or Failure.Blocked || (!isThrottled && message.Attempts + 1 >= MostAttempts);
        Measures.NotSent(channel, givenUp);
        if (givenUp)
            return await givingUp.End(message, failure, now);

        var (said, own) = (failure.RetryAfter ?? TimeSpan.Zero, BackOff(isThrottled ? 0 : message.Attempts));
        var wait = said > own ? said : own;
        if (isThrottled || said > TimeSpan.Zero)
            pace.HoldUntil(now + (isThrottled ? wait : said));
        else
            pace.Missed();
        // Those who failed together don't come back together.
        var due = now + wait + own * settings.Chance() / 2;
        return isThrottled ? Waiting.Throttled(message, failure.Code, due)
            : Waiting.Failed(message, failure.Code, due, uncertain: failure.Kind is Failure.Ambiguous && message.RemoteId is null, now);
    }

    // 1 s, 5 s, 25 s … half an hour; the random part is up to half of it.
    static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(5, attempts), Longest.TotalSeconds));
}
