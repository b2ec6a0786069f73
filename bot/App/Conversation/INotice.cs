using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Told what a platform says in passing of somebody who acts: writes down what is the platform's to say.</summary>
public interface INotice
{
    /// <summary>Inside the turn.</summary>
    void Notice(Db db, Member who, Sender said);
}
