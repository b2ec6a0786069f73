using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Cards;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Kudos whose words, whose receiver's name and whose value's name break software, given and delivered on every channel.</summary>
public sealed class NaughtyKudosGivenTests : OverTheDatabase
{
    static readonly Channel[] Channels = [Channel.Slack, Channel.Teams, Channel.Local];

    // All injections, and every fifth of the long list. No entrance lets a NUL in, and no name is blank.
    static readonly IReadOnlyList<string> Words =
        [.. Naughty.Strings.Where((_, at) => at % 5 == 0).Concat(Naughty.Injections).Where(words => Naughty.IsVisible(words) && !words.Contains('\0')).Distinct()];

    [Fact]
    public async Task Words_names_and_value_names_are_found_again_unchanged_in_the_database_and_in_what_was_delivered()
    {
        Assert.True(Words.Count > 200, "Hardly any words were found: this test no longer reaches what it is about.");
        var mia = await Bot.Member("Mia Storm");
        var floor = await Bot.Place("floor");
        await Bot.Sets(Policies.KudosDailyLimitKey, "0");
        var form = await Bot.Types(mia, "kudos", at: floor);
        var named = Words.Select((words, at) => (Words: words, Who: new Someone(Guid.CreateVersion7(), words, Channels[at % 3], $"A{at}"), Value: $"own-{at}")).ToList();
        await Bot.Do(db =>
        {
            foreach (var one in named)
                Add(db, one.Who, one.Value);
            db.Add(new ValuePack { Id = "own", Language = "en", Version = 1, Origin = Origin.Own, Name = "Own", About = "", Order = 99, ValueIds = [.. named.Select(one => one.Value)] });
            return Task.CompletedTask;
        });

        // One on each channel is thanked at once: so there are fewer turns, and sooner an end.
        foreach (var three in named.Chunk(3))
        {
            var sent = await Bot.Submits(mia, form, (GiveKudos.ToField, three.Select(one => one.Who)), (GiveKudos.WordsField, Sentence(three)), (GiveKudos.ValuesField, three.Select(one => one.Value)));
            Assert.Equal("Sent", sent.Card.Title.Format);
        }
        await Bot.Delivers();
        // What goes to one place is paced.
        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await Bot.Delivers();

        var names = await Bot.Read(db => db.Members.ToDictionaryAsync(member => member.Id, member => member.Name));
        var values = await Bot.Read(db => db.Values.Where(value => value.Origin == Origin.Own).ToDictionaryAsync(value => value.Id, value => value.Name));
        var given = await Bot.Read(db => (from receipt in db.KudosReceipts join kudos in db.Kudos on receipt.KudosId equals kudos.Id select new { receipt.ToId, kudos.Id, kudos.Words }).ToDictionaryAsync(one => one.ToId));
        foreach (var three in named.Chunk(3))
            foreach (var one in three)
            {
                var kudos = given[one.Who.Id];
                Assert.Equal((one.Words, one.Words, Sentence(three).Trim()), (names[one.Who.Id], values[one.Value], kudos.Words));
                var posted = Bot.Slack.Standing($"kudos/{kudos.Id:N}/posted");
                Assert.NotNull(posted);
                var runs = Runs(Channel.Slack, posted.Body);
                Assert.Contains(kudos.Words, runs);
                Assert.Contains(one.Words.ToLowerInvariant(), runs);
                // Who has an account there is mentioned, and Slack says their name itself.
                if (one.Who.On is not Channel.Slack)
                    Assert.Contains(one.Words, runs);
                Assert.Contains(one.Words, posted.Words, StringComparison.Ordinal);
                var received = On(one.Who.On).Standing($"kudos/{kudos.Id:N}/to/{one.Who.Id:N}");
                Assert.NotNull(received);
                Assert.Equal(one.Who.Account, received.Place);
                Assert.Contains(kudos.Words, Runs(one.Who.On, received.Body));
                Assert.Contains(one.Words.ToLowerInvariant(), received.Words, StringComparison.Ordinal);
                Assert.EndsWith($"\n> {kudos.Words}", received.Words, StringComparison.Ordinal);
            }
    }

    // With a number, as the same letters twice would be the same words again.
    static string Sentence((string Words, Someone Who, string Value)[] three) => $"Case {three[0].Value}, of which they took care: {string.Join('\n', three.Select(one => one.Words))}";

    FakeChannel On(Channel channel) => channel switch { Channel.Slack => Bot.Slack, Channel.Teams => Bot.Teams, _ => Bot.Local };

    // What stands in a body as words: on Slack and the page each run by itself, in Teams those of a paragraph together.
    static List<string> Runs(Channel channel, string body) => channel switch
    {
        Channel.Slack => [.. JsonView.OfType(body, "text").Select(run => run.GetProperty("text").GetString()!)],
        Channel.Teams => [.. JsonView.OfType(body, "RichTextBlock").Select(block => string.Concat(block.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString())))],
        _ => new HtmlView(body).Texts,
    };

    void Add(Db db, Someone who, string value)
    {
        var account = new Account { InstallationId = who.Installation, ExternalId = who.Account, MemberId = who.Id, CreatedAt = Bot.Clock.Now };
        db.Add(account);
        db.Add(new Member { Id = who.Id, Name = who.Name, NameKey = Folding.Key(who.Name), SaidByHr = Said.Name, HomeAccountId = account.Id, CreatedAt = Bot.Clock.Now });
        db.Add(new CoreValue
        {
            Id = value,
            Language = "en",
            Version = 1,
            Origin = Origin.Own,
            Name = who.Name,
            Glyph = "⏳",
            Meaning = who.Name,
            Behaviours = [who.Name],
            Synonyms = [],
            Starters = [who.Name],
            ForKudos = true,
        });
    }
}
