using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Bureaus;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;
using Enforcement.Silo.Recorders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enforcement.Fleet.Bench;

/// <summary>The whole program behind Kestrel, each recorder with its own key, against Kestrel alone: it reads the same bodies and answers as many bytes.</summary>
internal sealed class Requests : IPairs
{
    private const int Clients = 16;
    private readonly WebApplication _program;
    private readonly WebApplication _bare;
    private readonly (string Id, string Key)[] _recorders;
    private readonly int _requests;
    private long _number;

    private Requests(WebApplication program, WebApplication bare, (string Id, string Key)[] recorders, int requests) =>
        (_program, _bare, _recorders, _requests) = (program, bare, recorders, requests);

    public static async Task<Requests> StartAsync(string folder, int recorders, int requests)
    {
        var program = Silo.Program.Build(
            new StartOptions
            {
                DataFolder = Path.Combine(folder, "program"),
                Training = true,
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Enforcement:Fleet:BatchesPerSecond"] = "1000", ["Enforcement:Fleet:BatchesAtOnce"] = "10000" },
            },
            static services => services.AddLogging(logging => logging.ClearProviders()));
        StartUp.Prepare(program);
        await program.StartAsync();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = builder.Build();
        bare.MapPost("/api/v1/telemetry", static async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            return Results.Content("""{"now":"2026-03-02T01:00:00.0000000+00:00","taken":1,"repeated":0,"refused":[]}""", "application/json");
        });
        await bare.StartAsync();
        return new Requests(program, bare, await RegisterAsync(program, recorders), requests);
    }

    public Task<double> OursAsync() => RunAsync(_program);

    public Task<double> BareAsync() => RunAsync(_bare);

    public async ValueTask DisposeAsync()
    {
        await _bare.StopAsync();
        await _program.StopAsync();
        await _bare.DisposeAsync();
        await _program.DisposeAsync();
    }

    private async Task<double> RunAsync(WebApplication server)
    {
        using HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = new Uri(server.Urls.First()) };
        var first = _number;
        _number += _requests;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; i < _requests; i += Clients)
            {
                await SendAsync(http, _recorders[i % _recorders.Length], first + i + 1);
            }
        })));
        return _requests / watch.Elapsed.TotalSeconds;
    }

    private static async Task SendAsync(HttpClient http, (string Id, string Key) recorder, long number)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"recorder":"{{{recorder.Id}}}","reports":[{"sequence":{{{number}}},"at":"{{{TimeProvider.System.GetUtcNow():O}}}","battery":80,"charging":false,"docked":false,"storageFree":21474836480,"storageTotal":34359738368,"firmware":"2.1.4","position":{"latitude":35.01,"longitude":113.02}}]}""");
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/telemetry") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", recorder.Key);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode || !(await answer.Content.ReadAsStringAsync()).Contains("\"taken\":1", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static async Task<(string Id, string Key)[]> RegisterAsync(WebApplication program, int count)
    {
        var (grains, keys) = (program.Services.GetRequiredService<IGrainFactory>(), program.Services.GetRequiredService<RecorderKeys>());
        static Caller As(string role, string command) => new($"bench-{role}", "某人", role, "CM", null, $"bench-{command}");
        await grains.GetGrain<IBureauGrain>("CM").FoundAsync(new FoundBureau("城市管理局", "City Management Bureau", "城管", "CM", "中心区"), As("administrator", "found"));
        string[] ids = [.. Enumerable.Range(1, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"R-{i:00000}"))];
        await Parallel.ForEachAsync(ids, async (id, _) =>
        {
            var reply = await grains.GetGrain<IRecorderGrain>(id).RegisterAsync(new RegisterRecorder("CM", "DSJ-X9", id), As("fleet-manager", id));
            if (!reply.Done)
            {
                throw new InvalidOperationException(reply.Broken[0].Text.En);
            }
        });
        return [.. ids.Select(id => (id, keys.KeyOf(id, 1)))];
    }
}
