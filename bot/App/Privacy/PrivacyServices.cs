using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot;

public static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => KeyStore.At(configuration.Section<ConnectionSettings>("ConnectionStrings").Keys))
        .AddSingleton(it => new Vault(it.GetRequiredService<KeyStore>(), MasterKey.Read(it.GetRequiredService<PrivacySettings>()), it.GetRequiredService<TimeProvider>()))
        .AddSingleton<PersonalData>();
}
