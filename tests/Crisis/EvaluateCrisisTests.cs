using System.Text;
using System.Text.Json;
using ServiceCulture.Bot.Commands;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Tests.Crisis;

public sealed class EvaluateCrisisTests
{
    [Fact]
    public async Task It_prints_one_object_with_the_figures_and_no_sentence()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "text,kind\nI want to kill myself,explicit\n\"the soup, today, is late\",explicit\nI want to end my life,ordinary\nthe soup is late,ordinary\n", TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAlone(["evaluate", "crisis", "--labelled", file], output, TextWriter.Null));
        File.Delete(file);
        using var score = JsonDocument.Parse(output.ToString());
        Assert.Equal(["explicit", "veiled", "seeking", "other", "falseAlarms", "p99Ms", "texts"], score.RootElement.EnumerateObject().Select(figure => figure.Name));
        Assert.Equal((0.5, 0.5, 4), (score.RootElement.GetProperty("explicit").GetDouble(), score.RootElement.GetProperty("falseAlarms").GetDouble(), score.RootElement.GetProperty("texts").GetInt32()));
        Assert.Equal(JsonValueKind.Null, score.RootElement.GetProperty("veiled").ValueKind);
    }

    [Theory]
    [InlineData("evaluate", "crisis")]
    [InlineData("evaluate", "crisis", "--labelled")]
    [InlineData("evaluate", "crisis", "a.csv")]
    [InlineData("evaluate", "anything", "--labelled", "a.csv")]
    public async Task Other_words_are_left_to_the_usage(params string[] words) => Assert.Null(await CommandLine.RunAlone(words, TextWriter.Null, TextWriter.Null));

    [Theory]
    [InlineData("text,pattern\nx,none\n", "line 1: the heading must be text,kind")]
    [InlineData("text,kind\nx,ordinary\ny,sad\n", "line 3, kind: is none of explicit, veiled, seeking, other, ordinary")]
    [InlineData("text,kind\nx,\n", "line 2, kind: is none of")]
    public void A_wrong_file_names_its_line(string file, string says)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        Assert.Contains(says, Assert.Throws<LabelledFileException>(() => CrisisFile.Read(stream)).Message);
    }
}
