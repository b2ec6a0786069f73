using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace ServiceCulture.Bot.HrConsole.Pages.Settings;

/// <summary>Every setting with its value and where that comes from. Of what is secret it says only whether it is set.</summary>
public sealed class ReadingSettings(IConfiguration configuration)
{
    /// <param name="seesPeople">False: whoever reads sees no person, here either.</param>
    public IReadOnlyList<SettingsSection> Read(bool seesPeople) => [.. KnownSettings.All.GroupBy(one => one.Key.Split(':')[0]).Select(group =>
        new SettingsSection(group.Key, KnownSettings.Title(group.Key), [.. group.Select(one => Read(one, one.IsSecret || (one.IsPerson && !seesPeople)))]))];

    SettingRead Read(KnownSetting known, bool isHidden)
    {
        var (value, source) = Find(known.Key);
        var isSet = !string.IsNullOrEmpty(value);
        var shown = isHidden ? isSet ? "set" : "not set" : isSet ? value! : known.Default;
        return new(known.Key, known.Meaning, shown, isSet ? source! : "the default", isHidden);
    }

    // The last source that has it wins.
    (string? Value, string? Source) Find(string key)
    {
        foreach (var one in ((IConfigurationRoot)configuration).Providers.Reverse())
            if (Value(one, key) is { } value)
                return (value, Name(one));
        return (configuration[key], "elsewhere");
    }

    // A list stands under numbers.
    static string? Value(IConfigurationProvider source, string key)
    {
        if (source.TryGet(key, out var value))
            return value;
        var items = source.GetChildKeys([], key).Distinct().Select(child => source.TryGet($"{key}:{child}", out var item) ? item : null).OfType<string>().ToList();
        return items.Count == 0 ? null : string.Join(", ", items);
    }

    static string Name(IConfigurationProvider source) => source switch
    {
        JsonConfigurationProvider { Source: { Path: { } path, FileProvider: var files } } when files?.GetFileInfo(path).PhysicalPath is { } file => string.Create(CultureInfo.InvariantCulture, $"the file {file}"),
        EnvironmentVariablesConfigurationProvider => "the environment",
        CommandLineConfigurationProvider => "the command line",
        _ => "the start",
    };
}

public sealed record SettingsSection(string Name, string Title, IReadOnlyList<SettingRead> Settings);

public sealed record SettingRead(string Key, string Meaning, string Value, string Source, bool IsSecret);
