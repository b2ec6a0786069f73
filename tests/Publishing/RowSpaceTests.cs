using System.Globalization;

namespace ServiceCulture.Tests.Publishing;

/// <summary>All sums ever published over a year, and an attacker who knows them all.</summary>
public sealed class RowSpaceTests(ITestOutputHelper output)
{
    const int Organisations = 300;

    static readonly Lock s_remarks = new();

    [Fact]
    public void No_sum_over_one_to_four_people_follows_from_a_year_of_300_organisations()
    {
        var found = Enumerable.Range(1, Organisations).AsParallel().AsOrdered()
            .Select(seed => (Seed: seed, Leak: new RowSpaceAttack(Year.Guarded(new(seed), TimeProvider.System).Published).Finds()))
            .Where(year => year.Leak is not null).Select(year => year.Seed).ToList();
        Say($"{Organisations} organisations over a year: {found.Count} give somebody away");
        Assert.Empty(found);
    }

    [Fact]
    public void The_attack_finds_what_five_answers_alone_give_away()
    {
        var found = Enumerable.Range(1, 20).Count(seed => new RowSpaceAttack(Year.Naive(new(seed)).Published).Finds() is { Count: >= 1 and <= 4 });
        Say($"five answers and no other rule: {found} of 20 organisations give somebody away");
        Assert.InRange(found, 10, 20);
    }

    [Fact]
    public void The_attack_finds_what_windows_that_remember_nothing_give_away()
    {
        var found = Enumerable.Range(1, 20).Count(seed => new RowSpaceAttack(Year.Forgetful(new(seed)).Published).Finds() is not null);
        Say($"each window by itself: {found} of 20 organisations give somebody away");
        Assert.InRange(found, 10, 20);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void The_attack_finds_four_who_follow_from_three_sums_and_not_five(int people, bool follows)
    {
        // (A + B) + (A + C) - (B + C) is twice A.
        var (a, b, c) = (Some(1, people), Some(2, 6), Some(3, 6));
        var attack = new RowSpaceAttack([[.. a, .. b], [.. a, .. c], [.. b, .. c]]);
        Assert.Equal(3, attack.Rank);
        Assert.Equal(follows ? a.Order() : null, attack.Finds()?.Order());
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.9)]
    [InlineData(0.8)]
    public void A_team_of_14_with_ten_moves_a_year_still_sees_figures(double answering)
    {
        var shape = new Shape(Teams: 6, Smallest: 14, Largest: 14, TeamsADepartment: 3, answering, MovesAYear: 10);
        var years = Enumerable.Range(1, 10).AsParallel().AsOrdered().Select(seed => Year.Guarded(new(seed, shape), TimeProvider.System)).ToList();
        var windows = years.SelectMany(year => year.WindowsOfTeams).Order().ToList();
        Say($"a team of 14 with ten moves a year, {answering:P0} answering, sees {windows.Average():F1} of 13 windows (median {windows[windows.Count / 2]}, worst {windows[0]}); the whole organisation {years.Average(year => year.WindowsOfAll):F1}");
        Assert.InRange(windows.Average(), 3, 13);
    }

    void Say(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(text);
        // ./test prints what stands there at its end: the runner keeps a passed test's output to itself.
        if (Environment.GetEnvironmentVariable("SERVICE_CULTURE_TEST_REMARKS") is { Length: > 0 } file)
            lock (s_remarks)
                File.AppendAllText(file, text + "\n");
    }

    static List<Guid> Some(int kind, int count) => [.. Enumerable.Range(1, count).Select(n => new Guid(kind, (short)n, 0, [0, 0, 0, 0, 0, 0, 0, 1]))];
}
