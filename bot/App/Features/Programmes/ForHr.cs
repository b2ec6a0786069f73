using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What is HR's alone, asked at every entrance; and each change written down.</summary>
static class ForHr
{
    /// <returns>Null for HR; for anybody else the answer, and nothing happens.</returns>
    internal static Outcome? Refusal(Turn turn) =>
        Access.May(turn.Who, Right.ChangeRules) ? null : (Outcome)Refusing.Word($"Only HR can see and change this, so nothing was changed.");

    /// <param name="row">Ids, versions and what was done; no words of people.</param>
    internal static void Note(Turn turn, string act, string row) =>
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = act, Row = row });

    internal static Dictionary<string, Text> Fault(string field, Text why) => new() { [field] = why };
}
