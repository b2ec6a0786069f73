using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Teams;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The way into the console from Teams, where a typed line can open no dialog.</summary>
[Trait("Database", "Both")]
public sealed partial class ConsoleInTeamsTests
{
    [Fact]
    public async Task The_link_stands_in_a_dialog_behind_a_button_and_in_no_message()
    {
        await using var talk = await Start();
        await talk.Meet();
        await talk.Host.Store.Do(async db =>
        {
            var ann = await db.Accounts.Where(account => account.ExternalId == Ann.Id).Select(account => account.MemberId).SingleAsync();
            (await db.Members.SingleAsync(one => one.Id == ann)).Roles = Roles.WorksCouncil;
            return await db.SaveChangesAsync();
        }, default);
        talk.Host.Services.GetRequiredService<Register>().Forget();
        await talk.Says(Ann, "console");
        var dialog = (await talk.Press(Ann, (await talk.Received())[^1].Card, "The console")).Dialog.ToJsonString();
        var link = Link().Match(dialog).Value;
        Assert.NotEqual("", link);
        Assert.False(await talk.Host.Wrote("sign-in/"));
        var browser = new Browser(talk.Host.Client);
        Assert.Equal("/console/", (await browser.Press(await browser.Get(link))).Location);
    }

    [GeneratedRegex("https://culture\\.example/console/sign-in/[\\w-]+")]
    private static partial Regex Link();
}
