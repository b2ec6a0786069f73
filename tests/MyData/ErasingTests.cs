using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.MyData;

/// <summary>Erasing: the key, the rows, what was open, what waits; and what stays.</summary>
public sealed class ErasingTests : OverTheDatabase
{
    // That somebody works here, and the log; acts of an office name who did them.
    static readonly string[] Stays =
    [
        "Accounts.MemberId", "Audit.About", "Audit.Actor", "Expertises.MemberId", "HelpLines.ConfirmedBy", "Members.Id", "Messages.ForMember", "Participations.MemberId", "Policies.ChangedBy",
        "PromptPacks.ChangedBy", "Shifts.MemberId", "TeamMemberships.MemberId", "Teams.ManagerId", "TriageTurns.MemberId",
    ];

    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange()
    {
        _mira = await Bot.Member("Mira Solano", Channel.Slack);
        _ben = await Bot.Member("Ben Okafor", Channel.Local);
    }

    [Fact]
    public async Task Nothing_goes_before_the_word_is_typed_and_all_goes_then()
    {
        await Keeps(_mira, "I always ruin every call");
        var asked = await Bot.Submits(_mira, await Bot.Types(_mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase));
        Assert.Contains("30 days", Seen(asked.Form));
        var wrong = await Bot.Submits(_mira, asked, (EraseMyData.NameField, EraseMyData.AColleague), (EraseMyData.ConfirmationField, "yes"));
        Assert.Contains("nothing was erased", wrong.Fault(EraseMyData.ConfirmationField));
        Assert.Equal(("yes", EraseMyData.AColleague), (wrong.Holds(EraseMyData.ConfirmationField), wrong.Holds(EraseMyData.NameField)));
        Assert.NotNull(await Bot.Get<Vault>().Find(_mira.Id, default));

        var done = await Bot.Submits(_mira, wrong, (EraseMyData.ConfirmationField, "Erase"));
        Assert.Equal(MyDataErased.Id, done.Form.About.Id);
        Assert.Null(await Bot.Get<Vault>().Find(_mira.Id, default));
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
        Assert.NotNull((await Bot.Read(db => db.Members.SingleAsync(one => one.Id == _mira.Id))).ErasedAt);
        Assert.Equal(EraseMyData.Id, (await Bot.Read(db => db.Audit.SingleAsync())).Act);
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, done)).Reply);
    }

    [Fact]
    public async Task Forms_that_were_open_keep_nothing_and_say_so_and_new_ones_work()
    {
        var open = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
        var erase = await Bot.Submits(_mira, await Bot.Types(_mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase));
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await Bot.Submits(_mira, erase, (EraseMyData.ConfirmationField, "erase"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("nothing was kept", (await Bot.Submits(_mira, open, (SortThought.WordsField, "typed before, sent afterwards"))).Words);
        Assert.Contains("nothing was kept", (await Bot.Submits(_mira, erase, (EraseMyData.ConfirmationField, "erase"))).Words);
        Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
        Assert.Null(await Bot.Get<Vault>().Find(_mira.Id, default));
        await Keeps(_mira, "a new beginning");
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task Nothing_is_asked_before_a_new_yes_and_a_no_stays_a_no()
    {
        await Bot.Do(db =>
        {
            db.Add(new Participation { MemberId = _mira.Id, Taking = Taking.AtStart, OwnMinute = 540, ChosenAt = Bot.Clock.Now });
            db.Add(new Plan { MemberId = _mira.Id, ProgrammeId = Guid.NewGuid(), NextAt = Bot.Clock.Now });
            db.Add(new Participation { MemberId = _ben.Id, Taking = Taking.No });
            return Task.CompletedTask;
        });
        await Erases(_mira);
        await Erases(_ben);
        var mine = await Bot.Read(db => db.Participations.SingleAsync(one => one.MemberId == _mira.Id));
        Assert.Equal((Taking.Undecided, Bot.Clock.Now, null, null), (mine.Taking, mine.InvitedAt, mine.OwnMinute, mine.ChosenAt));
        Assert.Equal(Taking.No, (await Bot.Read(db => db.Participations.SingleAsync(one => one.MemberId == _ben.Id))).Taking);
        Assert.Empty(await Bot.Read(db => db.Plans.ToListAsync()));
    }

    [Theory]
    [InlineData(EraseMyData.KeepName, "Mira Solano")]
    [InlineData(EraseMyData.AColleague, "A colleague")]
    public async Task Thanks_given_stay_with_the_name_or_without(string choice, string named)
    {
        var floor = await Bot.Place("floor");
        await Bot.Types(_mira, "kudos @Ben Okafor stayed with the furious caller until it was solved", floor);
        await Bot.Delivers();
        await Erases(_mira, choice);
        await Bot.Delivers();
        Assert.Contains($"{named}", (await Bot.Types(_ben, "mykudos")).Words);
        var kudos = await Bot.Read(db => db.Kudos.SingleAsync());
        Assert.Equal(choice == EraseMyData.KeepName ? _mira.Id : Guid.Empty, kudos.FromId);
        Assert.Contains(named, Bot.Slack.Standing($"kudos/{kudos.Id:N}/posted")!.Words);
        Assert.Contains(named, Bot.Local.Standing($"kudos/{kudos.Id:N}/to/{_ben.Id:N}")!.Words);
    }

    [Fact]
    public async Task Thanks_received_are_no_longer_kept_as_theirs()
    {
        var cleo = await Bot.Member("Cleo Brandt");
        await Bot.Submits(cleo, await Bot.Types(cleo, "kudos"), ("people", new[] { _mira, _ben }), ("words", "stayed with the first caller until it was solved"));
        await Bot.Types(cleo, "kudos @Mira Solano stayed with the second caller until it was solved");
        await Erases(_mira);
        Assert.Equal(_ben.Id, (await Bot.Read(db => db.KudosReceipts.SingleAsync())).ToId);
        Assert.Single(await Bot.Read(db => db.Kudos.ToListAsync()));
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_emptied_unless_it_is_a_colleagues_word()
    {
        await Bot.Types(_ben, "kudos @Mira Solano stayed with the furious caller until it was solved");
        await Bot.Do(async db => await Bot.Get<Post>().Enqueue(db, [new Send("ask/1", _mira.Direct, CheckInCard.Question("1", 5)) { For = _mira.Id }], Bot.Clock.Now, default));
        await Erases(_mira);
        await Bot.Delivers();
        Assert.StartsWith("kudos/", Assert.Single(Bot.Slack.In(_mira.Account)).Key);
        var ask = await Bot.Message("ask/1");
        Assert.Equal(("", "", MessagesData.Erased), (ask.Body, ask.Summary, ask.LastError));
    }

    [Fact]
    public async Task Every_row_that_names_a_person_is_somebodys_to_erase()
    {
        await Bot.Do(db =>
        {
            foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(Member) && Ids(type).Any()))
                db.Add(Sample(type, _mira.Id));
            return Task.CompletedTask;
        });
        await Erases(_mira, EraseMyData.AColleague);
        Assert.Equal(Stays, await Bot.Read(Naming));
    }

    async Task<List<string>> Naming(Db db)
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
            foreach (var property in Ids(type).Append(type.FindProperty("Id")).OfType<IProperty>().Where(one => one.ClrType == typeof(Guid) || one.ClrType == typeof(Guid?)))
            {
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT COUNT(*) FROM \"{type.GetTableName()}\" WHERE UPPER(CAST(\"{property.GetColumnName()}\" AS TEXT)) = '{_mira.Id.ToString().ToUpperInvariant()}'";
                if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0)
                    found.Add($"{type.GetTableName()}.{property.GetColumnName()}");
            }
        return [.. found.Order(StringComparer.Ordinal)];
    }

    // What may hold a member's id: every id that is not the row's own, nor that of a thing.
    static IEnumerable<IProperty> Ids(IEntityType type) => type.GetProperties().Where(one => (one.ClrType == typeof(Guid) || one.ClrType == typeof(Guid?))
        && one.Name is not ("Id" or "TeamId" or "FromTeamId" or "ToTeamId" or "ParentId" or "KudosId" or "ProgrammeId" or "AskId" or "QuestionId" or "TopicId" or "NoteId" or "GroupId" or "HomeAccountId" or "MergedInto"));

    static object Sample(IEntityType type, Guid member)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Where(one => one.PropertyInfo is not null && !(one.ValueGenerated == ValueGenerated.OnAdd && one.ClrType != typeof(Guid))))
            property.PropertyInfo!.SetValue(row, Ids(type).Contains(property) ? member : Value(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
        return row;
    }

    static object Value(Type type) => type switch
    {
        _ when type == typeof(string) => Guid.NewGuid().ToString(),
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(DateTime) => new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 1),
        _ when type == typeof(bool) => false,
        _ when type == typeof(byte[]) => new byte[] { 1 },
        { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
        { IsGenericType: true } => Activator.CreateInstance(type)!,
        _ => Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture),
    };

    async Task Erases(Someone who, string name = EraseMyData.KeepName)
    {
        var erase = await Bot.Submits(who, await Bot.Types(who, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase));
        Assert.Equal(MyDataErased.Id, (await Bot.Submits(who, erase, (EraseMyData.NameField, name), (EraseMyData.ConfirmationField, "erase"))).Form.About.Id);
    }

    async Task Keeps(Someone who, string words) =>
        await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words));

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(Html.Form(form, Reader.Plain, "f"));
}
