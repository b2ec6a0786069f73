namespace ServiceCulture.Cards.Escalations;

/// <summary>Why a question is with triage and not with somebody who knows its topic.</summary>
public enum NobodyBecause
{
    /// <summary>The topic has no expert who can be reached, or none who may decide where a decision is needed.</summary>
    NoExpert,

    /// <summary>Everybody was offered it already, or asked it themselves.</summary>
    AllWereAsked,

    /// <summary>Everybody has as many open questions as they take.</summary>
    AllAreFull,

    /// <summary>Nobody is on duty in time, or all who are have paused or are full.</summary>
    NobodyOnDuty,

    /// <summary>It fits no topic, or its topic is not in use any more.</summary>
    NoTopic,

    /// <summary>Whoever was asked did not take it.</summary>
    NobodyTook,

    /// <summary>Whoever had it did not answer in time.</summary>
    Late,
}

/// <summary>Says plainly why nobody who knows the topic has a question.</summary>
/// <param name="Topic">Its name; empty where there is none.</param>
/// <param name="Until">When somebody is on duty again, UTC; null: not to be foreseen.</param>
/// <param name="Decides">A decision is needed.</param>
public sealed record NobodyWords(string Topic, NobodyBecause Why, DateTime? Until = null, bool Decides = false)
{
    /// <summary>One sentence.</summary>
    public Text Sentence => Why switch
    {
        NobodyBecause.NoExpert => $"Nobody who {Knows} “{Topic}” can be reached.",
        NobodyBecause.AllWereAsked => $"There is nobody else to ask for “{Topic}”.",
        NobodyBecause.AllAreFull => $"Everybody who {Knows} “{Topic}” has as many questions as they can take just now.",
        NobodyBecause.NoTopic => $"It fits none of the topics.",
        NobodyBecause.NobodyTook => $"Whoever was asked could not take it.",
        NobodyBecause.Late => $"Whoever had it did not answer in time.",
        _ when Until is { } at => $"Nobody who {Knows} “{Topic}” is on duty and free before {new Hole.Moment(at)}.",
        _ => $"Nobody who {Knows} “{Topic}” is on duty and free in the coming two weeks.",
    };

    /// <summary>It could be foreseen: nobody had to be asked to find it out.</summary>
    public bool IsForeseen => Why is NobodyBecause.NoExpert or NobodyBecause.AllAreFull or NobodyBecause.NobodyOnDuty;

    Text Knows => Decides ? $"may decide about" : (Text)$"knows";
}
