using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>How somebody wants to be asked.</summary>
/// <param name="Taking">At the start or at the end of their shift, where the programme has no window of its own.</param>
public sealed record Wish(Taking Taking)
{
    /// <summary>Minutes of their day at which they like it; on days on which that lies outside their shift they are not asked.</summary>
    public int? OwnMinute { get; init; }

    /// <summary>Null: the programme's days.</summary>
    public Weekdays? OwnDays { get; init; }

    /// <summary>The first day, in their own zone, on which they may be asked.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>When they chose, UTC: what would have been asked before is not made up for.</summary>
    public DateTime? Since { get; init; }

    /// <summary>When the bot last said goodbye, UTC: on that day of theirs nothing more is asked, whatever they do.</summary>
    public DateTime? Farewell { get; init; }

    /// <summary>Whether they may be asked on that day of theirs.</summary>
    public bool Allows(DateOnly day) => !(day < NotBefore);

    /// <summary>When the one invitation reaches them: early in a shift, like a question.</summary>
    public static readonly Wish Invitation = new(Taking.AtStart);

    /// <summary>The same for somebody who may have paused before they were invited.</summary>
    internal static Wish? OfInvitation(Participation? participation) =>
        participation?.PausedUntil is not { } until ? Invitation : until == DateOnly.MaxValue ? null : Invitation with { NotBefore = until };

    /// <returns>Null where nothing is to be asked: no yes, a no, paused for good, or fallen silent.</returns>
    public static Wish? Of(Participation? participation) => participation is { Taking: Taking.AtStart or Taking.AtEnd, IsSilent: false } yes && yes.PausedUntil != DateOnly.MaxValue
        ? new(yes.Taking) { OwnMinute = yes.OwnMinute, OwnDays = yes.OwnDays, NotBefore = yes.PausedUntil, Since = yes.ChosenAt, Farewell = yes.SilentSince }
        : null;
}
