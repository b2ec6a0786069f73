using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Scheduling;

namespace ServiceCulture.Tests.House;

/// <summary>
/// PRIVACY 10, the audit log is appended to and nothing else. Privacy itself asks for no exception: entries hold ids and no words,
/// so they stay when somebody is erased or leaves, and whom an id belonged to is forgotten elsewhere.
/// </summary>
public sealed partial class AppendOnlyTests
{
    static readonly IReadOnlyList<Source> Ours = [.. Sources.Below("bot"), .. Sources.Ending(".razor", "bot")];

    [Fact]
    public void An_entry_cannot_be_changed_once_it_is_made()
    {
        var properties = typeof(AuditEntry).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.Contains(properties, property => property.Name == nameof(AuditEntry.Act));
        Assert.DoesNotContain(properties, property => property.SetMethod is { IsPrivate: false } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        Assert.Empty(typeof(AuditEntry).GetFields(BindingFlags.Public | BindingFlags.Instance));
    }

    [Fact]
    public void Entries_are_added_and_read_and_nothing_else_is_done_with_them()
    {
        var done = Ours.SelectMany(source => Done().Matches(source.Code).Select(match => match.Groups[1].Value)).ToList();
        Assert.True(done.Count > 30, "Hardly any use was found: this one no longer reaches what it is about.");
        Assert.Equal(["Add", "AddRange", "AsNoTracking", "Where"], done.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(Ours.Where(source => Changed().IsMatch(source.Code)).Select(source => source.Path));
    }

    // By another door: the set under its type, the change tracker, or SQL of our own.
    [Fact]
    public void Nobody_comes_at_them_by_another_way()
    {
        Assert.Equal(["bot/App/Data/Db.cs"], Ours.Where(source => Typed().IsMatch(source.Code)).Select(source => source.Path));
        Assert.Equal(["bot/App/Data/Entities.cs", "bot/App/Features/People/ReadingAudit.cs"], Ours.Where(source => source.Code.Contains("\"Audit\"", StringComparison.Ordinal)).Select(source => source.Path).Order(StringComparer.Ordinal));
        Assert.Empty(Ours.Where(source => Sql().IsMatch(source.Code)).Select(source => source.Path));
        Assert.DoesNotContain(Retention.Rules, rule => rule.Sql.Contains("Audit", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"(?<=\b[dD]b)\s*\.\s*Audit\s*\.\s*(\w+)")]
    private static partial Regex Done();

    // To the end of the statement, and what takes entries by the hand.
    [GeneratedRegex(@"\.\s*Audit\b[^;]*\b(ExecuteUpdate|ExecuteDelete|ExecuteUpdateAsync|ExecuteDeleteAsync|Remove|RemoveRange|Update|UpdateRange|Attach)\(|\b(Remove|RemoveRange|Update|UpdateRange|Attach|AttachRange)\([^;]*\bAudit", RegexOptions.Singleline)]
    private static partial Regex Changed();

    [GeneratedRegex(@"\b(Set|Entry|Entries|DbSet|Local|OfType|Cast)<AuditEntry>")]
    private static partial Regex Typed();

    [GeneratedRegex(@"\b(UPDATE|DELETE\s+FROM|MERGE\s+INTO|REPLACE\s+INTO|TRUNCATE(\s+TABLE)?|DROP\s+TABLE)\s+""?Audit\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();
}
