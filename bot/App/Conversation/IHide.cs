using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Knows which buttons lead nowhere for a reader: these are not drawn for them.</summary>
public interface IHide
{
    /// <returns>True for what a hidden button stands for; null: everything is shown.</returns>
    ValueTask<Func<Ref, bool>?> Hidden(MemberInfo reader, CancellationToken cancel);
}
