using ServiceCulture.Bench.Sink;

// One terminal delegate and no routing: what the sink costs is taken from the servers it measures.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var received = new Received();

app.Run(context => (context.Request.Method, context.Request.Path.Value ?? "") switch
{
    ("GET", "/counts") => received.Write(context.Response),
    ("POST", "/reset") => received.Reset(),
    (_, var path) when path.StartsWith("/api/", StringComparison.Ordinal) => WebApi.Answer(context, path[5..], received),
    _ => WebApi.Answer(context, "response_url", received),
});

await app.RunAsync();
