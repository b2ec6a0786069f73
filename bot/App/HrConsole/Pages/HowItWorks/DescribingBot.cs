using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.HrConsole.Pages.Policies;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

/// <summary>Everything that is in force now, read from where the bot itself reads it.</summary>
public sealed class DescribingBot(IStore store, KeepingPolicies policies, TimeProvider clock, IServiceProvider services)
{
    readonly Register _register = services.GetRequiredService<Register>();

    public async Task<InForce> Read(CancellationToken cancel)
    {
        await using var db = store.Open();
        var values = await ValueBook.Read(_register, cancel);
        return new InForce(
            await db.PromptPacks.AsNoTracking().Where(pack => pack.State == PackState.Published).OrderBy(pack => pack.Name).ToListAsync(cancel),
            [.. (await ReadingProgrammes.All(db, cancel)).Where(one => one.State is ProgrammeStanding.On or ProgrammeStanding.Paused)],
            await db.HelpLines.AsNoTracking().Where(line => line.ConfirmedAt != null).OrderBy(line => line.Country).ThenBy(line => line.Name).ToListAsync(cancel),
            await policies.Read(cancel),
            Flows())
        {
            Values = values.ForKudos,
            Texts = new SpokenTexts(await _register.Policies(cancel), values, clock.GetUtcNow().UtcDateTime).All,
            Phrases = await Phrases(cancel),
        };
    }

    // Everybody's: what a team has added is the team's own.
    async Task<IReadOnlyList<(Situation Situation, IReadOnlyList<PhraseWords> Phrases)>> Phrases(CancellationToken cancel)
    {
        var book = await PhraseBook.Read(_register, cancel);
        return [.. Situation.All.Select(situation => (situation, book.For(situation, new MemberInfo(Guid.Empty, ""))))];
    }

    // Whom the bot speaks to, outside itself: nobody else.
    List<(string To, string What)> Flows()
    {
        var (slack, teams, organisation) = (services.GetRequiredService<SlackSettings>(), services.GetRequiredService<BotFrameworkSettings>(), services.GetRequiredService<DatabaseSettings>());
        var flows = new List<(string, string)>();
        if (slack.IsOn)
            flows.Add(("Slack", "Messages to people and channels; the list of people is read from there. What people write in private forms is never sent as a message."));
        if (teams.IsOn)
            flows.Add(("Microsoft Teams", "The same, for Teams."));
        flows.Add((organisation.Provider is DatabaseProvider.PostgreSql ? "The database, PostgreSQL" : "The database, a file on the server", "All that is stored, as the table below says; private words sealed with each person's own key."));
        flows.Add(("The key store", "Those keys, wrapped by a master key that stands in neither. It has backups of its own."));
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
            flows.Add(("A collector of metrics that the operator named", "Kinds and outcomes in numbers; no words, no names."));
        return flows;
    }
}

/// <param name="Packs">Published.</param>
/// <param name="Programmes">Running or paused.</param>
/// <param name="Lines">Confirmed by HR.</param>
/// <param name="Flows">Whom data go to, and which.</param>
public sealed record InForce(IReadOnlyList<PromptPack> Packs, IReadOnlyList<ProgrammeRow> Programmes, IReadOnlyList<HelpLine> Lines, IReadOnlyList<PolicyRead> Policies, IReadOnlyList<(string To, string What)> Flows)
{
    /// <summary>For which one can thank.</summary>
    public IReadOnlyList<CoreValue> Values { get; init; } = [];

    /// <summary>What people read of the bot besides.</summary>
    public IReadOnlyList<WordGroup> Texts { get; init; } = [];

    /// <summary>Words for the customer, by situation.</summary>
    public IReadOnlyList<(Situation Situation, IReadOnlyList<PhraseWords> Phrases)> Phrases { get; init; } = [];
}
