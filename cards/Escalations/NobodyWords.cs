namespace ServiceCulture.Cards.Escalations;

/// <summary>Why a question can be offered to nobody.</summary>
public enum NobodyBecause
{
    /// <summary>The topic has no expert, or none who may decide where a decision is needed.</summary>
    NoExpert,

    /// <summary>Everybody was offered it already.</summary>
    AllWereAsked,

    /// <summary>Everybody has as many open questions as they take.</summary>
    AllAreFull,

    /// <summary>Nobody is on duty in time, or all who are have paused or are full.</summary>
    NobodyOnDuty,
}

/// <summary>Says that nobody can be offered a question, plainly.</summary>
public static class NobodyWords
{
    /// <param name="until">When somebody is on duty again, UTC.</param>
    public static Text Of(string topic, NobodyBecause why, DateTime? until) => why switch
    {
        NobodyBecause.NoExpert => $"Nobody is named as an expert for “{topic}” who could take this.",
        NobodyBecause.AllWereAsked => $"Everybody who could take this has been asked.",
        NobodyBecause.AllAreFull => $"Everybody for “{topic}” has as many questions as they can take just now.",
        _ when until is { } at => $"Nobody for “{topic}” is on duty and free until {new Hole.Moment(at)}.",
        _ => $"Nobody for “{topic}” is on duty in the coming two weeks.",
    };

    /// <summary>Nobody is on the triage rota now.</summary>
    /// <param name="next">When the next turn begins, UTC; null: there is none.</param>
    public static Text NoTriage(DateTime? next) => next is { } at
        ? $"Nobody is on triage until {new Hole.Moment(at)}."
        : (Text)$"Nobody is on the triage rota, which HR keeps.";
}
