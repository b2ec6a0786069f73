using System.Security.Cryptography;

namespace ServiceCulture.Bot.Settings;

/// <summary>The key above all others: from the settings; in Development made once and kept in data/.</summary>
public static class MasterKey
{
    const string MadeFile = "data/master.key";

    public static byte[] Read(PrivacySettings settings)
    {
        if (settings.MasterKey is { Length: > 0 } key)
            return Convert.FromBase64String(key);
        if (!File.Exists(MadeFile))
            Make();
        return Convert.FromBase64String(File.ReadAllText(MadeFile).Trim());
    }

    static void Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(MadeFile)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(MadeFile, options);
        file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }
}
