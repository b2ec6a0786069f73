namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>What a page has to say about what was just done, with the way back where there is one; shown, and read out, once.</summary>
public sealed class Telling
{
    public Said? Now { get; private set; }

    /// <summary>How many acts are under way.</summary>
    public int UnderWay { get; private set; }

    internal event Action? Changed;

    /// <param name="undo">Puts it back as it was; null where nothing need be put back.</param>
    public void Say(string words, Func<Task>? undo = null, bool isFault = false)
    {
        Now = new Said(words, undo, isFault);
        Changed?.Invoke();
    }

    public void Forget()
    {
        Now = null;
        Changed?.Invoke();
    }

    internal async Task While(Func<Task> act)
    {
        UnderWay++;
        Changed?.Invoke();
        try
        {
            await act();
        }
        finally
        {
            UnderWay--;
            Changed?.Invoke();
        }
    }
}

public sealed record Said(string Words, Func<Task>? Undo, bool IsFault);
