using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Figures;

/// <summary>What the questions say about topics, notes, authority and rotas; never about a person.</summary>
public sealed class WhatToChangeTests : OverTheDatabase
{
    // A Wednesday in the last finished window.
    DateTime _then;
    readonly Topic _refunds = new() { Name = "Refunds", NameKey = "refunds", CreatedAt = DateTime.UnixEpoch };
    readonly List<Someone> _people = [];

    private protected override async Task Arrange()
    {
        _then = PublicationWindow.LastFinished(Bot.Clock.Now, "UTC").Start("UTC").AddDays(9).AddHours(10);
        for (var at = 0; at < 6; at++)
            _people.Add(await Bot.Member($"Nina Nord{(char)('a' + at)}"));
        await Bot.Do(db =>
        {
            db.Add(_refunds);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Questions_like_each_other_stand_together_with_their_most_typical_one()
    {
        string[] late = ["where is the refund of my customer", "where is the refund of the customer", "where is the refund of this customer", "where is the refund of our customer", "so where is the refund of the customer", "where is the refund of customer 4711223"];
        for (var at = 0; at < late.Length; at++)
            await Asks(_people[at], late[at]);
        await Asks(_people[0], "may I waive the fee for opening an account");
        await Asks(_people[1], "printer on the second floor is broken");
        var kept = Assert.Single(await Keeps());
        Assert.Equal((_refunds.Id, "Refunds", 6), (kept.Topic!.Value, kept.Name, kept.Questions));
        var typical = await Typical(kept);
        Assert.Contains("refund", typical);
        Assert.DoesNotContain("4711223", typical);
        await Bot.Do(db => db.Questions.Where(one => one.Id == kept.Example).ExecuteDeleteAsync());
        Assert.Null(await Typical(kept));
    }

    [Fact]
    public async Task Fewer_than_five_who_asked_are_not_shown_however_often()
    {
        for (var at = 0; at < 12; at++)
            await Asks(_people[at % 4], $"where is the refund of the customer");
        Assert.Empty(await Keeps());
        await Asks(_people[4], "where is the refund of the customer");
        Assert.Equal(13, Assert.Single(await Keeps()).Questions);
    }

    [Fact]
    public async Task What_a_note_answers_is_not_asked_in_vain()
    {
        foreach (var one in _people)
            await Asks(one, "where is the refund of the customer");
        await Bot.Do(db =>
        {
            db.Add(new Note { Words = "Where is the refund of a customer?", Answer = "Five days.", AuthorId = _people[0].Id, OwnerId = null, MadeAt = _then, ReviewOn = default, ChangedAt = _then });
            return Task.CompletedTask;
        });
        Assert.Empty(await Keeps());
    }

    [Fact]
    public async Task The_typical_one_names_nobody_and_no_customer()
    {
        foreach (var one in _people)
            await Asks(one, "Nina Norda says refund 4711223 of Mrs Keller is late", "Mrs Keller");
        Assert.Equal("[…] says refund […] of […] is late", (await Typical(Assert.Single(await Keeps())))!.Replace("[…] […]", "[…]"));
    }

    [Fact]
    public async Task Agents_could_decide_what_is_nearly_always_granted()
    {
        for (var at = 0; at < 20; at++)
            await Decided(_people[at % 5], at < 18 ? Decision.Granted : at == 18 ? Decision.InPart : Decision.Refused);
        Assert.Equal([new CouldDecide(_refunds.Id, "Refunds", 90)], await Could());
        await Decided(_people[0], Decision.Refused);
        Assert.Empty(await Could());
    }

    [Theory]
    [InlineData(19, 5)]
    [InlineData(40, 4)]
    public async Task Too_few_decisions_or_too_few_who_decided_say_nothing(int decisions, int people)
    {
        for (var at = 0; at < decisions; at++)
            await Decided(_people[at % people], Decision.Granted);
        Assert.Empty(await Could());
        Assert.Equal(people < 5 ? [_refunds.Id] : [], await TooFew());
    }

    [Fact]
    public async Task Topics_too_small_to_be_told_alone_are_counted_together()
    {
        var (fees, vouchers) = (await Topic("Fees"), await Topic("Vouchers"));
        for (var at = 0; at < 20; at++)
            await Decided(_people[at % 5], Decision.Granted);
        for (var at = 0; at < 24; at++)
            await Decided(_people[at % 3], Decision.Granted, fees);
        Assert.Equal([new CouldDecide(_refunds.Id, "Refunds", 100)], await Could());
        for (var at = 0; at < 6; at++)
            await Decided(_people[at % 2 + 3], at < 5 ? Decision.Granted : Decision.Refused, vouchers);
        Assert.Equal([new CouldDecide(_refunds.Id, "Refunds", 100), new CouldDecide(null, null, 95)], await Could());
        Assert.Equal([fees], await TooFew());
        for (var at = 0; at < 4; at++)
            await Decided(_people[4], Decision.Refused, vouchers);
        Assert.Equal([new CouldDecide(_refunds.Id, "Refunds", 100)], await Could());

        await Bot.Get<FreezingHandling>().Freeze(default);
        Assert.Equal("Fees", Assert.Single((await Found())!.TooFewDecided));
        Assert.Equal("Refunds", Assert.Single((await Found())!.CouldDecide).Name);
    }

    [Fact]
    public async Task A_topic_is_short_where_fewer_than_two_can_decide_or_are_on_duty_when_it_is_asked()
    {
        var now = Bot.Clock.Now;
        var monday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7)).Date;
        await Bot.Do(db =>
        {
            db.AddRange(_people.Take(2).Select(one => new Expertise { MemberId = one.Id, TopicId = _refunds.Id, Level = ExpertLevel.CanDecide }));
            return Task.CompletedTask;
        });
        Assert.Empty(await Short());
        await Asks(_people[3], "in working hours", at: Utc(monday.AddDays(-4).AddHours(10)));
        Assert.Empty(await Short());
        // Three at night on a Thursday; both work from nine to five.
        await Asks(_people[3], "at night", at: Utc(monday.AddDays(-4).AddHours(3)));
        Assert.Equal(new ShortOfExperts(_refunds.Id, "Refunds", 2, 2, 2, 1), Assert.Single(await Short()));
        await Bot.Do(db =>
        {
            db.Remove(db.Expertises.First());
            return Task.CompletedTask;
        });
        Assert.Equal((1, 1, 2), Assert.Single(await Short()) is var one ? (one.Experts, one.Deciders, one.HoursShort) : default);
    }

    [Fact]
    public async Task What_was_found_is_frozen_with_its_window_and_read_from_then_on()
    {
        Assert.Null(await Found());
        foreach (var one in _people)
            await Asks(one, "where is the refund of the customer");
        for (var at = 0; at < 20; at++)
            await Decided(_people[at % 5], Decision.Granted);
        await Bot.Get<FreezingHandling>().Freeze(default);
        await Bot.Do(db => db.Questions.ExecuteDeleteAsync());
        await Bot.Get<FreezingHandling>().Freeze(default);
        var found = (await Found())!;
        Assert.Equal((_refunds.Id, "Refunds", 6), found.KeepAsking.Single(one => one.Questions == 6) is var kept ? (kept.Topic!.Value, kept.Name, kept.Questions) : default);
        Assert.Equal([new CouldDecide(_refunds.Id, "Refunds", 100)], found.CouldDecide);
        Assert.Equal(Bot.Get<OrganisationWindows>().LastFinished, found.Window);
    }

    [Fact]
    public async Task The_rotas_gaps_of_the_next_two_weeks()
    {
        var now = Bot.Clock.Now;
        Assert.Equal([(now, now.AddDays(14))], await Gaps());
        await Bot.Do(db =>
        {
            db.AddRange(new TriageTurn { MemberId = _people[0].Id, From = now.AddDays(-1), To = now.AddDays(2) }, new TriageTurn { MemberId = _people[1].Id, From = now.AddDays(3), To = now.AddDays(30) });
            return Task.CompletedTask;
        });
        Assert.Equal([(now.AddDays(2), now.AddDays(3))], await Gaps());
    }

    Task<Findings?> Found() => Bot.Read(db => ReadingFindings.Last(db, default));

    static DateTime Utc(DateTime at) => DateTime.SpecifyKind(at, DateTimeKind.Utc);

    Task<IReadOnlyList<KeptAsking>> Keeps() => Bot.Read(db => WhatWeKeepAsking.Read(db, Bot.Get<OrganisationWindows>(), Bot.Get<OrganisationWindows>().LastFinished, default));

    Task<string?> Typical(KeptAsking kept) => Bot.Get<IStore>().Do(db => WhatWeKeepAsking.Words(db, kept.Example, Bot.Get<Register>(), new MemberInfo(_people[5].Id, "Nina"), Bot.Clock.Now, default), default);

    Task<Decisions> Decisions() => Bot.Read(db => AgentsCouldDecide.Read(db, Bot.Get<OrganisationWindows>(), Bot.Get<OrganisationWindows>().LastFinished, default));

    async Task<IReadOnlyList<CouldDecide>> Could() => (await Decisions()).Granted;

    async Task<IReadOnlyList<Guid>> TooFew() => (await Decisions()).TooFew;

    async Task<Guid> Topic(string name)
    {
        var topic = new Topic { Name = name, NameKey = Folding.Key(name), CreatedAt = DateTime.UnixEpoch };
        await Bot.Do(db =>
        {
            db.Add(topic);
            return Task.CompletedTask;
        });
        return topic.Id;
    }

    Task<IReadOnlyList<ShortOfExperts>> Short() => Bot.Read(db => ShortOfExperts.Read(db, Bot.Clock.Now, default));

    async Task<List<(DateTime, DateTime)>> Gaps() => [.. (await Bot.Read(db => RotaGaps.Read(db, Bot.Clock.Now, default))).Select(gap => (gap.From, gap.To))];

    Task Asks(Someone asker, string words, string customer = "", DateTime? at = null) => Bot.Do(db =>
    {
        db.Add(new Question { AskerId = asker.Id, Words = words, Customer = customer, AskedAt = at ?? (_then = _then.AddMinutes(1)), TopicId = _refunds.Id, State = QuestionState.Solved });
        return Task.CompletedTask;
    });

    Task Decided(Someone expert, Decision decision, Guid? topic = null) => Bot.Do(db =>
    {
        var question = new Question { AskerId = _people[5].Id, Words = "May I?", AskedAt = _then = _then.AddMinutes(1), TopicId = topic ?? _refunds.Id, NeedsDecision = true, State = QuestionState.Solved };
        db.AddRange(question, new QuestionEvent { QuestionId = question.Id, Number = 1, At = _then, Kind = EventKind.Answered, MemberId = expert.Id, Amount = (int)decision, Words = "So." });
        return Task.CompletedTask;
    });
}
