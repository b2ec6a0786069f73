using System.Globalization;

namespace ServiceCulture.Cards;

/// <summary>For whom a card or form is drawn: language, time zone, and the installation whose handles they can see.</summary>
public sealed record Reader
{
    /// <summary>A reader of English in UTC with no handles: for approved files and previews.</summary>
    public static readonly Reader Plain = new();

    /// <summary>How numbers and moments are written.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>In which zone moments are told.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The installation whose handles turn a person into a mention; 0: none.</summary>
    public int Installation { get; init; }

    /// <summary>A composite format in the reader's language; the format itself where there is no translation.</summary>
    public Func<string, string> Translate { get; init; } = format => format;

    /// <summary>Which of a language's plural forms a number takes, from 0. English: 0 for one, else 1.</summary>
    public Func<int, int> PluralForm { get; init; } = n => n == 1 ? 0 : 1;

    /// <summary>Turns what a button or form stands for into the ticket that the client carries back: signed, at most 300 characters.</summary>
    public Func<Ref, string> Seal { get; init; } = what => $"{what.Id}~{what.Row}~{what.Version}";
}

/// <summary>What a button or a form stands for.</summary>
/// <param name="Id">The route: <c>feature.verb</c>.</param>
/// <param name="Row">The row it is about; empty where there is none.</param>
/// <param name="Version">The row's version when this was drawn: a stale press is answered with the card as it stands now.</param>
public readonly record struct Ref(string Id, string Row = "", int Version = 0);
