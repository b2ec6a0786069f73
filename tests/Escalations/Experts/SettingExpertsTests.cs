using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>Experts set how they take questions; HR keeps the topics, their experts and the triage rota.</summary>
public sealed class SettingExpertsTests : OverTheDatabase
{
    Someone _ines = null!, _omar = null!, _leo = null!;

    private protected override async Task Arrange() =>
        (_ines, _omar, _leo) = (await Bot.Member("Ines Moreau", roles: Roles.Hr), await Bot.Member("Omar Haddad", zone: "Europe/Berlin"), await Bot.Member("Leo Fontaine"));

    [Fact]
    public async Task Hr_makes_a_topic_names_its_experts_and_they_see_it()
    {
        Assert.Contains("You are not named as an expert", (await Bot.Types(_omar, "experts")).Words);
        Assert.Empty((await Bot.Types(_omar, "experts")).Buttons);
        var topic = await Makes("Refunds", "where is my refund\n\nrefund is late\nrefund is late");
        Assert.Equal(["refund is late", "where is my refund"], (await Bot.Read(db => db.TopicSamples.Select(one => one.Words).ToListAsync())).Order());
        var saved = await Bot.Submits(_ines, await Opens(topic, TopicList.Experts), (TopicExperts.KnowField, new[] { _omar, _leo }), (TopicExperts.DecideField, _leo));
        Assert.Contains("Refunds has 2 experts, of whom 1 can decide.", saved.Words);
        Assert.Equal((ExpertLevel.Knows, ExpertLevel.CanDecide), (await Level(_omar), await Level(_leo)));
        Assert.Contains("Refunds: you know it", (await Bot.Types(_omar, "experts")).Words);
        Assert.Equal((Roles.Expert, Roles.Expert), (await Role(_omar), await Role(_leo)));
        Assert.Equal([_omar.Id, _leo.Id], (await Bot.Read(db => db.Audit.Where(one => one.Act == TopicExperts.Id).Select(one => one.About).ToListAsync())).OfType<Guid>().OrderBy(one => one != _omar.Id));
        Assert.Contains("has no expert now", (await Bot.Submits(_ines, await Opens(topic, TopicList.Experts), (TopicExperts.KnowField, Array.Empty<string>()), (TopicExperts.DecideField, Array.Empty<string>()))).Words);
        Assert.Equal((Roles.None, Roles.Hr), (await Role(_omar), await Role(_ines)));
    }

    Task<Roles> Role(Someone who) => Bot.Read(db => db.Members.Where(member => member.Id == who.Id).Select(member => member.Roles).SingleAsync());

    [Fact]
    public async Task An_expert_changes_duty_pause_capacity_and_languages()
    {
        await Knows(_omar);
        var form = await Bot.Presses(_omar, await Bot.Types(_omar, "experts"), "Change this");
        var saved = await Bot.Submits(_omar, form, (ExpertHours.DaysField, new[] { "monday", "friday" }), (ExpertHours.FromField, "08:00"), (ExpertHours.ToField, "12:00"),
            (ExpertHours.PauseField, ExpertHours.Today), (ExpertHours.CapacityField, "5"), (ExpertHours.LanguagesField, "DE en"));
        Assert.Contains("On duty: Monday and Friday, from 08:00 to 12:00", saved.Words);
        var row = await Bot.Read(db => db.ExpertSettings.SingleAsync());
        Assert.Equal((Weekdays.Monday | Weekdays.Friday, 480, 720, 5, "de,en", 1), (row.DutyDays, row.DutyFrom, row.DutyTo, row.Capacity, row.Languages, row.Version));
        // The rest of the day, in Berlin.
        Assert.Equal(new DateTime(2026, 3, 2, 23, 0, 0, DateTimeKind.Utc), row.PausedUntil);
        var again = await Bot.Submits(_omar, await Bot.Presses(_omar, new Ref(ExpertHours.OpenId)), (ExpertHours.PauseField, ExpertHours.NoPause), (ExpertHours.DaysField, Array.Empty<string>()), (ExpertHours.FromField, ""), (ExpertHours.ToField, ""));
        Assert.Contains("On duty: whenever you work", again.Words);
        Assert.Contains("Not paused", again.Words);
        Assert.Contains("changed elsewhere", (await Bot.Submits(_omar, form)).Fault(ExpertHours.DaysField));
    }

    [Theory]
    [InlineData(ExpertHours.FromField, "8", "A time as hours and minutes")]
    [InlineData(ExpertHours.FromField, "08:00", "", ExpertHours.ToField, "Both times, please")]
    [InlineData(ExpertHours.CapacityField, "many", "A whole number from 0 to 50")]
    [InlineData(ExpertHours.CapacityField, "51", "A whole number from 0 to 50")]
    [InlineData(ExpertHours.LanguagesField, "German", "Two letters each")]
    [InlineData(ExpertHours.PauseField, ExpertHours.UntilDay, "", ExpertHours.UntilField, "On which day after today")]
    [InlineData(ExpertHours.PauseField, "forever", "Please pick one.")]
    [InlineData(ExpertHours.DaysField, "someday", "Please pick days of the week.")]
    public async Task What_cannot_be_is_refused_at_its_field_and_everything_typed_is_kept(string field, string value, string why, string? at = null, string? reason = null)
    {
        await Knows(_omar);
        var wrong = await Bot.Submits(_omar, await Bot.Presses(_omar, new Ref(ExpertHours.OpenId)), (ExpertHours.LanguagesField, "fr"), (field, value));
        Assert.Contains(reason ?? why, wrong.Fault(at ?? field));
        Assert.Equal(value, wrong.Holds(field));
        Assert.Empty(await Bot.Read(db => db.ExpertSettings.ToListAsync()));
    }

    [Fact]
    public async Task Only_experts_have_something_to_set_and_only_hr_keeps_topics()
    {
        Assert.Contains("not named as an expert", (await Bot.Presses(_leo, new Ref(ExpertHours.OpenId))).Words);
        foreach (var button in new[] { TopicList.OpenId, TriageRota.OpenId })
            Assert.Contains("Only HR", (await Bot.Presses(_leo, new Ref(button))).Words);
        var topic = await Makes("Refunds", "");
        foreach (var form in new[] { await Bot.Presses(_ines, new Ref(TopicList.OpenId)), await Opens(topic, TopicList.Words), await Opens(topic, TopicList.Experts), await Bot.Presses(_ines, new Ref(TriageRota.OpenId)) })
            Assert.Contains("Only HR", (await Bot.Submits(_leo, form with { Who = _leo.Id })).Words);
    }

    [Fact]
    public async Task A_topic_keeps_what_the_form_has_no_room_for_and_tells_what_is_wrong()
    {
        var topic = await Makes("Refunds", "a");
        await Bot.Do(db =>
        {
            db.AddRange(Enumerable.Range(1, 20).Select(at => new TopicSample { TopicId = topic, Place = at, Words = $"{at} {new string('x', 200)}" }));
            return Task.CompletedTask;
        });
        var form = await Opens(topic, TopicList.Words);
        Assert.Contains("13 further ones are not shown here and stay.", form.Form.Fields.Single(field => field.Id == EditTopic.SamplesField).Hint!.Plain(Reader.Plain));
        await Bot.Submits(_ines, form, (EditTopic.SamplesField, "only this"));
        Assert.Equal(14, await Bot.Read(db => db.TopicSamples.CountAsync()));
        Assert.Contains("Somebody changed this topic", (await Bot.Submits(_ines, form)).Fault(EditTopic.NameField));
        await Makes("Parcels", "");
        Assert.Contains("There is a topic of this name", (await Bot.Submits(_ines, await Opens(topic, TopicList.Words), (EditTopic.NameField, "PARCELS"))).Fault(EditTopic.NameField));
        Assert.Contains("What is the topic called?", (await Bot.Submits(_ines, await Opens(topic, TopicList.Words), (EditTopic.NameField, "??"))).Fault(EditTopic.NameField));
        Assert.Contains("is archived", (await Bot.Submits(_ines, await Opens(topic, TopicList.Words), (EditTopic.ArchivedField, "yes"))).Words);
    }

    [Fact]
    public async Task A_stale_list_of_experts_changes_nothing()
    {
        var topic = await Makes("Refunds", "");
        var stale = await Opens(topic, TopicList.Experts);
        await Bot.Submits(_ines, await Opens(topic, TopicList.Experts), (TopicExperts.KnowField, _omar));
        var next = await Bot.Submits(_ines, stale, (TopicExperts.KnowField, _leo));
        Assert.Contains("so nothing was saved", next.Fault(TopicExperts.KnowField));
        Assert.Equal(_omar.Id.ToString(), next.Holds(TopicExperts.KnowField));
        Assert.Contains("nobody I know", (await Bot.Submits(_ines, next, (TopicExperts.KnowField, Guid.NewGuid().ToString()))).Fault(TopicExperts.KnowField));
    }

    [Fact]
    public async Task A_turn_of_triage_is_set_by_the_clock_of_whoever_has_it_changed_and_taken_out()
    {
        var saved = await Bot.Submits(_ines, await Turn(TriageRota.New), (EditTurn.PersonField, _omar), (EditTurn.FromDayField, "2026-03-28"), (EditTurn.FromTimeField, "22:00"), (EditTurn.ToDayField, "2026-03-29"), (EditTurn.ToTimeField, "06:00"));
        Assert.Contains("Omar Haddad is on triage from 28 Mar 2026, 21:00 to 29 Mar 2026, 04:00.", saved.Words);
        var id = (await Bot.Read(db => db.TriageTurns.SingleAsync())).Id.ToString();
        var form = await Turn(id);
        Assert.Equal((_omar.Id.ToString(), "2026-03-28", "22:00", "06:00"), (form.Holds(EditTurn.PersonField), form.Holds(EditTurn.FromDayField), form.Holds(EditTurn.FromTimeField), form.Holds(EditTurn.ToTimeField)));
        Assert.Contains("is on triage at that time already", (await Bot.Submits(_ines, await Turn(TriageRota.New), (EditTurn.PersonField, _omar), (EditTurn.FromDayField, "2026-03-29"), (EditTurn.FromTimeField, "05:00"), (EditTurn.ToDayField, "2026-03-29"), (EditTurn.ToTimeField, "07:00"))).Fault(EditTurn.FromDayField));
        foreach (var (field, value, why) in new[] { (EditTurn.ToTimeField, "x", "A time, please"), (EditTurn.ToDayField, "2026-03-27", "not after the beginning"), (EditTurn.ToDayField, "2026-06-27", "At most 31 days"), (EditTurn.PersonField, "", "pick somebody") })
            Assert.Contains(why, (await Bot.Submits(_ines, form, (field, value))).Fault(field));
        await Bot.Submits(_ines, form, (EditTurn.PersonField, _leo));
        Assert.Equal(_leo.Id, (await Bot.Read(db => db.TriageTurns.SingleAsync())).MemberId);
        Assert.Contains("no longer there", (await Bot.Submits(_ines, form)).Words);
        id = (await Bot.Read(db => db.TriageTurns.SingleAsync())).Id.ToString();
        Assert.Contains("no longer stands", (await Bot.Submits(_ines, await Turn(id), (EditTurn.TakeOutField, "yes"))).Words);
        Assert.Empty(await Bot.Read(db => db.TriageTurns.ToListAsync()));
    }

    [Fact]
    public async Task The_load_is_of_today_and_of_this_week_by_the_experts_own_clock()
    {
        await Knows(_omar);
        // It is Monday, ten o'clock in Berlin.
        await Bot.Do(db =>
        {
            db.AddRange(Taken(-1), Taken(-9.9), Taken(-10.1), Taken(-30));
            db.Add(new Question { AskerId = _leo.Id, Words = "How?", AskedAt = Bot.Clock.Now, State = QuestionState.Owned, OwnerId = _omar.Id });
            db.Add(new Question { AskerId = _leo.Id, Words = "Why?", AskedAt = Bot.Clock.Now, State = QuestionState.Answered, OwnerId = _omar.Id });
            return Task.CompletedTask;
        });
        Assert.Contains("You have 1 open question of at most 3. You took 2 today and 2 this week.", (await Bot.Types(_omar, "experts")).Words);
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("You took 0 today and 2 this week.", (await Bot.Types(_omar, "experts")).Words);
    }

    QuestionOffer Taken(double hours) =>
        new() { QuestionId = Guid.NewGuid(), Number = 1, MemberId = _omar.Id, Kind = OfferKind.Chosen, At = Bot.Clock.Now.AddHours(hours), Until = Bot.Clock.Now, Outcome = OfferOutcome.Accepted, Why = "{}" };

    async Task<Guid> Makes(string name, string samples)
    {
        var form = await Bot.Submits(_ines, await Bot.Presses(_ines, await Bot.Types(_ines, "experts"), "Topics"), (TopicList.TopicField, TopicList.New), (TopicList.WhatField, TopicList.Words));
        Assert.Contains($"{name} is saved. It has no expert yet", (await Bot.Submits(_ines, form, (EditTopic.NameField, name), (EditTopic.SamplesField, samples))).Words);
        return (await Bot.Read(db => db.Topics.SingleAsync(topic => topic.Name == name))).Id;
    }

    async Task<Heard> Opens(Guid topic, string what) => await Bot.Submits(_ines, await Bot.Presses(_ines, new Ref(TopicList.OpenId)), (TopicList.TopicField, topic), (TopicList.WhatField, what));

    async Task<Heard> Turn(string turn) => await Bot.Submits(_ines, await Bot.Presses(_ines, new Ref(TriageRota.OpenId)), (TriageRota.TurnField, turn));

    async Task<ExpertLevel> Level(Someone who) => (await Bot.Read(db => db.Expertises.SingleAsync(one => one.MemberId == who.Id))).Level;

    async Task Knows(Someone who)
    {
        var topic = await Makes("Refunds", "");
        await Bot.Submits(_ines, await Opens(topic, TopicList.Experts), (TopicExperts.KnowField, who));
    }
}
