using FsCheck;
using FsCheck.Fluent;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Tests.Escalations.Course;

/// <summary>Whatever happens in whatever order: ten thousand sequences of everything that there is.</summary>
public sealed class EverySequenceTests
{
    /// <summary>What chance chose: what happens, who does it, whom it is about, how much later, whom the rules find.</summary>
    internal sealed record Roll(int What, int Who, int Other, int Seconds, int Found)
    {
        internal const int Kinds = 28;

        internal static Gen<Roll> Any =>
            from what in Gen.Choose(0, Kinds - 1)
            from who in Gen.Choose(0, 9)
            from other in Gen.Choose(0, 9)
            from seconds in Gen.Frequency((5, Gen.Choose(0, 60)), (2, Gen.Choose(0, 3600)), (1, Gen.Choose(0, 400_000)))
            from found in Gen.Choose(-3, 8)
            select new Roll(what, who, other, seconds, found);

        internal ExpertFound Next => Found < 1 ? new ExpertFound.Nobody() : QuestionAtHand.Found(Found);

        /// <summary>Half of the time by whoever may, else by anybody.</summary>
        internal Happening On(Standing question)
        {
            var (by, other, live) = (QuestionAtHand.Who(Who), QuestionAtHand.Who(Other), question.Live);
            var (asker, holder) = (Who % 2 == 0 ? question.Asker : by, Who % 2 == 0 ? question.Holder ?? by : by);
            var (offered, number) = (Who % 3 > 0 ? live?.To ?? holder : by, Other == 9 ? Other : live?.Number ?? 0);
            return What switch
            {
                0 or 1 => new Happening.TimeCame(Other != 9),
                2 => new Happening.TopicChosen(asker, Other < 3 ? null : QuestionAtHand.Topic(Other)),
                3 or 4 => new Happening.Accepted(offered, number),
                5 => new Happening.Passed(offered, number, null, "not mine"),
                6 => new Happening.Passed(offered, number, other, "theirs"),
                7 => new Happening.NotNow(offered, number, Seconds % 300),
                8 => new Happening.Answered(holder, "so"),
                9 => new Happening.Answered(offered, "so"),
                10 => new Happening.Said(Other % 2 == 0 ? asker : question.Owner ?? by, "a word"),
                11 => new Happening.Added(asker, "more"),
                12 => new Happening.Nudged(asker),
                13 => new Happening.UrgencyChanged(asker, (Urgency)(Other % 3)),
                14 => Other < 3 ? new Happening.Withdrawn(asker) : new Happening.TimeCame(),
                15 or 16 => new Happening.HandedOver(question.Owner ?? by, Other < 2 ? null : other, Seconds % 2 == 0 ? QuestionAtHand.Topic(2) : null, Other == 8 ? " " : "all of it"),
                17 => new Happening.HandoverTakenBack(holder),
                18 => new Happening.Assigned(holder, Other < 5 ? null : other, null),
                19 => new Happening.Solved(asker),
                20 => new Happening.NotYet(asker, "no"),
                21 => new Happening.RepeatedSaid(asker, Other % 2 == 0),
                22 => new Happening.CallBackSet(asker, Other == 0 ? null : QuestionAtHand.Start.AddMinutes(Seconds)),
                23 => new Happening.MemberGone(Other == 0 && Who > 1 ? holder : other),
                24 => new Happening.TopicGone(QuestionAtHand.Topic(Other)),
                25 => new Happening.Reassigned(by, Other < 5 ? null : other, Seconds % 2 == 0 ? QuestionAtHand.Topic(2) : null),
                26 => Other < 3 ? new Happening.WithdrawnFor(by, "a double") : new Happening.TimeCame(),
                _ => new Happening.NoteHelped(asker, other),
            };
        }
    }

    static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithEndSize(60).WithReplay(new Replay(new Rnd(20261127UL, 4711UL), null));

    [Fact]
    public void Every_open_question_has_exactly_one_who_has_it_and_a_deadline_that_is_acted_on() => Check.One(Seeded, Prop.ForAll(
        Arb.From(Gen.Choose(0, 2).SelectMany(urgency => Roll.Any.ListOf().Select(rolls => (urgency, rolls)))),
        one => Hold((Urgency)one.urgency, one.rolls)));

    static void Hold(Urgency urgency, IReadOnlyList<Roll> rolls)
    {
        var now = QuestionAtHand.Start;
        var question = Moving.Ask(QuestionAtHand.Who(0), urgency, false, QuestionAtHand.Topic(1), null, now).Now;
        Invariant.Holds(question);
        foreach (var roll in rolls)
        {
            // The job comes on its own, sometimes just in time.
            now = roll.What == 0 && question.DueAt > now ? question.DueAt.Value : now.AddSeconds(roll.Seconds);
            var what = roll.On(question);
            var around = new Around(now, EscalationRules.Default, what is Happening.Passed { To: { } to } && to != question.Asker ? new ExpertFound.Someone(to) : roll.Next, roll.Found % 2 == 0 ? QuestionAtHand.Who(9) : null, TimeZoneInfo.Utc);
            var moved = Moving.On(question, what, around);
            Invariant.Holds(question, what, moved, now);
            question = moved.Now;
        }
    }
}
