using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Whom a file means by an e-mail, and in which zone their times are meant.</summary>
sealed class CsvPeople
{
    readonly Dictionary<string, (Guid Member, TimeZoneInfo Zone)> _people = new(StringComparer.Ordinal);

    CsvPeople()
    {
    }

    /// <summary>Whoever turned out to be another member is that one.</summary>
    internal static async Task<CsvPeople> Read(Db db, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Select(member => new { member.Id, member.Email, member.Zone, member.MergedInto }).ToListAsync(cancel);
        var byId = members.ToDictionary(member => member.Id);
        var people = new CsvPeople();
        foreach (var member in members.Where(member => member.Email is not null))
        {
            var one = member;
            while (one.MergedInto is { } other)
                one = byId[other];
            people._people[member.Email!] = (one.Id, LocalDay.Zone(one.Zone));
        }
        return people;
    }

    /// <returns>Null, and a fault, where nobody is known by it.</returns>
    internal (Guid Member, TimeZoneInfo Zone)? Find(CsvRow row, string field, ICollection<CsvFault> faults)
    {
        var email = row[field].ToLowerInvariant();
        if (_people.TryGetValue(email, out var person))
            return person;
        faults.Add(new(row.Number, field, email.Length == 0 ? "is missing" : $"{CsvFault.Quoted(email)} is nobody I know; people come with the people file, by their e-mail"));
        return null;
    }
}
