using System.Globalization;

namespace ServiceCulture.Cards.Digests;

/// <summary>The weeks that a digest is about.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Weeks">How many weeks that is.</param>
/// <param name="IsSoFar">The last of them is not over yet.</param>
public sealed record DigestDays(DateOnly From, DateOnly To, int Weeks, bool IsSoFar)
{
    internal Text Span => IsSoFar
        ? (Text)$"The week from {Long(From)} on, so far"
        : From.Year != To.Year ? $"{Long(From)} to {Long(To)}"
        : From.Month != To.Month ? (Text)$"{Say(From, "d MMMM")} to {Long(To)}"
        : $"{From.Day} to {Long(To)}";

    /// <summary>As a sentence begins, or goes on.</summary>
    internal Text InThem => IsSoFar ? (Text)$"this week so far" : Weeks == 1 ? (Text)$"in that week" : $"in these {Number(Weeks)} weeks";

    internal Text Series => IsSoFar ? (Text)$"This week" : Weeks == 1 ? (Text)$"That week" : $"These {Number(Weeks)} weeks";

    internal Text SeriesBefore => Weeks == 1 ? (Text)$"A usual week before" : $"Before, on average";

    internal static string Long(DateOnly day) => Say(day, "d MMMM yyyy");

    static string Say(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    static string Number(int weeks) => weeks switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", _ => weeks.ToString(CultureInfo.InvariantCulture) };
}
