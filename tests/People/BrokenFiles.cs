using System.Globalization;
using System.Text;

namespace ServiceCulture.Tests.People;

/// <summary>A file of people with one thing wrong in it, or with something that only looks wrong.</summary>
/// <param name="Fault">What the refusal says; null: it is accepted.</param>
/// <param name="Why">What was done to it, and where it is accepted, the reason.</param>
sealed record BrokenFile(byte[] Bytes, string? Fault, string Why);

/// <summary>Makes broken files: each number one file, always the same.</summary>
sealed class BrokenFiles
{
    const string Heading = "email,name,team,manager,role,zone,language,country,parent team,deputy,deputy_always,starts,leaves,work_from,work_to";
    const int Email = 0, Name = 1, Team = 2, Manager = 3, Role = 4, Zone = 5, Language = 6, Country = 7, Parent = 8, Deputy = 9, Always = 10, Starts = 11, Leaves = 12, From = 13, To = 14;

    readonly Random _random;
    readonly List<string[]> _lines = [];

    BrokenFiles(int number)
    {
        _random = new Random(number);
        for (var n = 0; n < 12; n++)
            _lines.Add([$"p{n}@x.example", $"Person {n}", $"Team {n % 4}", n < 4 ? "" : $"p{n % 4}@x.example", "agent", "Europe/Berlin", "de", "DE", "", "", "", "2026-01-05", "2031-01-05", "08:00", "16:00"]);
    }

    static readonly Func<BrokenFiles, BrokenFile>[] Ways =
    [
        one => one.Encoded("utf-16", "UTF-16"), one => one.Encoded("utf-16BE", "UTF-16"), one => one.Encoded("utf-32", "UTF-16"), one => one.Latin(),
        one => one.CutLetter(), one => one.Nul(), one => one.WithMark(), one => one.Workbook(),
        one => one.Cell(Name, "\"never closed", "a quotation mark"), one => one.Raw(Name, "A\"nn", "a quotation mark"), one => one.Raw(Name, "\"A\"nn", "a quotation mark"),
        one => one.Raw(Name, "a,b", "has 16 fields, the heading has 15"), one => one.Short(),
        one => one.Cell(Email, one.Formula(), "is not an e-mail address"), one => one.Cell(Zone, one.Formula(), "is not an IANA time zone"), one => one.Cell(Role, one.Formula(), "is not a role"),
        one => one.Cell(Leaves, one.Formula(), "is not a day"), one => one.Cell(Name, one.Formula(), null, "a name may begin with any letter: it is words, and made harmless when it is exported"),
        one => one.Managers(), one => one.Teams(), one => one.Cell(Parent, line => line[Team].ToUpperInvariant(), "is the team itself"), one => one.TwoParents(),
        one => one.Twice(), one => one.Cell(Zone, one.Pick("Europe/Berln", "Mars/Base", "GMT+25", "../etc/passwd", "utc", "europe/berlin"), "is not an IANA time zone"),
        one => one.Cell(one.Pick(Starts, Leaves), one.Pick("2026-02-30", "31.12.2026", "2026/01/05", "20260105", "0001-01-01", "9999-12-31", "tomorrow", "2026-13-01", "45992"), "is not a day from 1950 to 2100"),
        one => one.Cell(Leaves, "2025-12-31", "leaves: is before the first day"), one => one.Long(), one => one.Endless(),
        one => one.Cell(Email, new string('x', one._random.Next(260, 5000)) + "@x.example", "is longer than 254 characters"),
        one => one.Cell(Role, one.Pick("boss", "admin", "hr+chief", "root", "managers"), "is not a role"), one => one.Cell(Manager, "gone@x.example", "is neither in this file nor known already"),
        one => one.Cell(Manager, line => line[Email], "nobody is their own manager"), one => one.Cell(Deputy, line => line[Email].ToUpperInvariant(), "nobody stands in for themselves"),
        one => one.Cell(Deputy, "gone@x.example", "is neither in this file nor known already"), one => one.Cell(Always, one.Pick("sometimes", "ja", "2"), "is neither yes nor no"),
        one => one.Headed(Heading + ",salary", "is not a column I know"), one => one.Headed(Heading.Replace("zone", "e-mail", StringComparison.Ordinal), "the column is there twice"),
        one => one.Headed(Heading.Replace("name,", "site,", StringComparison.Ordinal), "name: the column is missing"), one => one.TwoManagers(), one => one.TwoDeputies(),
        one => one.Cell(Country, one.Pick("UK", "DEU", "XX", "Germany", "D"), "is not a country code"), one => one.Cell(Language, one.Pick("german", "d", "de-XX", "de--DE"), "is not a language tag"),
        one => one.Cell(one.Pick(From, To), one.Pick("8", "25:00", "8pm", "08:00:00"), "is not a time"), one => one.Cell(Email, one.Pick("a\u200Bb@x.example", "a\u202Eb@x.example", "a b@x.example", "ab@x", "@x.example", "a@b@x.example"), "is not an e-mail address"),
        one => one.Cell(one.Pick(Name, Team), one.Pick("A\u0007B", "\"A\nB\"", "A\u0000B"), "", "a control character, or what looks like another encoding"), one => one.Gaps(), one => one.Odd(),
    ];

    internal static int Kinds => Ways.Length;

    internal static BrokenFile Make(int number) => Ways[number % Ways.Length](new BrokenFiles(number));

    /// <summary>The first file with a few bytes changed by chance: whatever is said of it, nothing may break.</summary>
    internal static byte[] Shaken(int number)
    {
        var one = new BrokenFiles(number);
        var bytes = one.Bytes();
        for (var n = one._random.Next(1, 6); n > 0; n--)
            bytes[one._random.Next(bytes.Length)] = (byte)one._random.Next(256);
        return bytes;
    }

    byte[] Bytes(string heading = Heading) => Encoding.UTF8.GetBytes(Words(heading));

    string Words(string heading = Heading) => heading + "\n" + string.Concat(_lines.Select(line => string.Join(',', line) + "\n"));

    T Pick<T>(params T[] of) => of[_random.Next(of.Length)];

    string Formula() => Pick("=1+1", "+49 30", "@SUM(A1)", "-2+3", "=HYPERLINK(A1)", "=cmd|' /C calc'!A0");

    int Some => _random.Next(4, 12);

    BrokenFile Encoded(string name, string fault) => Encoding.GetEncoding(name) is var encoding ? new([.. Pick(encoding.GetPreamble(), []), .. encoding.GetBytes(Words())], fault, name) : null!;

    BrokenFile Latin()
    {
        var at = Some;
        _lines[at][Name] = "Zoë";
        return new(Encoding.Latin1.GetBytes(Words()), $"line {at + 2}: is not UTF-8", "latin-1");
    }

    BrokenFile CutLetter()
    {
        var at = Some;
        _lines[at][Name] = "Zoë~";
        var bytes = Bytes().ToList();
        bytes.RemoveAt(bytes.IndexOf((byte)'~') - 1);
        return new([.. bytes], $"line {at + 2}: is not UTF-8", "half a letter");
    }

    BrokenFile Nul()
    {
        var bytes = Bytes().ToList();
        bytes.Insert(_random.Next(bytes.Count), 0);
        return new([.. bytes], "looks like UTF-16", "a NUL");
    }

    BrokenFile WithMark() => new([0xEF, 0xBB, 0xBF, .. Bytes()], null, "spreadsheets write the mark of UTF-8 before it");

    BrokenFile Workbook() => new([.. "PK\u0003\u0004"u8, .. Bytes()], "a workbook, not CSV", "a workbook");

    BrokenFile Cell(int column, string words, string? fault, string why = "") => Cell(column, _ => words, fault, why);

    // Below the managers, so that the fault stands on the line it is written in.
    BrokenFile Cell(int column, Func<string[], string> words, string? fault, string why = "")
    {
        var at = Some;
        _lines[at][column] = words(_lines[at]);
        return new(Bytes(), fault, $"{why} {_lines[at][column][..Math.Min(60, _lines[at][column].Length)]} on line {at + 2}".Trim());
    }

    BrokenFile Raw(int column, string words, string fault)
    {
        var at = Some;
        _lines[at][column] = words;
        return new(Bytes(), $"line {at + 2}: {fault}", words);
    }

    BrokenFile Short()
    {
        var at = Some;
        _lines[at] = _lines[at][..^_random.Next(1, 12)];
        return new(Bytes(), $"line {at + 2}: has {_lines[at].Length} fields", "too few");
    }

    BrokenFile Managers()
    {
        var around = _random.Next(2, 5);
        for (var n = 0; n < around; n++)
            (_lines[n][Manager], _lines[n][Team]) = ($"p{(n + 1) % around}@x.example", $"Board {n}");
        return new(Bytes(), "line 2, manager's e-mail: these people manage each other in a circle", $"{around} around");
    }

    BrokenFile Teams()
    {
        var around = _random.Next(2, 5);
        for (var n = 0; n < around; n++)
            _lines[n][Parent] = $"Team {(n + 1) % around}";
        return new(Bytes(), "parent team: these teams belong to each other in a circle", $"{around} around");
    }

    BrokenFile TwoParents()
    {
        (_lines[4][Parent], _lines[8][Parent]) = ("Board", Pick("Office", "-"));
        return new(Bytes(), "line 10, parent team: the team “Team 0” belongs to “Board” by line 6", "two parents");
    }

    BrokenFile Twice()
    {
        var (first, second) = (_random.Next(4, 7), _random.Next(7, 12));
        _lines[second][Email] = Pick($"P{first}@X.example", $" p{first}@x.example ", $"p{first}@x.example");
        return new(Bytes(), $"line {second + 2}, e-mail: p{first}@x.example is on line {first + 2} too", "twice");
    }

    BrokenFile Long()
    {
        var column = Pick(Name, Team, Parent);
        return Cell(column, new string('x', _random.Next(201, 60_000)), "is longer than 200 characters");
    }

    BrokenFile Endless()
    {
        _lines[5][Name] = "\"" + new string('x', _random.Next(70_000, 300_000));
        return new(Bytes(), "is a quotation mark not closed?", "a record without end");
    }

    BrokenFile Headed(string heading, string fault) => new(Bytes(heading), fault, heading);

    BrokenFile TwoManagers()
    {
        _lines[8][Manager] = "p3@x.example";
        return new(Bytes(), "the team “Team 0” has two managers", "two managers");
    }

    BrokenFile TwoDeputies()
    {
        (_lines[4][Role], _lines[8][Role]) = ("deputy", "deputy + expert");
        return new(Bytes(), "line 10, role: the team “Team 0” has two deputies", "two deputies");
    }

    BrokenFile Gaps()
    {
        var words = Words().Split('\n').ToList();
        for (var n = 0; n < 5; n++)
            words.Insert(_random.Next(words.Count + 1), Pick("", " ", new string(',', 14), "\"\""));
        return new(Encoding.UTF8.GetBytes(string.Join(Pick("\n", "\r\n"), words)), null, "empty lines say nothing");
    }

    BrokenFile Odd()
    {
        _lines[Some][Name] = Pick("\"Storm, Mia\"", "\"Mia \"\"M\"\" Storm\"", "🦊", "Ελένη", "李小龍", "<b>x</b>", "Robert'); DROP TABLE", new string('n', 200)).ToString(CultureInfo.InvariantCulture);
        return new(Bytes(), null, "names are whatever people are called");
    }
}
