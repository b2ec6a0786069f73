using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot;

public static class MyDataFeature
{
    public static Routes MapMyData(this Routes on) => on
        .Command<ShowingMyData>("mydata")
        .Press<ShowingMyData>(ShowMyData.OpenId)
        .Submit<ShowMyData, ShowingMyData>()
        .Submit<TakeMyData, ShowingMyData>()
        .Submit<EraseMyData, ErasingMyData>()
        .Submit<MyDataErased, ErasingMyData>()
        .Submit<PrivacyRules, SettingPrivacyRules>();

    public static IServiceCollection AddMyData(this IServiceCollection services) => services
        .AddSingleton<IPersonalData, ExportLinksData>()
        .AddSingleton<ExportLinks>()
        .AddSingleton(it => new PublicAddress(it.GetRequiredService<ConsoleSettings>().PublicUrl, () => OwnAddress(it)));

    // In Development the browser is on this machine, so the address that the server listens on will do.
    static string? OwnAddress(IServiceProvider it) => it.GetService<IHostEnvironment>()?.IsDevelopment() == true
        ? it.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        : null;
}
