using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.MyData;

/// <summary>What is kept of a person is shown to them, and leaves through a link that works once.</summary>
public sealed class MyDataTests : OverTheDatabase
{
    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange()
    {
        _mira = await Bot.Member("Mira Solano", Channel.Slack, team: "Care", zone: "Europe/Berlin", email: "mira@acme.example");
        _ben = await Bot.Member("Ben Okafor", Channel.Teams);
    }

    [Fact]
    public async Task It_says_in_a_few_lines_what_is_kept_and_who_changed_it()
    {
        await Keeps(_mira, "I always ruin every call");
        var sent = await Bot.Types(_mira, "kudos @Ben Okafor stayed with the furious caller until it was solved");
        await Bot.Presses(_mira, sent, "Undo");
        await Bot.Do(db => Task.FromResult(db.Add(new AuditEntry { At = Bot.Clock.Now, Actor = _ben.Id, Act = "people.look", Row = "1", About = _mira.Id })));
        var form = (await Bot.Types(_mira, "mydata")).Form;
        Assert.True(form.Private);
        var seen = Seen(form);
        Assert.Contains("0 check-ins and 1 thought", seen);
        Assert.Contains("kudos taken back, by you", seen);
        Assert.Contains("looked at who you are here", seen);
        Assert.Contains("by Ben Okafor", seen);
        Assert.Contains("180 days", seen);
        Assert.DoesNotContain("ruin", seen);
        Assert.Contains("no entry about you", Seen((await Bot.Types(_ben, "mydata")).Form));
    }

    [Fact]
    public async Task The_copy_holds_all_of_it_readable_and_is_given_once()
    {
        await Keeps(_mira, "I always ruin every call");
        await Bot.Presses(_mira, new Ref(CheckInCard.StepId, "/2"));
        await Bot.Types(_ben, "kudos @Mira Solano stayed with the furious caller until it was solved");
        var (token, code) = Opens(await Asks(_mira));
        var row = await Bot.Read(db => db.ExportLinks.SingleAsync());
        Assert.DoesNotContain(token, row.Hash);
        Assert.Equal(_mira.Id, row.MemberId);

        using var file = JsonDocument.Parse((await Links.Use(token, code, default))!);
        var all = file.RootElement;
        Assert.Equal(Bot.Get<PersonalData>().Sections.Prepend("exportedAt").Order(), all.EnumerateObject().Select(part => part.Name).Order());
        Assert.Equal("I always ruin every call", all.GetProperty("checkIns").GetProperty("thoughts")[0].GetProperty("thought").GetString());
        Assert.Equal("2", all.GetProperty("checkIns").GetProperty("days")[0].GetProperty("step").GetString());
        Assert.Equal("Ben Okafor", all.GetProperty("kudos").GetProperty("received")[0].GetProperty("from").GetString());
        Assert.Equal("mira@acme.example", all.GetProperty("you").GetProperty("email").GetString());
        Assert.Equal("Care", all.GetProperty("you").GetProperty("teams")[0].GetProperty("team").GetString());
        Assert.Null(await Links.Use(token, code, default));
    }

    [Fact]
    public async Task A_link_is_over_after_a_quarter_of_an_hour_and_where_a_newer_one_was_made()
    {
        var first = Opens(await Asks(_mira));
        var second = Opens(await Asks(_mira));
        Assert.Null(await Links.Use(first.Token, first.Code, default));
        Bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await Links.Use(second.Token, second.Code, default));
        Assert.Null(await Links.Use("", "", default));
        var third = Opens(await Asks(_mira));
        Bot.Clock.Advance(TimeSpan.FromMinutes(14.9));
        Assert.NotNull(await Links.Use(third.Token, third.Code, default));
    }

    [Fact]
    public async Task The_link_alone_or_with_somebody_elses_code_gives_nobody_the_file_and_is_not_used_up_by_it()
    {
        await Keeps(_mira, "I always ruin every call");
        var (mine, theirs) = (Opens(await Asks(_mira)), Opens(await Asks(_ben)));
        foreach (var code in new[] { "", theirs.Code, "ABCD-2345", mine.Code[..^1] })
            Assert.Null(await Links.Use(mine.Token, code, default));
        Assert.DoesNotContain(mine.Code, (await Bot.Read(db => db.ExportLinks.SingleAsync(one => one.MemberId == _mira.Id))).Hash);
        Assert.NotNull(await Links.Use(mine.Token, $" {mine.Code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} ", default));
    }

    [Fact]
    public async Task Two_at_once_get_one_file()
    {
        var (token, code) = Opens(await Asks(_mira));
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Links.Use(token, code, default))));
        Assert.Single(files, file => file is not null);
    }

    [Fact]
    public async Task The_copy_of_one_holds_nothing_of_another()
    {
        await Keeps(_ben, "Ben's own sentence");
        var (token, code) = Opens(await Asks(_mira));
        Assert.DoesNotContain("own sentence", System.Text.Encoding.UTF8.GetString((await Links.Use(token, code, default))!));
    }

    [Fact]
    public async Task Picking_nothing_is_said_at_the_field() =>
        Assert.Contains("Pick one", (await Bot.Submits(_mira, await Bot.Types(_mira, "mydata"))).Fault(ShowMyData.ChoiceField));

    [Fact]
    public async Task Somebody_else_cannot_send_the_form() =>
        Assert.IsType<Reply.Whisper>((await Bot.Submits(_ben, await Bot.Types(_mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Export))).Reply);

    [Theory]
    [InlineData("https://culture.example", "https://culture.example/mydata/x")]
    [InlineData("https://culture.example/", "https://culture.example/mydata/x")]
    [InlineData("https://culture.example/hr/console", "https://culture.example/hr/mydata/x")]
    public void The_address_is_where_the_console_is_reached(string said, string address) =>
        Assert.Equal(address, new PublicAddress(said, () => throw new InvalidOperationException()).For("mydata/x")!.ToString());

    [Theory]
    [InlineData("http://[::]:3978", "http://localhost:3978/mydata/x")]
    [InlineData("http://127.0.0.1:3978/", "http://localhost:3978/mydata/x")]
    public void In_development_it_is_this_machine(string listening, string address) =>
        Assert.Equal(address, new PublicAddress(null, () => listening).For("mydata/x")!.ToString());

    async Task Keeps(Someone who, string words) =>
        await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words));

    ExportLinks Links => Bot.Get<ExportLinks>();

    async Task<Form> Asks(Someone who) => (await Bot.Submits(who, await Bot.Types(who, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Export))).Form;

    static (string Token, string Code) Opens(Form form)
    {
        Assert.True(form.Private);
        return (Said(form, "link").OfType<Span.Link>().Single().Address.AbsolutePath.Split('/')[^1], Said(form, "code").OfType<Span.Strong>().Single().Text);
    }

    static IReadOnlyList<Span> Said(Form form, string id) => [.. ((Block.Say)form.Fields.OfType<Field.Shown>().Single(one => one.Id == id).Block).Text.For(Reader.Plain)];

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(Html.Form(form, Reader.Plain, "f"));
}

/// <summary>Where nobody said under which address people reach the server.</summary>
public sealed class WithoutAddressTests : OverTheDatabase
{
    private protected override void With(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new ConsoleSettings()));

    [Fact]
    public async Task It_says_plainly_that_the_operator_must_set_it()
    {
        var mira = await Bot.Member("Mira Solano");
        var form = (await Bot.Submits(mira, await Bot.Types(mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Export))).Form;
        Assert.Contains(form.Fields, field => field.Label.Plain(Reader.Plain).Contains("Console:PublicUrl", StringComparison.Ordinal));
        Assert.Empty(await Bot.Read(db => db.ExportLinks.ToListAsync()));
    }
}
