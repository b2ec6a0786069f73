namespace ServiceCulture.Cards.Rendering;

/// <summary>The few words that renderers add of their own.</summary>
static class Phrases
{
    internal static Text Cancel => $"Cancel";
    internal static Text TypeAName => $"Type a name";
    internal static Text Choose => $"Choose";
    internal static Text Optional => $"optional";
    internal static Text PleaseFill => $"Please fill this in.";
    internal static Text PleaseLookAgain => $"Please look at this again:";
    internal static Text Chosen => $"Chosen";

    internal static Text AtLeast(int characters) => $"Please write at least {characters} characters.";

    internal static Text Remove(string name) => $"Remove {name}";
}
