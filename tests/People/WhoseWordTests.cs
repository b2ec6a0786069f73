using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>HR, the platforms and the person say something of the same field, in whatever order: whoever is trusted most is heard.</summary>
public sealed class WhoseWordTests : OverTheDatabase
{
    const int Slack = 1, Teams = 2;

    public static TheoryData<string> Orders => ["HPM", "HMP", "PHM", "PMH", "MHP", "MPH", "PM", "MP", "HM", "MH", "HP", "PH", "M"];

    [Theory, MemberData(nameof(Orders))]
    public void Whatever_comes_first_the_most_trusted_word_stands(string order)
    {
        var sources = new Dictionary<char, Source> { ['H'] = Source.Hr, ['P'] = Source.Platform, ['M'] = Source.Person };
        var member = new Member { Name = "-", NameKey = "", CreatedAt = DateTime.UnixEpoch };
        foreach (var letter in order)
        {
            Trust.Name(member, $"name {letter}", sources[letter]);
            Trust.Zone(member, $"zone {letter}", sources[letter]);
            Trust.Language(member, $"language {letter}", sources[letter]);
        }
        var most = order.MaxBy(letter => sources[letter]);
        Assert.Equal(($"name {most}", $"name {char.ToLowerInvariant(most)}", $"zone {most}", $"language {most}"), (member.Name, member.NameKey, member.Zone, member.Culture));
    }

    [Fact]
    public void An_empty_word_takes_nothing_away_and_binds_nobody()
    {
        var member = new Member { Name = "-", NameKey = "", Zone = "Europe/Rome", CreatedAt = DateTime.UnixEpoch };
        Trust.Zone(member, null, Source.Hr);
        Trust.Zone(member, "", Source.Platform);
        Assert.Equal("Europe/Rome", member.Zone);
        Trust.Zone(member, "Asia/Tokyo", Source.Person);
        Assert.Equal("Asia/Tokyo", member.Zone);
    }

    [Fact]
    public async Task A_roster_leaves_what_HRs_file_said_and_follows_the_platform_in_the_rest()
    {
        await Learns(Slack, new Sender("U1") { Name = "mia_s", VerifiedEmail = "mia@acme.example", Zone = "Asia/Tokyo", Culture = "fr" });
        await Imports("e-mail,name,zone\nmia@acme.example,Mia Storm,Europe/Paris\n");
        await Learns(Slack, new Sender("U1") { Name = "mia the great", VerifiedEmail = "mia@acme.example", Zone = "Asia/Seoul", Culture = "de" });
        Assert.Equal(("Mia Storm", "Europe/Paris", "de"), await Stands("mia@acme.example"));
    }

    [Fact]
    public async Task A_person_of_a_platform_is_renamed_with_it_and_of_two_the_one_they_are_at_home_on_is_believed()
    {
        await Learns(Slack, new Sender("U1") { Name = "Mia Storm", VerifiedEmail = "mia@acme.example", Zone = "Asia/Tokyo" });
        await Learns(Teams, new Sender("29:1") { Name = "Storm, Mia", VerifiedEmail = "mia@acme.example", Zone = "Europe/Rome", Culture = "it" });
        Assert.Equal(("Mia Storm", "Asia/Tokyo", "it"), await Stands("mia@acme.example"));
        await Learns(Slack, new Sender("U1") { Name = "Mia Lake", VerifiedEmail = "mia@acme.example", Zone = "Asia/Seoul" });
        Assert.Equal(("Mia Lake", "Asia/Seoul", "it"), await Stands("mia@acme.example"));
    }

    [Fact]
    public async Task HRs_file_overrules_what_a_platform_said()
    {
        await Imports("e-mail,name,zone,language\nmia@acme.example,Mia Storm,Europe/Paris,fr\n");
        await Imports("e-mail,name,zone,language\nmia@acme.example,Mia Lake,Europe/Rome,\n");
        Assert.Equal(("Mia Lake", "Europe/Rome", "fr"), await Stands("mia@acme.example"));
    }

    async Task<(string, string?, string?)> Stands(string email) =>
        await Bot.Read(db => db.Members.SingleAsync(one => one.Email == email)) is var row ? (row.Name, row.Zone, row.Culture) : default;

    Task Learns(int installation, params Sender[] people) => Bot.Do(db => Bot.Get<Learning>().Learn(db, installation, people, Bot.Clock.Now, default));

    async Task Imports(string file)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        var result = await Bot.Get<ImportPeople>().Run(stream, dryRun: false, by: null, default);
        Assert.True(result.IsDone, result.Words);
    }
}
