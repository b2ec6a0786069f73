using System.Text;
using System.Text.Json;
using ServiceCulture.Bot.Commands;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Cards.CheckIns;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class EvaluateTests
{
    [Fact]
    public async Task It_prints_one_object_with_the_figures()
    {
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAlone(["evaluate", "self-talk", "--labelled", LabelledSentences.Path("for-rules")], output, TextWriter.Null));
        using var score = JsonDocument.Parse(output.ToString().TrimEnd().Split('\n')[^1]);
        Assert.Equal(["precision", "recall", "f1", "specificity", "patternTop1", "patternTop2", "p99Ms", "texts"], score.RootElement.EnumerateObject().Select(figure => figure.Name));
        Assert.Equal(LabelledSentences.ForRules.Count, score.RootElement.GetProperty("texts").GetInt32());
    }

    [Theory]
    [InlineData("evaluate", "self-talk")]
    [InlineData("evaluate", "self-talk", "--labelled")]
    [InlineData("evaluate", "self-talk", "a.csv")]
    public async Task Other_words_are_left_to_the_usage(params string[] words) =>
        Assert.Null(await CommandLine.RunAlone(words, TextWriter.Null, TextWriter.Null));

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await CommandLine.RunAlone(["evaluate", "self-talk", "--labelled", "none.csv"], TextWriter.Null, errors));
        Assert.Equal("There is no file none.csv.", errors.ToString().Trim());
    }

    [Theory]
    [InlineData("words,kind\nx,none\n", "line 1: the heading must be text,pattern")]
    [InlineData("text,pattern\nx,none\ny,sadness\n", "line 3, pattern: is none of the eleven patterns")]
    [InlineData("text,pattern\nx\n", "line 2: has 1 fields")]
    [InlineData("text,pattern\n", "There is no sentence in the file.")]
    [InlineData("", "There is no sentence in the file.")]
    public void A_wrong_file_names_its_line_and_never_a_sentence(string file, string says)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        Assert.Contains(says, Assert.Throws<LabelledFileException>(() => LabelledFile.Read(stream)).Message);
    }

    [Fact]
    public void A_sentence_without_a_pattern_is_plain()
    {
        using var stream = new MemoryStream("text,pattern\n\"a, \"\"b\"\"\nc\",\nd,none\ne,mind reading\n"u8.ToArray());
        Assert.Equal([new("a, \"b\"\nc", null), new("d", null), new("e", Pattern.MindReading)], LabelledFile.Read(stream));
    }

    [Fact]
    public void Figures_that_nothing_stands_behind_are_left_open()
    {
        var score = SelfTalkScore.Of([new("The part is here", null)], SelfTalkReader.English);
        Assert.Equal((null, null, 1.0), (score.Recall, score.PatternTop2, score.Specificity));
    }

    [Fact]
    public void Every_pattern_has_its_name_and_its_line()
    {
        Assert.Equal(Enum.GetValues<Pattern>().Select(pattern => pattern.Id()), PatternWords.Ids);
        Assert.All(PatternWords.Ids, id => Assert.False(PatternWords.Of(id).Name.IsEmpty || PatternWords.Of(id).Line.IsEmpty));
    }
}
