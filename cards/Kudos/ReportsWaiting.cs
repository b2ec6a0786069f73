using ServiceCulture.Cards.HrConsole;

namespace ServiceCulture.Cards.Kudos;

/// <summary>Tells HR that kudos were reported. Neither their words nor who reported them is in it: it is a chat message, and what is to be read is read in the console.</summary>
public static class ReportsWaiting
{
    /// <param name="waiting">How many kudos were reported and not looked after yet.</param>
    public static Card For(int waiting) => new($"Reported kudos",
        new Block.Say($"{(waiting == 1 ? (Text)$"Kudos were reported and wait" : $"{waiting} kudos were reported and wait")} to be looked at. You can hide them, or leave them as they are."),
        new Block.Note($"What they say stands in the console alone; you find it there under “Reported kudos”."))
    { Buttons = [ConsoleLink.To("kudos", $"Look at them")] };
}
