using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Enforcement.Grains.Media;
using Enforcement.Silo.Uploads;
using Enforcement.Storage.Media;
using Enforcement.Uploads.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>The upload server on a real socket, with a folder, a clock and a receiver of its own.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly bool _owned;
    private readonly WebApplication _app;

    private UploadServer(string root, bool owned, TestSink sink, TestClock clock, Action<UploadOptions>? configure, Action<WebApplication>? map)
    {
        Root = root;
        _owned = owned;
        Sink = sink;
        Clock = clock;
        _app = UploadHost.Build(root, 0, sink, configure, services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IMediaAlarm>(Alarm), map);
    }

    public string Root { get; }

    public TestSink Sink { get; }

    public TestClock Clock { get; }

    public HttpClient Client { get; private set; } = new();

    public TestAlarm Alarm { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    public MediaFolders Folders => _app.Services.GetRequiredService<MediaFolders>();

    public IMediaStore Store => _app.Services.GetRequiredService<IMediaStore>();

    public IMediaStaging Staging => _app.Services.GetRequiredService<IMediaStaging>();

    public UploadSweeper Sweeper => _app.Services.GetRequiredService<UploadSweeper>();

    public static async Task<UploadServer> StartAsync(
        Action<UploadOptions>? configure = null, string? root = null, TestSink? sink = null, TestClock? clock = null,
        Action<WebApplication>? map = null)
    {
        var server = new UploadServer(
            root ?? Directory.CreateTempSubdirectory("uploads-test-").FullName, root is null, sink ?? new TestSink(), clock ?? new TestClock(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)), configure, map);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        server.Client = new HttpClient { BaseAddress = server.Address };
        return server;
    }

    public static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Metadata(params (string Key, string Value)[] pairs) =>
        string.Join(',', pairs.Select(pair => $"{pair.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Value))}"));

    public static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public Task<HttpResponseMessage> CreateAsync(long length, string? metadata = null, params (string Name, string Value)[] headers) =>
        Client.SendAsync(Request(
            HttpMethod.Post, UploadHost.Path,
            [("Upload-Length", length.ToString()), ("Upload-Metadata", metadata ?? Metadata(("recordingId", "rec-1"), ("filename", "a.mp4"))), .. headers]));

    public async Task<string> CreatedAsync(long length, string? metadata = null)
    {
        using var response = await CreateAsync(length, metadata);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, byte[] bytes, params (string Name, string Value)[] headers) =>
        PatchAsync(path, offset, new ByteArrayContent(bytes), headers);

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Patch, path, [("Upload-Offset", offset.ToString()), .. headers]);
        request.Content = content;
        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/offset+octet-stream");
        return Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> HeadAsync(string path) => Client.SendAsync(Request(HttpMethod.Head, path));

    public async Task<long> OffsetAsync(string path)
    {
        using var response = await HeadAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return long.Parse(response.Headers.GetValues("Upload-Offset").Single());
    }

    /// <summary>Sends the head of a PATCH and the first bytes of its body, and leaves the connection open.</summary>
    public async Task<TcpClient> BeginPatchAsync(string path, long offset, int announced, byte[] sent, string extra = "")
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        var head = $"PATCH {path} HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\n"
            + $"Upload-Offset: {offset}\r\nContent-Length: {announced}\r\n{extra}\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await client.GetStream().WriteAsync(sent);
        return client;
    }

    /// <summary>Waits until the part file in staging has this many bytes.</summary>
    public async Task ArrivedAsync(string path, long bytes)
    {
        var part = Folders.Part(path.Split('/')[^1]);
        await Eventually.AsyncTrue(() => Task.FromResult(File.Exists(part) && new FileInfo(part).Length >= bytes), $"{bytes} bytes in staging");
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal("urn:enforcement:problem:" + code, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }

    /// <summary>The proof that a refusal broke nothing: a whole new upload succeeds.</summary>
    public async Task StillWorksAsync()
    {
        var bytes = Bytes(5000, seed: Environment.TickCount);
        var path = await CreatedAsync(bytes.Length);
        using var response = await PatchAsync(path, 0, bytes);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await Store.VerifyAsync(Hash(bytes), null, default));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (_owned)
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}

/// <summary>A receiver that writes down what it is told and answers as the test wants.</summary>
internal sealed class TestSink : IUploadSink
{
    public ConcurrentQueue<CompletedUpload> Completed { get; } = new();

    public Func<UploadIntent, UploadOutcome> Creating { get; set; } = _ => new UploadOutcome.Accepted();

    public Func<CompletedUpload, UploadOutcome> Answer { get; set; } = upload => new UploadOutcome.Accepted("/recordings/" + upload.Intent.RecordingId);

    public Task<UploadOutcome> CreatingAsync(UploadIntent intent, CancellationToken cancellationToken) => Task.FromResult(Creating(intent));

    public Task<UploadOutcome> CompletedAsync(CompletedUpload upload, CancellationToken cancellationToken)
    {
        Completed.Enqueue(upload);
        return Task.FromResult(Answer(upload));
    }
}

/// <summary>Writes the alarms down.</summary>
internal sealed class TestAlarm : IMediaAlarm
{
    public ConcurrentQueue<MediaFinding> Findings { get; } = new();

    public Task CorruptedAsync(MediaFinding finding, CancellationToken cancellationToken)
    {
        Findings.Enqueue(finding);
        return Task.CompletedTask;
    }
}

/// <summary>Waits for something that another process or thread does and that gives no signal.</summary>
internal static class Eventually
{
    public static async Task AsyncTrue(Func<Task<bool>> condition, string what, int seconds = 60)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!await condition())
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Waited {seconds} s in vain for: {what}");
        }
    }
}
