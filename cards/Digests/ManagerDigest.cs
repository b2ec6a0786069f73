using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Cards.Digests;

/// <summary>The weekly digest of somebody who leads teams: first what they can do, each with one press; then what happened.</summary>
public static class ManagerDigest
{
    const int MostValues = 8, MostNames = 5;

    /// <summary>The card.</summary>
    public static Card Card(ManagerDigestWords week) => new($"{Teams(week)}: {(week.Days.IsSoFar ? (Text)$"this week" : $"your digest")}",
    [
        new Block.Note(week.For is { } absent ? (Text)$"{week.Days.Span}. You get this for {absent}, who is away." : week.Days.Span),
        .. ToDo(week),
        .. week.IsQuiet ? Quiet(week) : Thanks(week),
        .. Unseen(week),
        .. Given(week),
        .. AroundTeam.Said(week),
        .. AroundTeam.Published(week),
        .. AroundTeam.Handled(week),
        .. FindingWords.Blocks(week.Learnt),
    ])
    {
        Buttons = DigestButtons.For(week.Row),
        Summary = week.IsQuiet ? (Text)$"Your digest: a quiet week in {Teams(week)}" : $"Your digest: {ThankYous(week.Received)} in {Teams(week)}",
    };

    static Text Teams(ManagerDigestWords week) => Texts.List([.. week.Teams.Select(Text.Of)]);

    static IReadOnlyList<Block> ToDo(ManagerDigestWords week)
    {
        var all = Steps(week).ToList();
        return all.Count == 0 ? [] : [new Block.Heading(all.Count switch { 1 => (Text)$"One thing to do", 2 => $"Two things to do", _ => $"Three things to do" }), .. all.SelectMany(step => step)];
    }

    static IEnumerable<Block[]> Steps(ManagerDigestWords week)
    {
        if (week.Overdue is { } question)
            yield return
            [
                new Block.Say($"{question.Line(week.Now)}{(week.OverdueCount > 1 ? (Text)$" {new Hole.Count(week.OverdueCount - 1, "more is overdue", "more are overdue")}: {new Hole.Typed("team")} shows all." : $"")}"),
                new Block.Row(new Button($"Look at it", new Ref(TeamCard.QuestionId, question.Id))),
            ];
        if (week.Say is { } say)
            yield return
            [
                new Block.Say($"Your people in {new Hole.Bold(say.Team)} answered “{say.Statement}”{(say.Agreement is { } share ? (Text)$": {FigureWords.Agreeing(share)}." : $"")} Tell them what you heard and what you will do."),
                new Block.Row(new Button($"Say one sentence", new Ref(SayToTeam.OpenId, say.Row)) { Opens = Opens.Form }),
            ];
        // Whom somebody thanked is theirs: whoever stands in for them is not told, and has nothing to make good.
        if (week is { Thank: { } thank, For: null })
            yield return
            [
                new Block.Say(thank.Last is { } last ? $"You have not thanked {thank.Person} since {new Hole.Moment(last, MomentStyle.Date)}." : (Text)$"You have not thanked {thank.Person} yet, or not within half a year."),
                new Block.Row(GiveKudos.Button with { Label = $"Thank {thank.Person.Name}", Does = new Ref(GiveKudos.OpenId, thank.Person.Id.ToString()), Style = ButtonStyle.Primary }),
            ];
    }

    static IReadOnlyList<Block> Quiet(ManagerDigestWords week) =>
        [new Block.Say($"A quiet {(week.Days.Weeks == 1 ? (Text)$"week" : $"time")}: nobody in {Teams(week)} was thanked in the open{Compared(week)}. If something went well that nobody said out loud, one sentence from you is enough.")];

    static IReadOnlyList<Block> Thanks(ManagerDigestWords week) =>
    [
        new Block.Heading($"Thanks in the open"),
        new Block.Say($"{ThankYous(week.Received)} for people in {Teams(week)} {week.Days.InThem}; {(week.Before == 0 ? (Text)$"none" : ThankYous(week.Before))} in the four weeks before."),
        .. week.Values.Count == 0 ? Array.Empty<Block>() : [Chart(week)],
        .. week.Shown.SelectMany(KudosCard.Retold),
    ];

    static Text Compared(ManagerDigestWords week) => week.Before == 0
        ? (Text)$"; in the four weeks before, nobody was"
        : $"; in the four weeks before it was {new Hole.Count(week.Before, "time", "times")}";

    static Text ThankYous(int n) => $"{new Hole.Count(n, "thank-you", "thank-yous")}";

    static Block.Bars Chart(ManagerDigestWords week)
    {
        var shown = week.Values.Take(MostValues).ToList();
        return new($"Thanks by value", [.. shown.Select(value => Text.Of(value.Name))],
            new Series(week.Days.Series, [.. shown.Select(value => value.Now)]),
            new Series(week.Days.SeriesBefore, [.. shown.Select(value => Average(value.Before, week.Days.Weeks))]));
    }

    // To the nearest whole number, halves up.
    static int Average(int fourWeeks, int weeks) => ((fourWeeks * weeks) + 2) / 4;

    static IReadOnlyList<Block> Unseen(ManagerDigestWords week) => week.Unseen is not { } unseen ? [] :
    [
        new Block.Say($"{new Hole.Bold(unseen.Name)}: nobody was thanked for it in all these weeks. What it can look like: “{unseen.Idea}”."),
        new Block.Row(GiveKudos.Button with { Label = $"Thank someone for this", Does = new Ref(GiveKudos.OpenId, unseen.Id) }),
    ];

    static IReadOnlyList<Block> Given(ManagerDigestWords week) => week.For is not null || (week.Given == 0 && week.IsQuiet) ? [] : [new Block.Say(week.Given == 0
        ? (Text)$"You gave no thanks yourself {week.Days.InThem}."
        : $"You gave {ThankYous(week.Given)} yourself {week.Days.InThem}{(week.GivenTo.Count == 0 ? (Text)$"" : $": to {Names(week.GivenTo)}")}.")];

    static Text Names(IReadOnlyList<Person> people) => people.Count <= MostNames
        ? Texts.List(people)
        : Texts.List([.. people.Take(MostNames).Select(person => (Text)$"{person}"), $"{new Hole.Count(people.Count - MostNames, "other", "others")}"]);
}
