using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The switches of all sites, as the console has them.</summary>
public sealed class SiteSwitchesTests : OverTheDatabase
{
    [Fact]
    public async Task A_feature_is_off_at_one_site_at_once_and_on_again()
    {
        var (mira, ben) = (await Bot.Member("Mira Solano"), await Bot.Member("Ben Okafor"));
        var ines = (await Bot.Get<Register>().Member((await Bot.Member("Ines Moor", roles: Roles.Hr)).Id, default))!;
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == mira.Id)).Site = "Kiel";
            (await db.Members.SingleAsync(one => one.Id == ben.Id)).Site = "Lyon";
        });
        var switches = Bot.Make<SiteSwitches>();
        Assert.Equal(["Kiel", "Lyon"], (await switches.Read(default)).Select(site => site.Name));
        Assert.Equal(["Kudos", "Check-ins", "Weekly pulse", "Help with hard calls", "Phrase bank"], SiteSwitches.Features.Select(feature => feature.Name));

        await switches.Set("Kiel", "kudos", false, ines, default);
        await switches.Set("Kiel", "kudos", false, ines, default);
        await switches.Set("Kiel", "help", false, ines, default);
        Assert.Contains("HR has switched kudos off", (await Bot.Types(mira, "mykudos")).Words);
        Assert.DoesNotContain("switched", (await Bot.Types(ben, "mykudos")).Words);
        Assert.Equal(["kudos"], (await switches.Read(default)).Single(site => site.Name == "Kiel").Off);
        await switches.Set("Kiel", "kudos", true, ines, default);
        Assert.DoesNotContain("switched", (await Bot.Types(mira, "mykudos")).Words);
        Assert.Equal(["Kiel/kudos off", "Kiel/kudos on"], await Bot.Read(db => db.Audit.OrderBy(one => one.Id).Select(one => one.Row).ToListAsync()));
        Assert.Equal(2, await Bot.Read(db => db.Replannings.CountAsync(one => one.Site == "Kiel")));
    }
}
