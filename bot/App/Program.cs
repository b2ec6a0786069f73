using ServiceCulture.Bot;
using ServiceCulture.Bot.Commands;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Operating;
using ServiceCulture.Bot.Scheduling;

if (await CommandLine.RunAlone(args) is { } done)
    return done;

// Settings are read once: watching their folder would also watch a database that stands in it, write by write.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddOwnFile();
var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);

services.AddSettings(configuration, environment);
services.AddSingleton(TimeProvider.System).AddSingleton<Starting>();
services.AddDatabase(configuration).AddPrivacy(configuration).AddConversation().AddOutbox().AddScheduling(configuration).AddHealth().AddTelemetry();

// What it can do
services.AddSingleton(new Routes()
    .MapKudos()
    .MapValues()
    .MapCheckIns()
    .MapCrisis()
    .MapRough()
    .MapPulse()
    .MapPhrases()
    .MapEscalations().MapExperts().MapNotes()
    .MapDigests()
    .MapProgrammes()
    .MapMyData()
    .MapPeople()
    .MapConsole()
    .MapWelcome());
services.AddPeople().AddKudos().AddCheckIns().AddCrisis().AddRough().AddPulse().AddPhrases().AddExperts().AddEscalations().AddNotes().AddDigests().AddProgrammes().AddMyData().AddPublishing();

// Where it can be reached
var local = Starting.IsLocalOn(environment, configuration);
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
