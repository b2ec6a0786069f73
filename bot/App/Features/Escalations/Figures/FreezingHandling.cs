using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>
/// Freezes how questions were handled, and what they taught, in every window that is over and not frozen yet, for good: what is erased or reopened later changes no figure
/// that was said. May run twice, and on two nodes at once: what the other froze is found frozen.
/// </summary>
public sealed class FreezingHandling(IStore store, OrganisationWindows windows, OrganisationSettings organisation)
{
    /// <returns>How many windows were frozen.</returns>
    public async Task<int> Freeze(CancellationToken stop)
    {
        var frozen = 0;
        if (await Next(stop) is { } next)
            for (var window = next; window.Index <= windows.LastFinished.Index; window = new(window.Index + 1))
                frozen += await Freeze(window, stop) ? 1 : 0;
        return frozen;
    }

    async Task<PublicationWindow?> Next(CancellationToken stop)
    {
        await using var db = store.Open();
        if (await db.HandlingFigures.MaxAsync(figure => (int?)figure.Window, stop) is { } last)
            return new(last + 1);
        return await db.Questions.MinAsync(question => (DateTime?)question.AskedAt, stop) is { } first ? windows.Of(first) : null;
    }

    async Task<bool> Freeze(PublicationWindow window, CancellationToken stop)
    {
        var figures = await Decide(window, stop);
        var findings = await Find(window, stop);
        try
        {
            return await store.Do(async db =>
            {
                db.AddRange(figures);
                db.AddRange(findings);
                await db.SaveChangesAsync(stop);
                return true;
            }, stop);
        }
        catch (Exception failure) when (UniqueViolation.IsOneOf(failure))
        {
            return false;
        }
    }

    async Task<List<HandlingFigure>> Decide(PublicationWindow window, CancellationToken stop)
    {
        var (from, to) = windows.Of(window);
        await using var db = store.Open();
        var tree = new GroupTree((await db.Teams.AsNoTracking().Select(team => new { team.Id, team.ParentId }).ToListAsync(stop)).Select(team => (team.Id, team.ParentId)));
        var questions = await ReadingHistories.Within(db, from, to, stop);
        var people = await Groups(db, to, stop);
        var lives = await WorkLives.Between(db, [.. questions.Select(one => one.Asker).Distinct()], questions.Select(one => one.AskedAt).DefaultIfEmpty(from).Min(), to, stop);
        var nobodys = new WorkLife { Member = Guid.Empty, Zone = LocalDay.Zone(organisation.TimeZone) };
        var shares = questions.SelectMany(one => Shares.Of(one, from, GroupOf, (asker, urgency, start, end) => WorkingMinutes.Between(lives.GetValueOrDefault(asker, nobodys), urgency, start, end)));
        return [.. Handling.Publish(window, tree, shares)];

        Guid GroupOf(Guid member, DateTime at) => tree.Known(people[member].LastOrDefault(one => one.From <= at && (one.To is null || one.To > at))?.TeamId);
    }

    // Outside any transaction: comparing many thousand questions takes its time, and nobody's writing is to wait for it.
    async Task<List<QuestionFinding>> Find(PublicationWindow window, CancellationToken stop)
    {
        await using var db = store.Open();
        var asked = await WhatWeKeepAsking.Read(db, windows, window, stop);
        var granted = await AgentsCouldDecide.Read(db, windows, window, stop);
        return [
            .. asked.Select((one, at) => new QuestionFinding { Window = window.Index, Kind = FindingKind.KeepAsking, Number = at + 1, TopicId = one.Topic, Amount = one.Questions, QuestionId = one.Example }),
            .. granted.Granted.Select((one, at) => new QuestionFinding { Window = window.Index, Kind = FindingKind.CouldDecide, Number = at + 1, TopicId = one.Topic, Amount = one.Percent }),
            .. granted.TooFew.Select((one, at) => new QuestionFinding { Window = window.Index, Kind = FindingKind.TooFewDecided, Number = at + 1, TopicId = one, Amount = 0 })];
    }

    static async Task<ILookup<Guid, TeamMembership>> Groups(Db db, DateTime to, CancellationToken stop) =>
        (await db.TeamMemberships.AsNoTracking().Where(one => one.From < to).OrderBy(one => one.From).ToListAsync(stop)).ToLookup(one => one.MemberId);
}

/// <summary>Questions to which something happened in a time, with their histories up to its end. Nobody's words are read.</summary>
static class ReadingHistories
{
    const int Together = 500;

    static readonly EventKind[] Telling = [EventKind.Accepted, EventKind.Answered, EventKind.Said, EventKind.Solved, EventKind.SolvedByNote, EventKind.Unconfirmed, EventKind.RepeatedSaid];

    internal static async Task<IReadOnlyList<HandledQuestion>> Within(Db db, DateTime from, DateTime to, CancellationToken cancel)
    {
        var ids = await db.QuestionEvents.Where(one => one.At >= from && one.At < to && Telling.Contains(one.Kind)).Select(one => one.QuestionId).Distinct().ToListAsync(cancel);
        var found = new List<HandledQuestion>(ids.Count);
        foreach (var some in ids.Order().Chunk(Together))
        {
            var rows = await db.Questions.AsNoTracking().Where(question => some.Contains(question.Id)).Select(question => new { question.Id, question.AskerId, question.TopicId }).ToListAsync(cancel);
            var events = (await db.QuestionEvents.AsNoTracking().Where(one => some.Contains(one.QuestionId) && one.At < to).Select(one => new { one.QuestionId, Event = new PastEvent(one.Number, one.At, one.Kind, one.MemberId, one.OtherId, one.Amount) }).ToListAsync(cancel))
                .ToLookup(one => one.QuestionId, one => one.Event);
            found.AddRange(rows.OrderBy(one => one.Id).Select(one => new HandledQuestion(one.AskerId, one.TopicId, [.. events[one.Id].OrderBy(other => other.Number)])).Where(one => one.IsWhole));
        }
        return found;
    }
}
