namespace ServiceCulture.Tests.House;

/// <summary>Who types something that is kept reads in the same form who can see it.</summary>
public sealed class PrivateFormTests
{
    // One types a word that is fixed, and it is kept nowhere.
    static readonly string[] KeepNothing = ["cards/MyData/EraseMyData.cs"];

    [Fact]
    public void Each_private_form_with_a_line_to_write_in_says_who_can_see_it()
    {
        var withLines = Sources.Below("cards").Where(source => source.Code.Contains("Private = true", StringComparison.Ordinal) && source.Code.Contains("new Field.Line(", StringComparison.Ordinal)).ToList();
        Assert.True(withLines.Count > 6, "Hardly any form was found: this test no longer reaches what it is about.");
        Assert.Equal(KeepNothing, withLines.Where(source => !Says.Any(words => source.Code.Contains(words, StringComparison.Ordinal))).Select(source => source.Path));
    }

    // The long one, under the line itself, and the short one.
    static readonly string[] Says = ["Hint = Kept", "Hint = SortThought.Kept", "        Sees,", "SortThought.Sees,"];
}
