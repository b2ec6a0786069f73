using ServiceCulture.Bot;
using ServiceCulture.Bot.Channels.Local;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Bot.Channels.Teams;
using ServiceCulture.Bot.Commands;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Features.Welcome;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.Operating;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Bot.Settings;

if (await CommandLine.RunAlone(args) is { } done)
    return done;

// Settings are read once: watching their folder would also watch a database that stands in it, write by write.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddOwnFile();
var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);

services.AddSettings(configuration, environment);
services.AddSingleton(TimeProvider.System);
services.AddDatabase(configuration);
services.AddPrivacy(configuration);
services.AddConversation();
services.AddOutbox();
services.AddScheduling(configuration);
services.AddHealth();
services.AddTelemetry();
services.AddSingleton<Starting>();

// What it can do
services.AddSingleton(new Routes()
    .MapKudos()
    .MapValues()
    .MapCheckIns()
    .MapCrisis()
    .MapRough()
    .MapPulse()
    .MapPhrases()
    .MapEscalations()
    .MapExperts()
    .MapNotes()
    .MapDigests()
    .MapProgrammes()
    .MapMyData()
    .MapPeople()
    .MapConsole()
    .MapWelcome());
services.AddPeople().AddKudos().AddCheckIns().AddCrisis().AddRough().AddPulse().AddPhrases().AddExperts().AddEscalations().AddNotes().AddDigests().AddProgrammes().AddMyData().AddPublishing();

// Where it can be reached
var local = Starting.IsLocalOn(environment, configuration.Section<LocalSettings>("Local"));
if (local)
    services.AddLocal();
services.AddSlack(configuration);
services.AddTeams(configuration, environment);
services.AddConsole();

var app = builder.Build();
if (await CommandLine.Run(args, app.Services) is { } exit)
    return exit;

app.MapHealth();
app.MapExport();
if (local)
    app.MapLocal();
app.MapSlack();
app.MapTeams();
app.MapConsole();

await app.Services.GetRequiredService<Starting>().Run(default);
app.SayWhenReady(local);
await app.RunAsync();
return Environment.ExitCode;
