using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>The windows as the organisation's own time zone cuts them.</summary>
public sealed class OrganisationWindows(TimeProvider clock, OrganisationSettings organisation)
{
    // A turn that was under way at midnight is done by then.
    static readonly TimeSpan s_grace = TimeSpan.FromMinutes(10);

    /// <summary>The last one that is over.</summary>
    public PublicationWindow LastFinished => PublicationWindow.LastFinished(clock.GetUtcNow().UtcDateTime - s_grace, organisation.TimeZone);

    /// <summary>The one that this moment falls into.</summary>
    public PublicationWindow Of(DateTime utc) => PublicationWindow.Of(Data.LocalDay.Of(utc, organisation.TimeZone));

    /// <summary>From when and up to when, UTC.</summary>
    public (DateTime From, DateTime To) Of(PublicationWindow window) => (window.Start(organisation.TimeZone), window.End(organisation.TimeZone));
}
