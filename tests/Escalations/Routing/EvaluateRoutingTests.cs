using System.Globalization;
using System.Text;
using System.Text.Json;
using ServiceCulture.Bot.Commands;
using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Tests.Escalations.Routing;

/// <summary>The command that measures, on invented files.</summary>
public sealed class EvaluateRoutingTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("routing").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_last_line_is_one_object_with_every_figure()
    {
        var (exit, output, _) = await Run(File("a.csv", History()), File("b.csv", "text,category\nis the parcel here,deliveries\n\"the bill, again\",invoices\nmy tooth aches badly,oos\n"));
        Assert.Equal(0, exit);
        var score = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement;
        Assert.Equal(1, score.GetProperty("top1").GetDouble());
        Assert.Equal(1, score.GetProperty("top3").GetDouble());
        Assert.Equal(1, score.GetProperty("oosAuroc").GetDouble());
        Assert.Equal(1, score.GetProperty("oosRefused").GetDouble());
        Assert.Equal(3, score.GetProperty("questions").GetInt32());
        foreach (var name in new[] { "coverage", "accuracyWhenAnswered", "trainSeconds", "p50Ms", "p99Ms" })
            Assert.Equal(JsonValueKind.Number, score.GetProperty(name).ValueKind);
    }

    [Fact]
    public async Task Without_questions_that_belong_nowhere_there_is_no_figure_for_them()
    {
        var (_, output, _) = await Run(File("a.csv", History()), File("b.csv", "text,category\nis the parcel here,deliveries\n"));
        var score = JsonDocument.Parse(output).RootElement;
        Assert.Equal(JsonValueKind.Null, score.GetProperty("oosAuroc").ValueKind);
        Assert.Equal(JsonValueKind.Null, score.GetProperty("oosRefused").ValueKind);
    }

    [Theory]
    [InlineData("text\nhello\n", "line 1")]
    [InlineData("text,category\n", "no question")]
    [InlineData("text,category\nonly text\n", "line 2")]
    [InlineData("text,category,date\nhello,a,30.11.2026\n", "line 2, date")]
    [InlineData("text,category\n\"never closed,a\n", "line 2")]
    public async Task A_wrong_file_names_the_line_and_quotes_nothing(string content, string where)
    {
        var (exit, _, errors) = await Run(File("a.csv", content), File("b.csv", History()));
        Assert.Equal(1, exit);
        Assert.Contains(where, errors);
        Assert.DoesNotContain("hello", errors);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var (exit, _, errors) = await Run(Path.Combine(_folder, "none.csv"), File("b.csv", History()));
        Assert.Equal(1, exit);
        Assert.Contains("none.csv", errors);
    }

    [Fact]
    public void Answers_and_days_are_read_where_the_file_has_them()
    {
        var read = HistoryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes("date,category,text,answer\n2026-11-30,a,\"one\nline\",yes\n,b,two,\n")));
        Assert.Equal([(2, "one\nline", "a", "yes", new DateOnly(2026, 11, 30)), (4, "two", "b", "", null)], read.Select(one => (one.Line, one.Text, one.Category, one.Answer, one.Day)));
    }

    string File(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    static string History()
    {
        var lines = new StringBuilder("text,category\n");
        foreach (var (what, category) in new[] { ("parcel", "deliveries"), ("bill", "invoices") })
            foreach (var words in new[] { "where is the {0}", "the {0} is lost", "the {0} of the customer", "a wrong {0} came", "has the {0} come", "the {0} again" })
                lines.Append(CultureInfo.InvariantCulture, $"{string.Format(CultureInfo.InvariantCulture, words, what)},{category}\n");
        return lines.ToString();
    }

    static async Task<(int? Exit, string Output, string Errors)> Run(string history, string questions)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        return (await CommandLine.RunAlone(["evaluate", "routing", "--history", history, "--questions", questions], output, errors), output.ToString(), errors.ToString());
    }
}
