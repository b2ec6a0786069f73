namespace ServiceCulture.Cards;

/// <summary>Someone the bot knows.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Handles">Their accounts; a mention is made where one is of the reader's installation.</param>
public sealed record Person(Guid Id, string Name, params IReadOnlyList<Handle> Handles)
{
    /// <summary>Their id on that installation's platform, or null.</summary>
    public string? HandleFor(int installation)
    {
        foreach (var handle in Handles)
            if (handle.Installation == installation)
                return handle.Id;
        return null;
    }
}

/// <summary>How one installation's platform knows a person.</summary>
public readonly record struct Handle(int Installation, string Id);
