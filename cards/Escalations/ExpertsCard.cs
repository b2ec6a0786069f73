namespace ServiceCulture.Cards.Escalations;

/// <summary>What somebody is an expert of, how they take questions, and how much they have.</summary>
public static class ExpertsCard
{
    /// <param name="Topics">Each with whether they may decide.</param>
    /// <param name="Duty">Their duty, in words.</param>
    /// <param name="PausedUntil">UTC; null: no pause.</param>
    /// <param name="Languages">As they stand; empty: the language they use with the bot.</param>
    /// <param name="Open">Theirs and not answered yet.</param>
    /// <param name="Today">Taken today, by their own clock.</param>
    /// <param name="Week">Taken this week.</param>
    public sealed record View(IReadOnlyList<(string Name, bool CanDecide)> Topics, Text Duty, DateTime? PausedUntil, int Capacity, string Languages, int Open, int Today, int Week);

    /// <summary>For whoever is an expert of something.</summary>
    /// <param name="triage">Their next turns of triage, UTC; at most three are shown.</param>
    public static Card For(View view, IReadOnlyList<(DateTime From, DateTime To)> triage, bool isHr) => new($"Your questions as an expert",
    [
        new Block.Say($"You have {new Hole.Count(view.Open, "open question", "open questions")} of at most {view.Capacity}. You took {view.Today} today and {view.Week} this week."),
        new Block.Points([.. view.Topics.Select(topic => topic.CanDecide ? (Text)$"{new Hole.Bold(topic.Name)}: you can decide" : $"{new Hole.Bold(topic.Name)}: you know it")]),
        new Block.Points([
            $"On duty: {view.Duty}",
            view.PausedUntil is { } until ? $"Paused until {new Hole.Moment(until)}: nothing new is offered to you before" : (Text)$"Not paused",
            view.Languages.Length > 0 ? $"Languages: {view.Languages}" : (Text)$"Languages: the one you use with me",
            .. triage.Take(3).Select(turn => (Text)$"On triage from {new Hole.Moment(turn.From)} to {new Hole.Moment(turn.To)}")]),
        new Block.Note($"HR names the topics; the rest is yours to change. Nobody sees these numbers but you."),
    ])
    { Buttons = [ExpertHours.Button, .. Hr(isHr)] };

    /// <summary>For whoever is not.</summary>
    public static Card None(bool isHr) => new($"Experts", new Block.Say(isHr
        ? (Text)$"You are no expert of a topic yourself. As HR you keep the topics, their experts and the triage rota here; your operator can also import them from CSV files."
        : $"You are not named as an expert of a topic. HR names experts; tell them what people may ask you."))
    { Buttons = [.. Hr(isHr)] };

    static Button[] Hr(bool isHr) => isHr ? [TopicList.Button, TriageRota.Button, OfferTimes.Button] : [];
}
