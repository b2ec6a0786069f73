namespace ServiceCulture.Cards.Digests;

/// <summary>An open question of somebody in the team, without anybody's words.</summary>
/// <param name="Topic">Empty: none of the topics.</param>
/// <param name="Owner">Null: nobody has it yet.</param>
/// <param name="Due">UTC; null: nothing was promised yet.</param>
public sealed record TeamQuestionWords(string Id, string Topic, Person Asker, Person? Owner, DateTime AskedAt, DateTime? Due, bool CustomerWaits)
{
    internal Text Line(DateTime now) => $"{About}, asked by {Asker} {new Hole.Moment(AskedAt)}. {Has} {Until(now)}{(CustomerWaits ? (Text)$" A customer is waiting." : $"")}";

    internal Text About => Topic.Length == 0 ? (Text)$"A question without a topic" : $"A question about {new Hole.Bold(Topic)}";

    Text Has => Owner is null ? (Text)$"Nobody has it yet." : $"{Owner} has it.";

    Text Until(DateTime now) => Due is not { } due ? (Text)$"No time was promised yet." : due < now ? (Text)$"The answer was due {new Hole.Moment(due)}." : $"The answer is due {new Hole.Moment(due)}.";
}

/// <summary>A team's open questions now, for whoever leads it.</summary>
public static class TeamCard
{
    /// <summary>The press that shows one question; its row is the question's id.</summary>
    public const string QuestionId = "digest.question";

    const int Most = 12;

    /// <summary>All of them, the overdue ones first.</summary>
    public static Card List(IReadOnlyList<string> teams, IReadOnlyList<TeamQuestionWords> open, DateTime now)
    {
        var late = open.Where(one => one.Due < now).ToList();
        var rest = open.Except(late).ToList();
        return new($"{Texts.List([.. teams.Select(Text.Of)])}: open questions",
        [
            .. open.Count == 0 ? [new Block.Say($"Nobody in your team waits for an answer now.")] : Array.Empty<Block>(),
            .. late.Count == 0 ? Array.Empty<Block>() : [new Block.Heading($"Overdue"), new Block.Points([.. late.Take(Most).Select(one => one.Line(now))])],
            .. rest.Count == 0 ? Array.Empty<Block>() : [new Block.Heading($"Open"), new Block.Points([.. rest.Take(Most).Select(one => one.Line(now))])],
            .. late.Skip(Most).Concat(rest.Skip(Most)).Count() is var more and > 0 ? [new Block.Note($"And {new Hole.Count(more, "more", "more")}.")] : Array.Empty<Block>(),
            new Block.Note($"What was asked and answered stays between those two. Only whoever asked can say that it is solved."),
        ])
        { Summary = $"{new Hole.Count(open.Count, "open question", "open questions")}, {late.Count} overdue" };
    }

    /// <summary>One of them, with what helps.</summary>
    public static Card One(TeamQuestionWords question, DateTime now) => new($"A question that waits",
        new Block.Say(question.Line(now)),
        new Block.Say(question.Owner is { } owner
            ? $"What helps most: ask {owner} what is missing, information or somebody who may decide, and tell {question.Asker} until when. The asker can also send it on from their own card."
            : (Text)$"What helps most: think of who could know, and let {question.Asker} hear from you; whoever is on triage can hand it to them."));

    /// <summary>It was solved or withdrawn meanwhile, or is not the reader's to see.</summary>
    public static Card Gone => new($"No longer open", new Block.Say($"This question is not open any more, or not one of your team's. {new Hole.Typed("team")} shows those that are."));

    /// <summary>For whoever leads no team.</summary>
    public static Card NotForYou => new($"Open questions of a team", new Block.Say($"This is for whoever leads a team. Your own questions are on their cards; {new Hole.Typed("ask")} asks a new one."));
}
