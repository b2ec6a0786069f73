using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Escalations.Figures;

/// <summary>The figures against what somebody with a pencil would make of the same histories.</summary>
public sealed class HandlingArithmeticTests
{
    static readonly DateTime From = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), To = From.AddDays(28);
    static readonly Guid[] Experts = [.. Enumerable.Range(1, 9).Select(Id)], Askers = [.. Enumerable.Range(21, 8).Select(Id)];
    static readonly Guid Team = Id(41);

    [Fact]
    public void Generated_histories_come_out_as_by_hand()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var past = Enumerable.Range(0, 80).Select(_ => History(random)).ToList();
            var figures = Handling.Publish(new PublicationWindow(28), new GroupTree([(Team, null)]), past.SelectMany(one => Shares.Of(one.Question, From, (_, _) => Team, (_, _, start, end) => (end - start).TotalMinutes)))
                .Where(figure => figure.GroupId == GroupTree.Whole && figure.TopicId == HandlingFigure.AllTopics).ToList();
            Assert.Equal(3 * 3 + 6, figures.Count);
            foreach (var figure in figures)
                Assert.Equal(ByHand(past.ConvertAll(one => (one.Asker, one.Events)), figure.Measure, figure.By), (figure.Value, figure.P90));
        }
    }

    [Fact]
    public void A_question_tells_what_became_of_it()
    {
        var question = Question(
            (0, EventKind.Asked, Askers[0], null, (int)Urgency.Today), (1, EventKind.Offered, null, Experts[0], 1), (5, EventKind.Accepted, Experts[0], null, null),
            (9, EventKind.Said, Askers[0], null, null), (12, EventKind.Said, Experts[0], null, null), (20, EventKind.Accepted, Experts[1], Experts[0], null),
            (30, EventKind.Answered, Experts[1], null, null), (40, EventKind.Solved, Askers[0], null, null), (41, EventKind.RepeatedSaid, Askers[0], null, 1));
        Assert.Equal((5, 12, 40), (Minute(question.Accepted), Minute(question.FirstAnswer), Minute(question.SolvedWithin(From))));
        Assert.Equal((1, Experts[1], false), (question.Transfers, question.LastOwner, question.IsFirstTimeRight));
        Assert.Equal(1, question.RepeatedWithin(From)!.Amount);
        // What was counted in the window before is not counted again.
        Assert.Null(question.SolvedWithin(From.AddMinutes(41)));
        Assert.Null(question.RepeatedWithin(From.AddMinutes(42)));
    }

    [Fact]
    public void The_first_who_was_offered_it_and_solved_it_was_right()
    {
        (int, EventKind, Guid?, Guid?, int?)[] right = [(0, EventKind.Asked, Askers[0], null, 1), (1, EventKind.Offered, null, Experts[0], 1), (2, EventKind.Accepted, Experts[0], null, null), (3, EventKind.Answered, Experts[0], null, null), (4, EventKind.Solved, Askers[0], null, null)];
        Assert.True(Question(right).IsFirstTimeRight);
        Assert.False(Question([.. right[..4], (5, EventKind.NotYet, Askers[0], null, null), (6, EventKind.Solved, Askers[0], null, null)]).IsFirstTimeRight);
        Assert.False(Question([right[0], (1, EventKind.Offered, null, Experts[3], 1), .. right[1..]]).IsFirstTimeRight);
        // Of somebody who is not known any more nothing is said.
        Assert.Null(Question([right[0], (1, EventKind.Offered, null, null, 1), .. right[2..]]).IsFirstTimeRight);
    }

    [Fact]
    public void Answered_without_its_askers_word_is_counted_as_such_and_never_as_solved()
    {
        (int, EventKind, Guid?, Guid?, int?)[] past = [(0, EventKind.Asked, Askers[0], null, 1), (2, EventKind.Accepted, Experts[0], null, null), (3, EventKind.Answered, Experts[0], null, null), (9, EventKind.Unconfirmed, null, null, null)];
        Assert.Equal((EventKind.Unconfirmed, null), (Question(past).EndedWithin(From)!.Kind, Question(past).SolvedWithin(From)));
        Assert.Equal([(HandlingMeasure.Unconfirmed, 1.0)], Shares.Of(Question(past), From.AddMinutes(5), (_, _) => Team, (_, _, _, _) => 1).Select(one => (one.Measure, one.Value)));
        Assert.Equal(EventKind.Solved, Question([.. past, (20, EventKind.Solved, Askers[0], null, null)]).EndedWithin(From)!.Kind);
        Assert.Null(Question([.. past, (20, EventKind.NotYet, Askers[0], null, null)]).EndedWithin(From));
        Assert.Null(Question([.. past, (20, EventKind.Solved, Askers[0], null, null)]).EndedWithin(From.AddMinutes(10)));
    }

    [Fact]
    public void Working_hours_are_the_askers_own_and_a_waiting_customer_has_none()
    {
        // Friday, 16:00 in Berlin, to Monday, 10:00.
        var (friday, monday) = (new DateTime(2026, 3, 6, 15, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 9, 9, 0, 0, DateTimeKind.Utc));
        var asker = new WorkLife { Member = Askers[0], Zone = LocalDay.Zone("Europe/Berlin") };
        Assert.Equal(120, WorkingMinutes.Between(asker, Urgency.Today, friday, monday));
        Assert.Equal(66 * 60, WorkingMinutes.Between(asker, Urgency.Waiting, friday, monday));
        Assert.Equal(60, WorkingMinutes.Between(asker with { Holidays = new HashSet<DateOnly> { new(2026, 3, 9) } }, Urgency.Week, friday, monday));
        Assert.Equal(240, WorkingMinutes.Between(asker with { Shifts = [new(friday.AddHours(20), friday.AddHours(24))] }, Urgency.Week, friday, monday));
        Assert.Equal(0, WorkingMinutes.Between(asker, Urgency.Week, friday.AddHours(5), friday.AddHours(9)));
    }

    // A pencil: one pass a question, one list a figure.
    static (double?, double?) ByHand(List<(Guid Asker, IReadOnlyList<PastEvent> Events)> all, HandlingMeasure measure, Urgency? urgency)
    {
        var (values, experts, askers, taken) = (new List<double>(), new HashSet<Guid>(), new HashSet<Guid>(), new List<Guid>());
        foreach (var (asker, events) in all)
        {
            DateTime? asked = null, accepted = null, answered = null, solved = null, firstSolved = null;
            var (how, owner, offered, firstAnswerer, changes, reopened, unclear, byNote) = (Urgency.Today, Guid.Empty, (Guid?)null, Guid.Empty, 0, false, false, false);
            var (had, firstOwner, said, firstSaid) = (new HashSet<Guid>(), Guid.Empty, (int?)null, (DateTime?)null);
            foreach (var one in events)
                switch (one.Kind)
                {
                    case EventKind.Asked: (asked, how) = (one.At, (Urgency)one.Amount!); break;
                    case EventKind.UrgencyChanged: how = (Urgency)one.Amount!; break;
                    case EventKind.Offered: offered ??= one.About; break;
                    case EventKind.Accepted:
                        if (accepted is not null && owner != one.By)
                            changes++;
                        if (accepted is null)
                            firstOwner = one.By!.Value;
                        accepted ??= one.At;
                        owner = one.By!.Value;
                        had.Add(owner);
                        if (one.At >= From)
                            taken.Add(owner);
                        break;
                    case EventKind.Answered or EventKind.Said when answered is null && (one.Kind is EventKind.Answered || had.Contains(one.By!.Value)): (answered, firstAnswerer) = (one.At, one.By!.Value); break;
                    case EventKind.Solved or EventKind.SolvedByNote: (solved, firstSolved, byNote) = (one.At, firstSolved ?? one.At, one.Kind is EventKind.SolvedByNote); break;
                    case EventKind.NotYet: (solved, reopened) = (null, true); break;
                    case EventKind.RepeatedSaid: (said, firstSaid) = (one.Amount, firstSaid ?? one.At); break;
                }
            var ends = events.Where(one => one.Kind is EventKind.Solved or EventKind.SolvedByNote or EventKind.Unconfirmed or EventKind.NotYet).ToList();
            var (firstEnd, lastEnd) = (ends.Find(one => one.Kind is EventKind.Solved or EventKind.Unconfirmed)?.At, ends.LastOrDefault()?.Kind);
            var isSolved = solved is not null && firstSolved >= From;
            (double? Value, Guid? Expert) share = measure switch
            {
                HandlingMeasure.ToAccept when how == urgency && accepted >= From => ((accepted - asked)!.Value.TotalMinutes, firstOwner),
                HandlingMeasure.ToFirstAnswer when how == urgency && answered >= From => ((answered - asked)!.Value.TotalMinutes, firstAnswerer),
                HandlingMeasure.ToSolved when how == urgency && isSolved && !byNote => ((solved - asked)!.Value.TotalMinutes, owner),
                HandlingMeasure.Transfers when isSolved && !byNote => (changes, owner),
                HandlingMeasure.Repeated when firstSaid >= From => (said, owner),
                HandlingMeasure.Unconfirmed when firstEnd >= From && lastEnd is EventKind.Solved or EventKind.Unconfirmed => (lastEnd is EventKind.Unconfirmed ? 1 : 0, owner),
                HandlingMeasure.WithoutAsking when isSolved => (byNote ? 1 : 0, null),
                HandlingMeasure.FirstTimeRight when isSolved && !byNote => (offered is not null && offered == firstOwner && had.Count == 1 && changes == 0 && !reopened ? 1 : 0, owner),
                _ => (null, null),
            };
            if (share.Value is not { } value)
                continue;
            values.Add(value);
            askers.Add(asker);
            if (share.Expert is { } expert && expert != Guid.Empty)
                experts.Add(expert);
        }
        if (measure is HandlingMeasure.Spread)
            return taken.Distinct().Count() < 5 ? (null, null) : (Math.Round(2 * (taken.GroupBy(one => one).Max(own => own.Count()) / (taken.Count / (double)taken.Distinct().Count())), MidpointRounding.AwayFromZero) / 2, null);
        if (askers.Count < 5 || (measure is not HandlingMeasure.WithoutAsking && experts.Count < 5))
            return (null, null);
        values.Sort();
        return urgency is not null ? (Percentile(values, 0.5), Percentile(values, 0.9))
            : measure is HandlingMeasure.Transfers ? (Math.Round(values.Sum() / values.Count, 1, MidpointRounding.AwayFromZero), null)
            : (Math.Round(values.Sum() / values.Count / 0.05, MidpointRounding.AwayFromZero) * 5, null);
    }

    static double Percentile(List<double> sorted, double share)
    {
        for (var at = 0; ; at++)
            if (at + 1 >= share * sorted.Count - 1e-9)
                return Math.Round(sorted[at], MidpointRounding.AwayFromZero);
    }

    static (Guid Asker, HandledQuestion Question, IReadOnlyList<PastEvent> Events) History(Random random)
    {
        var asker = Askers[random.Next(Askers.Length)];
        var at = From.AddMinutes(random.Next(-5000, 30000));
        var events = new List<PastEvent> { new(1, at, EventKind.Asked, asker, null, random.Next(3)) };
        EventKind[] kinds = [EventKind.Offered, EventKind.Offered, EventKind.Accepted, EventKind.Accepted, EventKind.Answered, EventKind.Said, EventKind.Solved, EventKind.Solved, EventKind.NotYet, EventKind.RepeatedSaid, EventKind.UrgencyChanged, EventKind.SolvedByNote, EventKind.Unconfirmed];
        for (var number = 2; number < random.Next(3, 14); number++)
        {
            var (kind, expert) = (kinds[random.Next(kinds.Length)], Experts[random.Next(Experts.Length)]);
            at = at.AddMinutes(random.Next(1, 900));
            events.Add(kind switch
            {
                EventKind.Offered => new(number, at, kind, null, expert, number),
                EventKind.Accepted or EventKind.Answered => new(number, at, kind, expert, null, null),
                EventKind.Said => new(number, at, kind, random.Next(2) == 0 ? asker : expert, null, null),
                EventKind.UrgencyChanged => new(number, at, kind, asker, null, random.Next(3)),
                EventKind.RepeatedSaid => new(number, at, kind, asker, null, random.Next(2)),
                _ => new(number, at, kind, asker, null, null),
            });
        }
        return (asker, new HandledQuestion(asker, null, events), events);
    }

    static HandledQuestion Question(params (int Minute, EventKind Kind, Guid? By, Guid? About, int? Amount)[] events) =>
        new(Askers[0], null, [.. events.Select((one, at) => new PastEvent(at + 1, From.AddMinutes(one.Minute), one.Kind, one.By, one.About, one.Amount))]);

    static int Minute(PastEvent? one) => (int)(one!.At - From).TotalMinutes;

    static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:D12}");
}
