namespace ServiceCulture.Slack;

/// <summary>
/// Which of Slack's error codes mean what. What is not listed is final: Slack understood the call and refused it.
/// <see href="https://docs.slack.dev/reference/methods/chat.postMessage#errors"/>
/// </summary>
static class Failures
{
    internal static FailureClass ClassOf(string code) => code switch
    {
        // Over a limit, or refused before anything was looked at; the workspace will be back by itself.
        "ratelimited" or "rate_limited" or "message_limit_exceeded" => FailureClass.Safe,
        "request_timeout" or "team_added_to_org" or "org_login_required" or "external_channel_migrating" => FailureClass.Safe,

        // Slack's own words for these: some of it may have been done.
        "internal_error" or "fatal_error" or "service_unavailable" or "update_failed" => FailureClass.Ambiguous,
        _ => FailureClass.Final,
    };

    internal static FailureClass ClassOf(int status) => status switch
    {
        429 => FailureClass.Safe,
        408 or >= 500 => FailureClass.Ambiguous,
        _ => FailureClass.Final,
    };

    /// <summary>The status decides when it says that Slack was unwell; otherwise its code does.</summary>
    internal static FailureClass ClassOf(int status, string code) =>
        ClassOf(status) is var byStatus && byStatus != FailureClass.Final ? byStatus : ClassOf(code);

    /// <summary>An exception of the connection. Only what surely happened before the request was written is safe.</summary>
    internal static SlackApiException From(string method, Exception broken) => broken switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => new(method, "no_connection", FailureClass.Safe, inner: broken),
        OperationCanceledException => new(method, "timeout", FailureClass.Ambiguous, inner: broken),
        _ => new(method, "connection_lost", FailureClass.Ambiguous, inner: broken),
    };
}
