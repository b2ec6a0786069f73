using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>What besides thanks belongs in a manager's digest: questions that wait, results that were published, what was said under them. Read for all teams at once.</summary>
sealed class AroundTeams
{
    ILookup<Guid, TeamQuestion> _overdue = null!;
    (PublicationWindow Window, IReadOnlyList<FrozenFigure> Figures)? _published;
    List<TeamSaying> _sayings = [];
    IReadOnlyDictionary<Guid, HandlingOf> _handled = null!;
    Findings? _findings;

    AroundTeams()
    {
    }

    internal static async Task<AroundTeams> Read(Db db, List<Guid> teams, DateTime since, DateTime now, CancellationToken cancel)
    {
        var published = await ReadingFigures.LastOf(db, teams, cancel);
        var window = published?.Window.Index ?? -1;
        return new()
        {
            _overdue = (await TeamQuestions.Of(db, teams, now, cancel)).ToLookup(one => one.TeamId),
            _published = published,
            _sayings = await db.TeamSayings.AsNoTracking().Where(one => teams.Contains(one.TeamId) && (one.At >= since || one.Window == window)).ToListAsync(cancel),
            _handled = await ReadingHandling.LastOf(db, teams, cancel),
            _findings = await ReadingFindings.Last(db, cancel),
        };
    }

    internal ManagerNumbers AddTo(ManagerNumbers numbers, WeekSpan span, ManagerNumbers? earlier)
    {
        var overdue = numbers.Teams.SelectMany(team => _overdue[team]).OrderBy(one => one.Due).ThenBy(one => one.Id).ToList();
        numbers = numbers with
        {
            Overdue = overdue.FirstOrDefault()?.Id,
            OverdueCount = overdue.Count,
            Said = [.. _sayings.Where(one => numbers.Teams.Contains(one.TeamId) && one.At >= span.From && one.At < span.To).OrderBy(one => one.At).Select(one => new SaidUnder(one.TeamId, one.Window))],
        };
        numbers = WithLearnt(numbers, earlier);
        var figures = _published?.Figures.Where(one => numbers.Teams.Contains(one.GroupId)).ToList() ?? [];
        numbers = figures.Count == 0 ? numbers : WithToSay(numbers, figures);
        numbers = _published?.Window.Index is { } window && window != earlier?.Window
            ? numbers with { Window = window, Figures = [.. figures.Select(one => new FigureCount(one.GroupId, one.Question, one.Balance, one.Agreement))] }
            : numbers with { Window = earlier?.Window };
        return WithHandled(numbers, earlier);
    }

    // Frozen by itself, after the answers of the same four weeks: a digest may come between the two.
    ManagerNumbers WithHandled(ManagerNumbers numbers, ManagerNumbers? earlier)
    {
        var before = earlier?.HandledIn ?? earlier?.Window;
        return numbers.Teams.Select(team => _handled.GetValueOrDefault(team)).OfType<HandlingOf>().FirstOrDefault() is { } of && of.Window.Index != before
            ? numbers with { HandledIn = of.Window.Index, Handled = HandledRows.Kept(of.Figures, HandlingMeasure.Repeated) }
            : numbers with { HandledIn = before };
    }

    // The same for everybody, so once is enough.
    ManagerNumbers WithLearnt(ManagerNumbers numbers, ManagerNumbers? earlier) =>
        _findings is { } of && of.Window.Index != earlier?.Learnt && of.KeepAsking.Count + of.CouldDecide.Count > 0
            ? numbers with { Learnt = of.Window.Index, Asked = [.. of.KeepAsking.Select(one => new AskedCount(one.Topic, one.Questions))], Granted = [.. of.CouldDecide.Select(one => new GrantedCount(one.Topic, one.Percent))] }
            : numbers with { Learnt = earlier?.Learnt };

    // One result can be told anew until something was said under it.
    ManagerNumbers WithToSay(ManagerNumbers numbers, List<FrozenFigure> figures)
    {
        var window = _published!.Value.Window.Index;
        return figures.Where(one => one.Agreement is not null && !_sayings.Exists(said => said.TeamId == one.GroupId && said.Window == window)).OrderBy(one => one.Agreement).FirstOrDefault() is { } least
            ? numbers with { SayTo = least.GroupId, SayAbout = least.Question }
            : numbers;
    }
}
