using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Privacy;

/// <summary>The store of the keys: made once, destroyed for good, and nothing falls over where a key is gone.</summary>
public sealed class KeyStoreTests : OverTheDatabase
{
    [Fact]
    public async Task Nodes_that_start_at_the_same_instant_make_the_table_together()
    {
        var connection = TestDatabase.IsPostgres ? Bot.Get<TestDatabase>().Connection : Bot.Get<TestDatabase>().Keys;
        var nodes = Enumerable.Range(0, 12).Select(_ => KeyStore.At(connection)).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Prepare(default))));
        await nodes[0].Check(default);
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_is_destroyed_while_somebody_reads_stands_in_no_file_any_more()
    {
        var vault = Bot.Get<Vault>();
        await vault.FindOrMake(Guid.NewGuid(), default);
        var member = Guid.NewGuid();
        await vault.FindOrMake(member, default);
        var wrapped = await Wrapped(member);
        Assert.Contains(Files(), file => Holds(file, wrapped));

        await using (var reader = new SqliteConnection(Bot.Get<TestDatabase>().Keys))
        {
            await reader.OpenAsync();
            await using var reading = reader.BeginTransaction(deferred: true);
            Assert.Equal(wrapped, await Wrapped(member, reader));
            var destroying = Task.Run(() => vault.Destroy(member, default));
            await reading.RollbackAsync();
            await destroying;
        }

        Assert.DoesNotContain(Files(), file => Holds(file, wrapped));
        Assert.Null(await vault.Find(member, default));
    }

    [Fact]
    public async Task What_was_sealed_with_a_key_that_is_gone_is_left_out_and_nothing_falls_over()
    {
        var mira = await Bot.Member("Mira Solano");
        await Keeps(mira, "The first sentence, from before");
        await Bot.Presses(mira, new Ref(CheckInCard.StepId, "/2"));
        var before = (await Bot.Types(mira, "myday")).Form;
        await Bot.Get<Vault>().Destroy(mira.Id, default);
        await Keeps(mira, "The second sentence, from afterwards");

        var day = await Bot.Types(mira, "myday");
        Assert.Contains("afterwards", Seen(day.Form));
        Assert.DoesNotContain("before", Seen(day.Form));
        Assert.Contains("No check-ins", Seen(day.Form));
        var old = before.Fields.OfType<Field.Pick>().Single().Choices[0].Value;
        Assert.Equal(MyDay.Id, (await Bot.Submits(mira, day, (MyDay.ThoughtField, old))).Form.About.Id);
    }

    async Task Keeps(Someone who, string words) =>
        await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words));

    async Task<string> Wrapped(Guid member, SqliteConnection? on = null)
    {
        await using var own = new SqliteConnection(Bot.Get<TestDatabase>().Keys);
        if (on is null)
            await own.OpenAsync();
        await using var command = (on ?? own).CreateCommand();
        command.CommandText = """SELECT "Wrapped" FROM "MemberKeys" WHERE "MemberId" = @id""";
        command.Parameters.AddWithValue("@id", member.ToString());
        return (string)(await command.ExecuteScalarAsync())!;
    }

    IEnumerable<string> Files() => Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(Bot.Get<TestDatabase>().KeyFile) + "*");

    static bool Holds(string file, string words) => File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;

    static string Seen(Form form) => System.Net.WebUtility.HtmlDecode(Html.Form(form, Reader.Plain, "f"));
}
