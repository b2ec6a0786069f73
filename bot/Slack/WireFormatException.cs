namespace ServiceCulture.Slack;

/// <summary>Something Slack sent does not have the shape it should. Its message names fields only, never what stood in them.</summary>
sealed class WireFormatException(string message) : Exception(message);
