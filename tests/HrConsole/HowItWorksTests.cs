using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.HrConsole.Pages.HowItWorks;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.House;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The page for HR and the works council: nothing left out, nothing made up.</summary>
public sealed class HowItWorksTests
{
    [Fact]
    public void Every_table_of_the_database_stands_in_what_is_kept()
    {
        var rows = Handbook.Table("tables.md");
        using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        var named = rows.SelectMany(row => row[0].Value.Split(", ")).Where(name => !name.StartsWith("QRTZ", StringComparison.Ordinal));
        Assert.Equal(db.Model.GetEntityTypes().Select(type => type.GetTableName()).Order(), named.Order());
        Assert.All(rows, row => Assert.Equal(4, row.Count));
        Assert.Contains(rows, row => row[2].Value.Contains("<code>privacy.days</code>", StringComparison.Ordinal));
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.Value.Contains('`', StringComparison.Ordinal));
    }

    [Fact]
    public void The_rules_of_publication_are_all_there() => Assert.Equal(5, Handbook.Points("publication.md", "The rules").Count);

    [Fact]
    public void Every_private_form_there_is_stands_there_word_for_word()
    {
        var files = Sources.Below("cards").Where(source => source.Code.Contains("Private = true", StringComparison.Ordinal)).Select(source => source.Code).ToList();
        var forms = typeof(GiveKudos).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IForm<>)))
            .Where(type => files.Exists(code => code.Contains($"record {type.Name}(", StringComparison.Ordinal) || code.Contains($"record {type.Name} ", StringComparison.Ordinal)));
        Assert.Empty(forms.Select(type => (string)type.GetProperty("Id")!.GetValue(null)!).Except(Said().SelectMany(group => group.Texts).Select(text => text.Form)));
    }

    [Fact]
    public void What_is_asked_answered_and_offered_is_said_as_it_is_in_force()
    {
        var all = Lines(Policies.Default with { AbuseText = "Hang up; your lead knows.", CrisisProgramme = "Call 5555, at no cost.", PrivateDays = 41 });
        List<string> wanted =
        [
            .. Enumerable.Range(CheckInCard.Lowest, CheckInCard.Highest).Select(step => CheckInCard.Name(step).Plain(Reader.Plain)),
            .. PatternWords.Ids.SelectMany(id => new[] { PatternWords.Of(id).Name, PatternWords.Of(id).Line }).Select(words => words.Plain(Reader.Plain)),
            .. PulseStatements.Ids.Select(id => PulseStatements.Words(id).Plain(Reader.Plain)),
            .. Enumerable.Range(0, SteadyLines.Count).SelectMany(turn => new[] { SteadyLines.Settle(turn), SteadyLines.Before(turn), SteadyLines.After(turn) }).Select(words => words.Plain(Reader.Plain)),
            .. CheckInTexts.Helps.Select(help => help.Words),
            "a key of your own, for at most 41 days;", "Only you can see this. It is kept for at most 41 days.", "Hang up; your lead knows.", "Call 5555, at no cost.", "nobody is watching or reading along", "You look after customers", "DE 112", "I can say what happened, and what I'd try next.",
        ];
        Assert.All(wanted, words => Assert.Contains(words, all, StringComparison.Ordinal));
        Assert.DoesNotContain(CheckInTexts.Abuse, all, StringComparison.Ordinal);
        Assert.Contains(CheckInTexts.Abuse, Lines(Policies.Default), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_country_with_an_emergency_number_is_there() => Assert.All(ShippedHelp.EmergencyNumbers, one => Assert.Contains($"{one.Country} {one.Number}", Lines(Policies.Default), StringComparison.Ordinal));

    static string Lines(Policies rules) => string.Join('\n', Said(rules).SelectMany(group => group.Texts).SelectMany(text => text.Lines).Select(line => line.Words));

    static IReadOnlyList<WordGroup> Said(Policies? rules = null) => new SpokenTexts(rules ?? Policies.Default, new ValueBook([], []), DateTime.UnixEpoch).All;

    [Fact]
    public void Every_right_is_said_in_words() => Assert.All(Enum.GetValues<Right>(), right => Assert.NotEqual(right.ToString(), RightWords.Say(right)));

    [Fact]
    public void What_is_said_of_the_works_council_is_what_it_may()
    {
        Assert.True(RightWords.May(Roles.WorksCouncil, Right.SeeRules));
        Assert.False(RightWords.May(Roles.WorksCouncil, Right.SeePeople));
        Assert.True(RightWords.MayOfTheirTeam(Right.SeeTeam));
        Assert.False(RightWords.MayOfTheirTeam(Right.SeeParticipation));
    }
}
