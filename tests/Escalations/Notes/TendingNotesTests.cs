using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>Everybody's notes and topics, in the hands of whoever looks after what the organisation knows.</summary>
public sealed class TendingNotesTests : OverTheDatabase
{
    MemberInfo _hr = null!;
    readonly Topic _refunds = new() { Name = "Refunds", NameKey = "refunds", CreatedAt = DateTime.UnixEpoch };

    private protected override async Task Arrange()
    {
        _hr = (await Bot.Get<Register>().Member((await Bot.Member("Ines Moreau", roles: Roles.Hr)).Id, default))!;
        await Bot.Do(db =>
        {
            db.Add(_refunds);
            db.Add(new Note { Words = "May a chargeback be refunded?", Answer = "Yes, up to 200 euros.", TopicId = _refunds.Id, AuthorId = _hr.Id, OwnerId = _hr.Id, MadeAt = Bot.Clock.Now, ReviewOn = new DateOnly(2026, 9, 1), ChangedAt = Bot.Clock.Now });
            db.Add(new Note { Words = "Where is a lost parcel looked for?", Answer = "With the carrier first.", AuthorId = Guid.Empty, OwnerId = null, MadeAt = Bot.Clock.Now, ReviewOn = new DateOnly(2026, 6, 1), ChangedAt = Bot.Clock.Now });
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task They_are_found_by_words_and_the_next_review_comes_first()
    {
        Assert.Equal(["Where is a lost parcel looked for?", "May a chargeback be refunded?"], (await Find("")).Select(note => note.Question));
        Assert.Equal(("Refunds", "Ines Moreau"), Assert.Single(await Find("EUROS chargeback")) is var note ? (note.Topic, note.Author) : default);
        Assert.Empty(await Find("nothing like it"));
    }

    [Fact]
    public async Task A_change_is_saved_once_and_what_may_be_a_customers_is_said_first()
    {
        var note = Assert.Single(await Find("chargeback"));
        Assert.Contains("“48213”", await Save(note with { Answer = "Yes, as in case 48213." }));
        Assert.StartsWith("A sentence each", await Save(note with { Answer = "" }));
        Assert.StartsWith("A review day after today", await Save(note with { ReviewOn = new DateOnly(2026, 3, 2) }));
        Assert.Null(await Save(note with { Answer = "Yes, up to 300 euros." }));
        Assert.StartsWith("Somebody changed this note", await Save(note with { Answer = "No, never again." }));
        Assert.Equal("Yes, up to 300 euros.", Assert.Single(await Find("chargeback")).Answer);
    }

    [Fact]
    public async Task It_is_marked_as_outdated_and_deleted()
    {
        var tending = Bot.Make<TendingNotes>();
        Assert.Null(await tending.MarkOutdated(_hr, Assert.Single(await Find("parcel")), default));
        Assert.True(Assert.Single(await Find("parcel")).IsOutdated);
        Assert.Null(await tending.Delete(_hr, Assert.Single(await Find("parcel")), default));
        Assert.Empty(await Find("parcel"));
        Assert.Equal(["note.outdated", "note.delete"], await Bot.Read(db => db.Audit.OrderBy(one => one.Id).Select(one => one.Act).ToListAsync()));
    }

    [Fact]
    public async Task What_was_changed_or_deleted_is_put_back_as_it_was_unless_somebody_came_between()
    {
        var tending = Bot.Make<TendingNotes>();
        var note = Assert.Single(await Find("chargeback"));
        var before = (await tending.Standing(note.Id, default))!;
        Assert.Null(await Save(note with { Answer = "Yes, up to 300 euros." }));
        Assert.Null(await tending.PutBack(_hr, before, default));
        Assert.Equal(note with { Version = 3 }, Assert.Single(await Find("chargeback")));
        Assert.StartsWith("Somebody changed this note", await tending.PutBack(_hr, before, default));

        before = (await tending.Standing(note.Id, default))!;
        Assert.Null(await tending.Delete(_hr, Assert.Single(await Find("chargeback")), default));
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _hr.Id)).ErasedAt = Bot.Clock.Now);
        Assert.Null(await tending.PutBack(_hr, before, default));
        Assert.Equal(note with { Version = 5, Author = "A colleague" }, Assert.Single(await Find("chargeback")));
        Assert.Equal(["note.keep", "note.put-back", "note.delete", "note.put-back"], await Bot.Read(db => db.Audit.OrderBy(one => one.Id).Select(one => one.Act).ToListAsync()));
    }

    [Fact]
    public async Task A_sentence_becomes_a_sample_once()
    {
        var adding = Bot.Make<AddingSamples>();
        Assert.Null(await adding.Add(_hr, _refunds.Id, " where is my money ", default));
        Assert.Null(await adding.Add(_hr, _refunds.Id, "where is my money", default));
        Assert.Equal("This topic is no longer in use.", await adding.Add(_hr, Guid.NewGuid(), "where is my money", default));
        Assert.Equal(["where is my money"], Assert.Single(await Bot.Read(db => ReadingTopics.All(db, Bot.Clock.Now, default))).Samples);
        Assert.Equal(2, await Bot.Read(db => db.Topics.Select(topic => topic.Version).SingleAsync()));
    }

    Task<IReadOnlyList<TendedNote>> Find(string words) => Bot.Make<TendingNotes>().Find(words, default);

    Task<string?> Save(TendedNote note) => Bot.Make<TendingNotes>().Save(_hr, note, false, default);
}
