using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

public enum TraceKind { Name, Email, Phone, Iban, Card, Reference, Number }

/// <summary>Words that may belong to a customer, or name a colleague.</summary>
public readonly record struct Trace(TraceKind Kind, int At, string Words)
{
    /// <summary>The same for the same words, however they are written; says nothing of them.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words.ToLowerInvariant())).AsSpan(0, 8));
}

/// <summary>
/// Finds what looks like a customer's in words that many will read. It would rather ask once too often: a person says what is harmless.
/// </summary>
public static partial class CustomerTraces
{
    const int LongNumber = 7, FewestInReference = 3;

    /// <summary>In the order in which they stand there.</summary>
    /// <param name="names">Whom to look for; null: no names.</param>
    /// <param name="customer">The customer's reference as the asker typed it; empty: none.</param>
    public static IReadOnlyList<Trace> Find(string text, NamesOfMembers? names = null, string customer = "")
    {
        var found = new List<Trace>();
        foreach (var one in All(text, names, customer))
            if (one.Words.Length > 0 && !found.Any(other => one.At < other.At + other.Words.Length && other.At < one.At + one.Words.Length))
                found.Add(one);
        return [.. found.OrderBy(one => one.At)];
    }

    /// <summary>The text with a sign in the place of each number or address that looks like a customer's.</summary>
    /// <param name="names">Whose names are masked too; null: nobody's.</param>
    public static string Masked(string text, string customer = "", NamesOfMembers? names = null)
    {
        var masked = new StringBuilder(text);
        foreach (var one in Find(text, names, customer).Reverse())
            masked.Remove(one.At, one.Words.Length).Insert(one.At, "[…]");
        return masked.ToString();
    }

    static IEnumerable<Trace> All(string text, NamesOfMembers? names, string customer) =>
    [
        .. Email().Matches(text).Select(match => new Trace(TraceKind.Email, match.Index, match.Value)),
        .. Iban().Matches(text).Where(match => Digits(match.Value) >= 10).Select(match => new Trace(TraceKind.Iban, match.Index, match.Value)),
        .. Known(text, customer),
        .. Labelled().Matches(text).Select(match => match.Groups[1]).Where(group => Digits(group.Value) is >= FewestInReference and <= 12).Select(group => new Trace(TraceKind.Reference, group.Index, group.Value)),
        .. Mixed().Matches(text).Where(match => IsReference(match.Value)).Select(match => new Trace(TraceKind.Reference, match.Index, match.Value)),
        .. Numbers().Matches(text).Where(match => IsLong(text, match)).Select(match => new Trace(Kind(match.Value), match.Index, match.Value)),
        .. names?.In(text) ?? [],
    ];

    // What the asker gave as the customer's: in whole, and each telling part of it.
    static IEnumerable<Trace> Known(string text, string customer)
    {
        var parts = Parts().Matches(customer).Select(match => match.Value).Where(part => part.Length > 2 && (Digits(part) > 0 || char.IsUpper(part[0])) && !Labels.Contains(part)).Prepend(customer.Trim()).Where(part => part.Length > 2).Distinct();
        foreach (var part in parts)
            foreach (Match match in Regex.Matches(text, $@"(?<!\w){Regex.Escape(part)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
                yield return new Trace(TraceKind.Reference, match.Index, match.Value);
    }

    // 1200EUR and 2000ml are amounts.
    static bool IsReference(string word) => word.Length >= 5 && Digits(word) >= FewestInReference && word.Any(char.IsLetter) && !Amount().IsMatch(word);

    static bool IsLong(string text, Match match) =>
        (Digits(match.Value) >= LongNumber || Run().IsMatch(match.Value)) && !Date().IsMatch(match.Value)
        && !Currency().IsMatch(text[(match.Index + match.Length)..]) && !"€$£".Contains(text[..match.Index].TrimEnd().LastOrDefault(' '), StringComparison.Ordinal);

    static TraceKind Kind(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToList();
        return digits.Count is >= 13 and <= 19 && Luhn(digits) ? TraceKind.Card
            : digits.Count is >= LongNumber and <= 15 && (number[0] is '+' or '(' || digits[0] == 0) ? TraceKind.Phone
            : TraceKind.Number;
    }

    static bool Luhn(List<int> digits) => Enumerable.Reverse(digits).Select((digit, at) => at % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2).Sum() % 10 == 0;

    static int Digits(string words) => words.Count(char.IsAsciiDigit);

    static readonly HashSet<string> Labels = new(["case", "order", "customer", "ticket", "ref", "reference", "invoice", "account", "contract", "booking", "policy", "number", "mrs", "ms", "mr", "herr", "frau", "dr", "the"], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?|[a-z]{2}\d{2}[a-z0-9]{11,30})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?:\b(?:order|case|ticket|ref|reference|invoice|customer|account|contract|booking|policy|number|no|nr|id)\b\.?\s{0,2}(?:(?:no|nr|number|id)\b\.?\s{0,2})?[:#]?\s{0,2}|#\s?)(\d(?:[ -]?\d)+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\b[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"(?<![\w.,])\+?\(?\d(?:[ \u00A0\-/.()]{0,2}\d)+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d{5}", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex(@"^\d{1,4}[a-zA-Z]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{4}[-/]\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\s?(?:€|\$|£|%|EUR\b|USD\b|GBP\b|CHF\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@"[\w'’-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
