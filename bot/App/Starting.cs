using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot;

/// <summary>What must be there before the first request: the schema (not in Production), the shipped values, prompts, phrases and help lines, the installations.</summary>
public sealed class Starting(IStore store, Register register, IHostEnvironment environment, IServiceProvider services)
{
    /// <summary>Among the policies, and no rule of HR's: which build of the program brought the texts that come with it.</summary>
    const string ShippedBy = "program.shipped-by";

    public async Task Run(CancellationToken cancel)
    {
        if (!environment.IsProduction())
            await store.Migrate(cancel);
        await services.GetRequiredService<KeyStore>().Prepare(cancel);
        await store.Do(async db =>
        {
            await BringShipped(db, cancel);
            await Install(db, cancel);
            await db.SaveChangesAsync(cancel);
            await RostersAtStart.MakeDue(db, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
            if (environment.IsDevelopment() && IsLocalOn(environment, services.GetRequiredService<LocalSettings>()))
            {
                await DemoOrganisation.FillIfEmpty(db, services.GetRequiredService<TimeProvider>(), cancel);
                await db.SaveChangesAsync(cancel);
                await DemoTopics.FillIfEmpty(db, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
            }
            await services.GetRequiredService<NamedOwner>().Bring(db, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        register.Forget();
        await services.GetRequiredService<FirstQuery>().Made;
    }

    // What is shipped changes with the program alone: a build that brought it once has nothing to look for the next time.
    static async Task BringShipped(Db db, CancellationToken cancel)
    {
        var build = typeof(Starting).Module.ModuleVersionId.ToString();
        var brought = await db.Policies.SingleOrDefaultAsync(policy => policy.Key == ShippedBy, cancel);
        if (brought?.Value == build)
            return;
        await Shipping.Bring(db, cancel);
        await ShippedHelp.Bring(db, cancel);
        await ShippedPacks.Bring(db, cancel);
        await ShippedPhrases.Bring(db, cancel);
        if (brought is null)
            db.Policies.Add(new Policy { Key = ShippedBy, Value = build });
        else
            brought.Value = build;
        await db.SaveChangesAsync(cancel);
    }

    public static bool IsLocalOn(IHostEnvironment environment, LocalSettings local) => (local.Enabled ?? environment.IsDevelopment()) && environment.IsDevelopment();

    // Slack's workspace tells its id when it is asked for the first time; tenant and page are known beforehand.
    async Task Install(Db db, CancellationToken cancel)
    {
        if (IsLocalOn(environment, services.GetRequiredService<LocalSettings>()))
            await Install(db, Channel.Local, "local", "The local page", cancel);
        if (services.GetRequiredService<BotFrameworkSettings>() is { IsOn: true, TenantId.Length: > 0 } teams)
            await Install(db, Channel.Teams, teams.TenantId, "Microsoft Teams", cancel);
    }

    async Task Install(Db db, Channel channel, string externalId, string name, CancellationToken cancel)
    {
        if (!await db.Installations.AnyAsync(i => i.Channel == channel && i.ExternalId == externalId, cancel))
            db.Installations.Add(new Installation { Channel = channel, ExternalId = externalId, Name = name, CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime });
    }
}
