using System.Diagnostics;
using System.Diagnostics.Metrics;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Operating;

/// <summary>What is counted: kinds and outcomes, never words, names or tokens. Costs nothing while nobody listens.</summary>
public static class Measures
{
    public const string Name = "ServiceCulture.Bot";

    static readonly Meter Meter = new(Name);
    static readonly ActivitySource Source = new(Name);
    static readonly Counter<long> Turns = Meter.CreateCounter<long>("service_culture.turns", "{turn}", "Turns, by kind and outcome.");
    static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("service_culture.turn.duration", "s", "From the verified request to the commit.");
    static readonly Counter<long> Messages = Meter.CreateCounter<long>("service_culture.messages", "{message}", "Tries to send, by channel and outcome: sent, failed (to be repeated), dead (given up).");

    /// <summary>Counts a turn when it is disposed of. Until told otherwise it failed.</summary>
    internal static TurnMeasure Turn(Incoming what) => Turns.Enabled || Durations.Enabled || Source.HasListeners() ? new TurnMeasure(Kind(what)) : TurnMeasure.Off;

    internal static void Sent(Channel channel) => Count(channel, "sent");

    internal static void NotSent(Channel channel, bool givenUp) => Count(channel, givenUp ? "dead" : "failed");

    /// <summary>The gauge of what waits in the outbox; read when the exporter asks.</summary>
    internal static void WatchWaiting(Func<long> count) =>
        Meter.CreateObservableGauge("service_culture.messages.waiting", count, "{message}", "Messages that wait to be sent, of all nodes together.");

    static void Count(Channel channel, string outcome)
    {
        if (Messages.Enabled)
            Messages.Add(1, new KeyValuePair<string, object?>("channel", channel.ToString()), new("outcome", outcome));
    }

    static string Kind(Incoming what) => what switch
    {
        Incoming.Command => "command",
        Incoming.Press => "press",
        Incoming.Submit => "submit",
        Incoming.Menu => "menu",
        Incoming.Said => "said",
        Incoming.Edited => "edited",
        Incoming.Deleted => "deleted",
        Incoming.Met => "met",
        Incoming.PlaceChanged => "place",
        Incoming.PeopleChanged => "people",
        _ => "other",
    };

    internal sealed class TurnMeasure(string? kind) : IDisposable
    {
        internal static readonly TurnMeasure Off = new(null);

        readonly long _start = Stopwatch.GetTimestamp();
        readonly Activity? _activity = kind is null ? null : Source.StartActivity("turn")?.SetTag("kind", kind);
        string _outcome = "failed";

        /// <summary>How it ended, by what was answered.</summary>
        internal Answered Ended(Answered answered) => Ended(answered, answered.Reply switch
        {
            Reply.Whisper => "whisper",
            Reply.Open => "open",
            Reply.Wrong => "wrong",
            Reply.Next => "next",
            Reply.Replace => "replace",
            _ => "done",
        });

        /// <summary>It had been delivered before.</summary>
        internal Answered Repeated(Answered answered) => Ended(answered, "repeated");

        public void Dispose()
        {
            if (kind is null)
                return;
            var tags = new TagList { { "kind", kind }, { "outcome", _outcome } };
            Turns.Add(1, tags);
            Durations.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
            _activity?.SetTag("outcome", _outcome).Dispose();
        }

        // The one that stands for nobody listening is shared by all turns: nothing is written to it.
        Answered Ended(Answered answered, string outcome)
        {
            if (kind is not null)
                _outcome = outcome;
            return answered;
        }
    }
}
