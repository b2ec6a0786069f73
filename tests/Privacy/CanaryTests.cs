using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.House;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Privacy;

/// <summary>
/// A thousand strings, each typed once into a field of a private form: none of them stands in clear anywhere but in the
/// private forms themselves. Every private form that there is takes part by itself.
/// </summary>
public sealed class CanaryTests : OverTheDatabase
{
    // In every one of them, so that one look finds any of them.
    const string Mark = "qzkanarie";
    const int Most = 1000;

    // Whose words are kept (sealed), as far as one can type any. A private form that is in neither list makes the test fail: look at it, and say which it is.
    static readonly string[] Keep = ["checkin.change", "checkin.sort", "checkin.swap", "checkin.true", "myday.edit", "rough.park"];
    static readonly string[] KeepNothing = ["checkin.pattern", "console.link", "crisis.ask", "crisis.close", "myday.show", "mydata.erase", "mydata.erased", "mydata.show", "mydata.take",
        "programmes.close-pause", "programmes.take-pause", "rough.ask", "rough.close", "rough.moment", "rough.phrases", "rough.unpark"];

    readonly Eavesdropping _ears = new();
    int _count;

    private protected override void With(IServiceCollection services) => services
        .AddSingleton<Roster>().AddSingleton<Retention>().AddSingleton<ForgettingPeople>()
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_ears));

    [Fact]
    public async Task A_thousand_strings_typed_in_private_forms_stand_in_clear_nowhere()
    {
        Assert.Equal(Keep.Concat(KeepNothing).Order(), PrivateForms().Select(Id).Order());
        var (mira, ben) = (await Bot.Member("Mira Solano", team: "Care", email: "mira@acme.example"), await Bot.Member("Ben Okafor", team: "Care", leads: true, roles: Roles.Hr, email: "ben@acme.example"));
        await Flow(mira);
        while (_count < Most)
            foreach (var form in PrivateForms())
                foreach (var (row, version) in await Rows(mira.Id))
                    await Submit(mira, form, row, version);
        await Bot.Delivers();

        Assert.True(await Sealed(mira.Id) >= 20, "Hardly anything was kept: this test no longer reaches what it is about.");
        Assert.NotEmpty(_ears.Heard);
        Assert.Empty(await Loot.Holding(Bot.Get<TestDatabase>(), Mark));
        await AWeek(mira);
        var file = new StringBuilder();
        await foreach (var piece in Bot.Get<ExportingPeople>().Read((await Bot.Get<Register>().Member(ben.Id, default))!, default))
            file.Append(piece);
        Assert.Contains("mira@acme.example", file.ToString());
        Assert.DoesNotContain(Mark, file.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_ears.Heard, words => words.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Bot.Slack.Sent.Concat(Bot.Teams.Sent).Concat(Bot.Local.Sent), sent => sent.Body.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await Loot.Holding(Bot.Get<TestDatabase>(), Mark));
        // What is found where it does stand in clear, so that the look itself is known to work.
        await Bot.Types(ben, $"kudos @Mira Solano stayed with the furious caller, {Mark}, until it was solved");
        Assert.NotEmpty(await Loot.Holding(Bot.Get<TestDatabase>(), Mark));
    }

    // All that the bot does by itself in a week, with a programme that asks.
    async Task AWeek(Someone who)
    {
        await Bot.Chose(Taking.AtStart, who);
        await Bot.Do(db =>
        {
            var daily = new Programme { Name = "Daily", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", Days = Weekdays.All };
            db.AddRange(daily, Replanning.OfProgramme(daily.Id));
            return Task.CompletedTask;
        });
        for (var hours = 0; hours < 7 * 24; hours += 2)
        {
            Bot.Clock.Advance(TimeSpan.FromHours(2));
            foreach (var job in Schedule.Jobs)
                await ((IJob)ActivatorUtilities.CreateInstance(Bot.Get<IServiceProvider>(), job.Type)).Execute(null!, default);
            await Bot.Delivers();
        }
        var (asks, digests, parked) = await Bot.Read(async db => (await db.Asks.CountAsync(ask => ask.ProgrammeId != null), await db.Digests.CountAsync(), await db.Thoughts.CountAsync(one => one.BackAt != null)));
        Assert.True(asks > 0 && digests > 0 && parked == 0, $"{asks} asks, {digests} digests, {parked} still parked: the week no longer reaches what it is about.");
    }

    // As somebody would go through it: each step kept.
    async Task Flow(Someone who)
    {
        var patterns = await Shown(await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Canary("I always ruin every call"))));
        var swap = await Shown(await Bot.Submits(who, patterns, (NamePattern.Field, NamePattern.NoneOfThese)));
        await Shown(await Bot.Submits(who, swap, (SwapThought.OwnField, Canary("This call went badly"))));
        patterns = await Shown(await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, Canary("The caller screamed at me, I want to die"))));
        var help = await Shown(await Bot.Submits(who, patterns, (NamePattern.Field, NamePattern.SimplyTrue)));
        await Shown(await Bot.Submits(who, help, (TrueThought.OwnField, Canary("a walk"))));
        var day = await Shown(await Bot.Submits(who, await Bot.Types(who, "myday"), (MyDay.SearchField, Canary("ruin"))));
        await Shown(day);
    }

    // Each field by itself, and all of them together.
    async Task Submit(Someone who, Type form, string row, int version)
    {
        var fields = form.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field is { IsLiteral: true } && field.Name.EndsWith("Field", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!).ToList();
        var about = new Ref(Id(form), row, version);
        foreach (var some in fields.Select(field => new[] { field }).Append([.. fields]))
        {
            var ticket = Bot.Get<Tickets>().Open(Bot.Get<Tickets>().For(who.Direct, who.Id)(about))!;
            var answers = new Answers(some.ToDictionary(field => field, _ => (IReadOnlyList<string>)[Canary("a sentence of mine")]));
            await Shown(await Bot.Runs(new Incoming.Submit(Bot.From(who), ticket, answers)));
        }
    }

    string Canary(string words) => $"{words} {Mark}{++_count:D5}";

    // Words may be shown again in a private form; never on a card, which may become a message.
    static Task<Heard> Shown(Heard heard)
    {
        if (heard.Reply is Reply.Whisper or Reply.Replace)
            Assert.DoesNotContain(Mark, BlockKit.Blocks(heard.Card, Reader.Plain), StringComparison.OrdinalIgnoreCase);
        else if (heard.Reply is not Reply.None)
            Assert.True(heard.Form.Private || !Html.Form(heard.Form, Reader.Plain, "f").Contains(Mark, StringComparison.OrdinalIgnoreCase), $"{heard.Form.About.Id} shows private words and is no private form.");
        return Task.FromResult(heard);
    }

    // Any row that is theirs, and none: whatever a form is about, it is among them.
    async Task<IReadOnlyList<(string Row, int Version)>> Rows(Guid member)
    {
        await using var db = Bot.Get<IStore>().Open();
        var rows = new List<(string, int)> { ("", 0) };
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.FindProperty("Id")?.ClrType == typeof(Guid)))
            if ((type.FindProperty("MemberId") ?? type.FindProperty("FromId")) is { } owner)
                foreach (var row in await Latest(db, type.ClrType, owner.Name, member))
                    rows.Add((db.Entry(row).Property("Id").CurrentValue!.ToString()!, type.FindProperty("Version") is null ? 0 : (int)db.Entry(row).Property("Version").CurrentValue!));
        return rows;
    }

    static Task<List<object>> Latest(Db db, Type type, string owner, Guid member) =>
        (Task<List<object>>)typeof(CanaryTests).GetMethod(nameof(LatestOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db, owner, member])!;

    static async Task<List<object>> LatestOf<T>(Db db, string owner, Guid member) where T : class =>
        [.. await db.Set<T>().Where(row => EF.Property<Guid>(row, owner) == member).OrderByDescending(row => EF.Property<Guid>(row, "Id")).Take(2).ToListAsync()];

    async Task<int> Sealed(Guid member)
    {
        var cipher = (await Bot.Get<Vault>().Find(member, default))!;
        var rows = await Bot.Read(db => db.Thoughts.AsNoTracking().Where(thought => thought.MemberId == member).ToListAsync());
        return rows.Count(row => cipher.Read(row.Sealed).Contains(Mark, StringComparison.Ordinal));
    }

    static string Id(Type form) => (string)form.GetProperty("Id", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    // A form is private where its own file says so.
    static IReadOnlyList<Type> PrivateForms()
    {
        var files = Sources.Below("cards").Where(source => source.Code.Contains("Private = true", StringComparison.Ordinal)).Select(source => source.Code).ToList();
        return [.. typeof(GiveKudos).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IForm<>)))
            .Where(type => files.Exists(code => code.Contains($"record {type.Name}(", StringComparison.Ordinal) || code.Contains($"record {type.Name} ", StringComparison.Ordinal)))];
    }
}
