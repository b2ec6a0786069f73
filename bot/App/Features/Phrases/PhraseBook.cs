using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>The phrases in force, read once and kept; whoever asks sees everybody's and those of their own teams. For this and other features.</summary>
public sealed class PhraseBook(IReadOnlyList<Phrase> phrases, IReadOnlyDictionary<Guid, string> teams, ValueBook values)
{
    /// <summary>The phrases of a situation for somebody: their team's own first.</summary>
    public IReadOnlyList<PhraseWords> For(Situation situation, MemberInfo who) => [.. Rows(situation, who).Select(Words)];

    /// <summary>The same of which they may change something.</summary>
    internal IEnumerable<Phrase> ToChange(Situation situation, MemberInfo who) =>
        phrases.Where(phrase => phrase.Situation == situation.Id && (MayEdit(phrase, who) || MayTakeOut(phrase, who)));

    /// <summary>A phrase in force, whoever's it is.</summary>
    internal Phrase? Find(string id) => phrases.FirstOrDefault(phrase => phrase.Id == id);

    internal IEnumerable<Phrase> OfTeam(Guid team) => phrases.Where(phrase => phrase.TeamId == team);

    /// <summary>All that somebody sees.</summary>
    internal IEnumerable<Phrase> Seen(MemberInfo who) => phrases.Where(phrase => phrase.TeamId is not { } team || Teams(who).Any(own => own.Id == team));

    internal string? TeamOf(Phrase phrase) => phrase.TeamId is { } team ? teams.GetValueOrDefault(team, "a team") : null;

    /// <summary>The team for which somebody adds: their own, else the first that they manage.</summary>
    public static TeamInfo? TeamOf(MemberInfo who) => Teams(who).FirstOrDefault();

    internal static bool MayEdit(Phrase phrase, MemberInfo who) => phrase.AddedBy == who.Id;

    internal static bool MayTakeOut(Phrase phrase, MemberInfo who) =>
        phrase.AddedBy == who.Id || Access.May(who, Right.ChangeTexts) || (phrase.TeamId is { } team && Access.Leads(who).Any(led => led.Id == team));

    public static async ValueTask<PhraseBook> Read(Register register, CancellationToken cancel)
    {
        var values = await ValueBook.Read(register, cancel);
        return (await register.Get("phrases", async db => new PhraseBook(
            await db.Phrases.AsNoTracking().Where(phrase => phrase.Language == "en" && phrase.ArchivedAt == null).ToListAsync(cancel),
            await db.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Name, cancel), values)))!;
    }

    IOrderedEnumerable<Phrase> Rows(Situation situation, MemberInfo who) =>
        Seen(who).Where(phrase => phrase.Situation == situation.Id).OrderBy(phrase => phrase.TeamId is null).ThenBy(phrase => phrase.Offer.Length > 0);

    PhraseWords Words(Phrase phrase) => new(phrase.Words, phrase.Offer, values.Find(phrase.ValueId)?.Name ?? phrase.ValueId, TeamOf(phrase));

    static IEnumerable<TeamInfo> Teams(MemberInfo who) => who.Team is { } own ? Access.Leads(who).Where(team => team.Id != own.Id).Prepend(own) : Access.Leads(who);
}
