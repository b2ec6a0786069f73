using System.Text;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>Whoever imports a long file is told how far it has come.</summary>
public sealed class ImportProgressTests : OverTheDatabase
{
    const int Many = 620;

    [Fact]
    public async Task People_are_counted_while_they_are_looked_at_and_while_they_are_written()
    {
        var told = await Told(progress => Bot.Get<ImportPeople>().Run(File("e-mail,name\n", n => $"p{n}@acme.example,Person {n}"), dryRun: false, by: null, default, progress));
        Assert.Equal([250, 500, Many], told.Where(one => !one.IsSecond).Select(one => one.Lines));
        Assert.Equal([250, 500, Many], told.Where(one => one.IsSecond).Select(one => one.Lines));
    }

    [Fact]
    public async Task Shifts_too()
    {
        await Bot.Get<ImportPeople>().Run(File("e-mail,name\n", n => $"p{n}@acme.example,Person {n}"), dryRun: false, by: null, default);
        var told = await Told(progress => Bot.Get<ImportShifts>().Run(File("person,start,end\n", n => $"p{n}@acme.example,2026-03-09 09:00,2026-03-09 17:00"), dryRun: false, by: null, default, progress));
        Assert.Equal([(false, 250), (false, 500), (false, Many), (true, 500), (true, Many)], told.Select(one => (one.IsSecond, one.Lines)));
    }

    [Fact]
    public async Task A_refused_file_is_not_counted_twice()
    {
        var told = await Told(progress => Bot.Get<ImportPeople>().Run(File("e-mail,name\n", n => n == 5 ? "broken,Person" : $"p{n}@acme.example,Person {n}"), dryRun: false, by: null, default, progress));
        Assert.DoesNotContain(told, one => one.IsSecond);
    }

    static async Task<List<CsvProgress>> Told<T>(Func<IProgress<CsvProgress>, Task<T>> import)
    {
        var remembering = new Remembering();
        await import(remembering);
        return remembering.Told;
    }

    static MemoryStream File(string heading, Func<int, string> line) => new(Encoding.UTF8.GetBytes(heading + string.Concat(Enumerable.Range(0, Many).Select(n => line(n) + "\n"))));

    sealed class Remembering : IProgress<CsvProgress>
    {
        public List<CsvProgress> Told { get; } = [];

        public void Report(CsvProgress value) => Told.Add(value);
    }
}
