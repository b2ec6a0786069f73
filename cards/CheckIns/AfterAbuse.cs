namespace ServiceCulture.Cards.CheckIns;

/// <summary>What one may do after abuse: stands on top of each form about a thought whose words tell of it, whatever the person makes of the sentence.</summary>
public static class AfterAbuse
{
    /// <summary>The note.</summary>
    /// <param name="words">HR's text, or the shipped one.</param>
    public static Field Note(string words) => new Field.Note("abuse", $"If this was abuse, you need not take it. {words}");
}
