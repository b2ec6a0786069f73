using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>What a finished window needs: one question's answers, and who was where when it ended.</summary>
/// <param name="Question">"balance", or the pulse statement's id: a memory of its own for each.</param>
/// <param name="Groups">As they were at the window's end.</param>
/// <param name="GroupAtTheEnd">By member.</param>
public sealed record FinishedWindow(
    PublicationWindow Window, string Question, Measure Measure, IReadOnlyList<(Guid Id, Guid? Parent)> Groups,
    IReadOnlyDictionary<Guid, Guid> GroupAtTheEnd, IReadOnlyList<Answer> Answers);

/// <summary>
/// Freezes the figures of a finished window, once: the window's figures and what the memory gains are one save, and a second run finds the figures, or runs into
/// their key, and changes nothing. Two that decide at the same time on the same memory meet at the number of its next set: one of them saves nothing.
/// Windows are frozen in their order.
/// </summary>
public sealed class Freezing(IStore store)
{
    /// <summary>False when that window, or a later one, was frozen before.</summary>
    public async Task<bool> Freeze(FinishedWindow finished, CancellationToken stop)
    {
        var (question, index) = (finished.Question, finished.Window.Index);
        await using var db = store.Open();
        if (await db.FrozenFigures.AnyAsync(figure => figure.Question == question && figure.Window >= index, stop))
            return false;

        var seats = await db.CountedSeats.Where(seat => seat.Question == question).AsNoTracking().ToListAsync(stop);
        var sets = await db.CountedSets.Where(set => set.Question == question).OrderBy(set => set.Block).ThenBy(set => set.Number).AsNoTracking().ToListAsync(stop);
        var tree = new GroupTree(finished.Groups);
        var snapshot = Publication.Decide(finished.Measure, tree, new(tree, finished.Answers, finished.GroupAtTheEnd), Remembered(seats, sets));

        db.AddRange(snapshot.Figures.Select(figure => new FrozenFigure { Question = question, Window = index, GroupId = figure.GroupId, Balance = figure.Balance, Agreement = figure.Agreement }));
        db.AddRange(NewSeats(question, seats, snapshot.Sums));
        db.AddRange(NewSets(question, sets, snapshot.Sums));
        return await SavedFirst(db, stop);
    }

    /// <summary>The last window that is frozen for all of these questions; null where one has none yet.</summary>
    public async Task<PublicationWindow?> Last(IReadOnlyList<string> questions, CancellationToken stop)
    {
        await using var db = store.Open();
        var last = await db.FrozenFigures.Where(figure => questions.Contains(figure.Question)).GroupBy(figure => figure.Question).Select(own => own.Max(figure => figure.Window)).ToListAsync(stop);
        return last.Count == questions.Count ? new(last.Min()) : null;
    }

    /// <summary>Cuts people who are erased, or long gone, loose from their seats.</summary>
    public static Task Forget(Db db, IReadOnlyCollection<Guid> members, CancellationToken stop) =>
        db.CountedSeats.Where(seat => seat.MemberId != null && members.Contains(seat.MemberId.Value)).ExecuteUpdateAsync(seat => seat.SetProperty(s => s.MemberId, (Guid?)null), stop);

    async Task<bool> SavedFirst(Db db, CancellationToken stop)
    {
        try
        {
            await store.Save(db, stop);
            return true;
        }
        catch (DbUpdateException failure) when (UniqueViolation.IsOneOf(failure))
        {
            return false;
        }
    }

    static PublishedSums Remembered(List<CountedSeat> seats, List<CountedSet> sets) => PublishedSums.Remembered(
        seats.Where(seat => seat.MemberId is not null).Select(seat => KeyValuePair.Create(seat.MemberId!.Value, new PublishedSums.Seat(seat.Block, seat.Place))),
        sets.Select(set => new PublishedSums.CountedTogether(set.Block, set.Unpacked())));

    static IEnumerable<CountedSeat> NewSeats(string question, List<CountedSeat> before, PublishedSums sums)
    {
        var known = before.Select(seat => (seat.Block, seat.Place)).ToHashSet();
        return from seat in sums.Counted
               where !known.Contains((seat.Value.Block, seat.Value.Place))
               select new CountedSeat { Question = question, Block = seat.Value.Block, Place = seat.Value.Place, MemberId = seat.Key };
    }

    static IEnumerable<CountedSet> NewSets(string question, List<CountedSet> before, PublishedSums sums)
    {
        var known = before.GroupBy(set => set.Block).ToDictionary(block => block.Key, block => block.Count());
        return sums.Sets.GroupBy(set => set.Block).SelectMany(block => block
            .Select((set, number) => new CountedSet { Question = question, Block = set.Block, Number = number, Places = CountedSet.Packed(set.Places) })
            .Skip(known.GetValueOrDefault(block.Key)));
    }
}
