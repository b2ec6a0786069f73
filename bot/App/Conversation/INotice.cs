using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Told what a platform says in passing of somebody who acts: writes down what is the platform's to say.</summary>
public interface INotice
{
    /// <summary>Inside the turn.</summary>
    void Notice(Db db, Member who, Sender said);

    /// <summary>Inside the turn: somebody acts of whom no list has told yet.</summary>
    Task Met(Db db, int installation, DateTime now, CancellationToken cancel);
}
