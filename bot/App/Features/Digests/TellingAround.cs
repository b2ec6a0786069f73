using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Questions, results and sentences of digests as they stand now: what is done already is not to do any more.</summary>
sealed class TellingAround
{
    Dictionary<Guid, TeamQuestion> _questions = [];
    Dictionary<(Guid, int), TeamSaying> _sayings = [];
    IReadOnlyDictionary<Guid, string> _topics = null!;
    StatementWords _statements = null!;
    DateTime _now;

    TellingAround()
    {
    }

    internal static async Task<TellingAround> Read(Db db, IReadOnlyList<ManagerNumbers> all, DateTime now, CancellationToken cancel)
    {
        var around = new TellingAround
        {
            _now = now,
            _statements = await StatementWords.Read(db, cancel),
            _topics = await ReadingFindings.Names(db, [.. all.SelectMany(one => one.Asked.Select(asked => asked.Topic).OfType<Guid>().Concat(one.Granted.Select(granted => granted.Topic).OfType<Guid>())).Distinct()], cancel),
        };
        if (all.Where(one => one.Overdue is not null).SelectMany(one => one.Teams).Distinct().ToList() is { Count: > 0 } waiting)
            around._questions = (await TeamQuestions.Of(db, waiting, now, cancel)).ToDictionary(one => one.Id);
        if (all.Where(one => one.SayTo is not null || one.Said.Count > 0).SelectMany(one => one.Teams).Distinct().ToList() is { Count: > 0 } told)
            around._sayings = (await db.TeamSayings.AsNoTracking().Where(one => told.Contains(one.TeamId)).ToListAsync(cancel)).ToDictionary(one => (one.TeamId, one.Window));
        return around;
    }

    internal IEnumerable<Guid> Named => _questions.Values.SelectMany(one => new[] { one.AskerId, one.OwnerId ?? Guid.Empty }).Concat(_sayings.Values.Select(one => one.MemberId));

    internal ManagerDigestWords AddTo(ManagerDigestWords words, ManagerNumbers numbers, PeopleNamed people, Dictionary<Guid, string> teams) => words with
    {
        Now = _now,
        Overdue = numbers.Overdue is { } id && _questions.TryGetValue(id, out var question) ? LookingAtQuestions.Words(question, people) : null,
        OverdueCount = numbers.OverdueCount,
        Say = numbers is { SayTo: { } team, SayAbout: { } about, Window: { } window } && !_sayings.ContainsKey((team, window)) && teams.TryGetValue(team, out var name)
            ? new(SayingToTeam.Row(team, window), name, Asked(about, team, window), numbers.Figures.FirstOrDefault(one => one.Team == team && one.Question == about)?.Agreement) : null,
        Said = [.. numbers.Said.Select(one => _sayings.GetValueOrDefault((one.Team, one.Window))).OfType<TeamSaying>().Where(one => teams.ContainsKey(one.TeamId)).Select(one => new SaidWords(people.Find(one.MemberId)?.Person, teams[one.TeamId], one.Words))],
        Published = numbers is { Window: { } index, Figures.Count: > 0 } && Days(index) is var days ? new(days.From, days.Last, [.. numbers.Figures.Where(one => teams.ContainsKey(one.Team)).GroupBy(one => one.Team).Select(own => new TeamFigures(teams[own.Key], [.. own.Select(one => (Asked(one.Question, own.Key, index), one.Balance, one.Agreement))]))]) : null,
        Handled = (numbers.HandledIn ?? numbers.Window) is { } of && numbers.Handled.Count > 0 && Days(of) is var span ? new(span.From, span.Last, numbers.Handled.All(one => numbers.Teams.Contains(one.Group)), HandledRows.Told(numbers.Handled), Percent(numbers)) : null,
        Learnt = numbers is { Learnt: { } learnt, Asked.Count: var asked, Granted.Count: var granted } && asked + granted > 0 && Days(learnt) is var weeks ? new(weeks.From, weeks.Last, KeptAsking(numbers), Granted(numbers)) : null,
    };

    List<(string? Topic, IReadOnlyList<int> Times)> KeptAsking(ManagerNumbers numbers) =>
        FindingWords.ByTopic(numbers.Asked.Where(one => one.Topic is not { } topic || _topics.ContainsKey(topic)).Select(one => (one.Topic is { } topic ? _topics[topic] : null, one.Questions)));

    List<(string? Topic, int Percent)> Granted(ManagerNumbers numbers) =>
        [.. numbers.Granted.Where(one => one.Topic is not { } topic || _topics.ContainsKey(topic)).Select(one => (one.Topic is { } topic ? _topics[topic] : null, one.Percent))];

    Text Asked(string question, Guid team, int window) => FigureWords.Asked(question, _statements.Of(team, new PublicationWindow(window).From, new PublicationWindow(window).To));

    static (DateOnly From, DateOnly Last) Days(int window) => (new PublicationWindow(window).From, new PublicationWindow(window).To.AddDays(-1));

    static int? Percent(ManagerNumbers numbers) => numbers.Handled.FirstOrDefault(one => one.Measure is HandlingMeasure.Repeated) is { } repeated ? (int)Math.Round(repeated.Value) : null;
}
