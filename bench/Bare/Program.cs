using System.Text;
using System.Text.Json;
using ServiceCulture.Bench.Bare;

// What no server on this stack can go below: read the body, verify Slack's signature over it, parse it, answer 200. Nothing is done with it.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var verifier = new Signature(Encoding.UTF8.GetBytes(builder.Configuration["Slack:SigningSecret"] ?? throw new InvalidOperationException("Slack:SigningSecret is missing.")), TimeProvider.System);

app.Run(async context =>
{
    using var body = await RawBody.Read(context.Request);
    context.Response.StatusCode =
        body is null ? StatusCodes.Status413PayloadTooLarge
        : !verifier.Holds(context.Request.Headers, body.Bytes) ? StatusCodes.Status401Unauthorized
        : IsUnderstood(context.Request.ContentType, body.Bytes) ? StatusCodes.Status200OK
        : StatusCodes.Status400BadRequest;
});

await app.RunAsync();

static bool IsUnderstood(string? contentType, ReadOnlySpan<byte> body) => contentType switch
{
    "application/x-www-form-urlencoded" => SlashCommand.Parse(body) is { Command: "/kudos", Text: not "" },
    "application/json" => JsonSerializer.Deserialize(body, Wire.Default.Envelope) is { Event: not null },
    _ => false,
};
