using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Enforcement.Tool.Tests.Simulation;

/// <summary>Takes reports as the server does, and remembers what they said of recordings.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly Task _serving;
    private int _failing;

    public FakeServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Ends when three recordings run at once.</summary>
    public Task SomeRecord => _enough.Task;

    /// <summary>Recordings that began and have not ended.</summary>
    public IReadOnlyCollection<string> Running
    {
        get
        {
            lock (_gate)
            {
                return [.. _running];
            }
        }
    }

    public int Started { get; private set; }

    public int Requests { get; private set; }

    public long Taken { get; private set; }

    public long Repeated { get; private set; }

    public ConcurrentBag<string> Secrets { get; } = [];

    public IEnumerable<string> Recorders => _numbers.Keys;

    /// <summary>So many requests are counted as taken and answered with 503: the answer was lost.</summary>
    public void LoseAnswers(int count) => _failing = count;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Close();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                await AnswerAsync(call);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The listener was closed, or a caller went away; the loop decides.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        using var body = await JsonDocument.ParseAsync(call.Request.InputStream);
        var (status, answer) = (200, Take(call.Request.Headers["Authorization"] ?? "", body.RootElement));
        if (_failing > 0)
        {
            _failing--;
            (status, answer) = (503, """{"title":"store","detail":"is full"}""");
        }

        call.Response.StatusCode = status;
        call.Response.ContentType = "application/json";
        await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        call.Response.Close();
    }

    private string Take(string secret, JsonElement body)
    {
        lock (_gate)
        {
            Requests++;
            Secrets.Add(secret);
            var (taken, repeated) = (0, 0);
            foreach (var one in body.TryGetProperty("recorders", out var many) ? many.EnumerateArray().ToArray() : [body])
            {
                var id = one.GetProperty("recorder").GetString()!;
                foreach (var report in one.GetProperty("reports").EnumerateArray())
                {
                    var number = report.GetProperty("sequence").GetInt64();
                    if (_numbers.TryGetValue(id, out var last) && number <= last)
                    {
                        repeated++;
                        continue;
                    }

                    _numbers[id] = number;
                    taken++;
                    Note(report);
                }
            }

            (Taken, Repeated) = (Taken + taken, Repeated + repeated);
            return $$"""{"now":"2026-03-02T01:00:00Z","taken":{{taken}},"repeated":{{repeated}},"refused":[]}""";
        }
    }

    private void Note(JsonElement report)
    {
        if (!report.TryGetProperty("events", out var events))
        {
            return;
        }

        foreach (var e in events.EnumerateArray())
        {
            switch (e.GetProperty("kind").GetString())
            {
                case "recording-started":
                    Started++;
                    _running.Add(e.GetProperty("file").GetString()!);
                    break;
                case "recording-stopped":
                    _running.Remove(e.GetProperty("file").GetString()!);
                    break;
                default:
                    break;
            }
        }

        if (_running.Count >= 3)
        {
            _enough.TrySetResult();
        }
    }
}
