namespace ServiceCulture.Cards.Kudos;

/// <summary>To the giver alone: one of those they thanked did not get the message, and where the words are.</summary>
public static class KudosNotArrived
{
    /// <param name="to">Who did not get it.</param>
    public static Card Card(Person to) => new($"Not delivered",
        new Block.Say($"Your kudos to {to} could not be delivered: the message was not accepted there. Nothing is lost: your words are kept, and {to} sees them in {new Hole.Typed("mykudos")}."))
    {
        Summary = $"Your kudos did not arrive",
    };
}
