using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Cards.Digests;

/// <summary>Somebody's own week.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
/// <param name="ByValue">A value's name, how often received, how often given.</param>
public sealed record RecapWords(string Row, DateTime From, DateTime To, int Received, int Given, int Answered, IReadOnlyList<(string Value, int Received, int Given)> ByValue);

/// <summary>The end of somebody's week: what they got and gave. Nobody else sees it, nothing is compared with others.</summary>
public static class RecapCard
{
    const int MostValues = 8;

    /// <summary>The card.</summary>
    public static Card Card(RecapWords week) => new($"Your week",
    [
        new Block.Say(Thanks(week)),
        .. week.ByValue.Count == 0 ? Array.Empty<Block>() : [Chart(week)],
        .. week.Answered == 0 ? Array.Empty<Block>() : [new Block.Say($"You answered {new Hole.Count(week.Answered, "question", "questions")} that a colleague could not answer alone.")],
        new Block.Note($"Only you can see this. Nothing from your check-ins is in it: that is in {new Hole.Typed("myday")}."),
    ])
    {
        Buttons =
        [
            GiveKudos.Button,
            new($"Other time", new Ref(DigestTimes.OpenId, week.Row)) { Opens = Opens.Form },
            new($"No more of these", new Ref(DigestButtons.PauseId, week.Row)),
            .. WithinReach.Buttons,
        ],
        Summary = week.Received + week.Given == 0 ? (Text)$"Your week: {new Hole.Count(week.Answered, "question", "questions")} answered" : $"Your week: {ThankYous(week.Received)} received, {week.Given} given",
    };

    // What was not is not said: nobody is reproached with a nought.
    static Text Thanks(RecapWords week) => (week.Received, week.Given) switch
    {
        (0, 0) => $"From {Day(week.From)} to {Day(week.To)} you were there for others.",
        (0, _) => $"From {Day(week.From)} to {Day(week.To)} you gave {ThankYous(week.Given)}.",
        (_, 0) => $"From {Day(week.From)} to {Day(week.To)}, {ThankYous(week.Received)} reached you.",
        _ => (Text)$"From {Day(week.From)} to {Day(week.To)}, {ThankYous(week.Received)} reached you, and you gave {ThankYous(week.Given)}.",
    };

    static Hole.Moment Day(DateTime at) => new(at, MomentStyle.Date);

    static Text ThankYous(int n) => $"{new Hole.Count(n, "thank-you", "thank-yous")}";

    static Block.Bars Chart(RecapWords week)
    {
        var shown = week.ByValue.OrderByDescending(one => one.Received + one.Given).ThenBy(one => one.Value, StringComparer.Ordinal).Take(MostValues).ToList();
        return new($"By value", [.. shown.Select(one => Text.Of(one.Value))], new Series($"Received", [.. shown.Select(one => one.Received)]), new Series($"Given", [.. shown.Select(one => one.Given)]));
    }
}
