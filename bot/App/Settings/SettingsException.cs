namespace ServiceCulture.Bot.Settings;

/// <summary>The settings are wrong; the message names each key.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
