using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.HrConsole.Pages.Policies;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The page with HR's rules: each there is, each with what it may be.</summary>
public sealed class PoliciesPageTests : OverTheDatabase
{
    MemberInfo _ines = null!;

    KeepingPolicies Page => Bot.Make<KeepingPolicies>();

    private protected override async Task Arrange() =>
        _ines = (await Bot.Get<Register>().Member((await Bot.Member("Ines Moor", roles: Roles.Hr)).Id, default))!;

    [Fact]
    public async Task A_rule_is_in_force_at_once_and_can_be_put_back()
    {
        var limit = Known(Policies.KudosDailyLimitKey);
        Assert.Equal(("10", null), await Page.Set(limit, "3", _ines, default));
        Assert.Equal(3, (await Bot.Get<Register>().Policies(default)).KudosDailyLimit);
        Assert.Equal(("3", null), await Page.Set(limit, "10", _ines, default));
        Assert.Equal(10, (await Bot.Get<Register>().Policies(default)).KudosDailyLimit);
        Assert.Equal(["kudos.daily-limit=3", "kudos.daily-limit=10"], await Bot.Read(db => db.Audit.Where(one => one.Act == KeepingPolicies.Act).OrderBy(one => one.Id).Select(one => one.Row).ToListAsync()));
        Assert.Equal(_ines.Id, (await Bot.Read(db => db.Policies.SingleAsync())).ChangedBy);
    }

    [Fact]
    public async Task What_stays_as_it_is_leaves_no_trace()
    {
        await Page.Set(Known(Policies.KudosDailyLimitKey), "10", _ines, default);
        Assert.Equal(0, await Bot.Read(db => db.Audit.CountAsync()));
        Assert.Equal(0, await Bot.Read(db => db.Policies.CountAsync()));
    }

    [Fact]
    public async Task Words_taken_out_are_the_shipped_ones_again_and_never_stand_in_the_log()
    {
        var words = Known(Policies.AbuseTextKey);
        await Page.Set(words, "You may end the call.", _ines, default);
        Assert.Equal("You may end the call.", (await Bot.Get<Register>().Policies(default)).AbuseText);
        await Page.Set(words, "", _ines, default);
        Assert.Null((await Bot.Get<Register>().Policies(default)).AbuseText);
        Assert.All(await Bot.Read(db => db.Audit.ToListAsync()), entry => Assert.Equal(Policies.AbuseTextKey, entry.Row));
    }

    [Theory]
    [InlineData(Policies.KudosDailyLimitKey, "1001", "0 to 1000")]
    [InlineData(Policies.KudosDailyLimitKey, "-1", "0 to 1000")]
    [InlineData(Policies.KudosDailyLimitKey, "ten", "0 to 1000")]
    [InlineData(Policies.PrivateDaysKey, "181", "1 to 180")]
    [InlineData(Policies.PrivateDaysKey, "0", "1 to 180")]
    [InlineData(Policies.KudosValueKey, "always", "pick one")]
    public async Task What_it_may_not_be_is_said_and_changes_nothing(string key, string value, string says)
    {
        Assert.Contains(says, (await Page.Set(Known(key), value, _ines, default)).Fault, StringComparison.Ordinal);
        Assert.Equal(0, await Bot.Read(db => db.Policies.CountAsync()));
    }

    [Fact]
    public void Every_default_is_what_holds_without_a_row_and_may_be_set()
    {
        foreach (var known in KnownPolicy.All.Where(known => known is not KnownPolicy.Words))
        {
            Assert.Null(known.Fault(known.Default));
            Assert.Equal((known.Key, Policies.Default), (known.Key, Policies.From([new Policy { Key = known.Key, Value = known.Default }])));
        }
    }

    [Fact]
    public void What_a_number_may_be_is_what_the_bot_takes_it_for()
    {
        foreach (var number in KnownPolicy.All.OfType<KnownPolicy.Number>())
            foreach (var end in new[] { number.Least, number.Most })
                Assert.NotEqual((number.Key, Policies.From([Row(number, end)])), (number.Key, Policies.From([Row(number, end == number.Least ? end + 1 : end - 1)])));
    }

    static Policy Row(KnownPolicy.Number number, int value) => new() { Key = number.Key, Value = value.ToString(CultureInfo.InvariantCulture) };

    static KnownPolicy Known(string key) => KnownPolicy.All.Single(one => one.Key == key);
}
