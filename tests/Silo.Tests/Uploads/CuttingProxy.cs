using System.Net;
using System.Net.Sockets;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>A line between client and server that breaks when so many bytes have gone to the server.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Queue<(long At, Func<Task> Then)> _cuts;
    private readonly Lock _lock = new();
    private long _forwarded;

    /// <param name="target">The server's port.</param>
    /// <param name="cuts">After how many bytes in all the line breaks, and what happens besides, in order.</param>
    public CuttingProxy(int target, params (long At, Func<Task> Then)[] cuts)
    {
        _target = target;
        _cuts = new Queue<(long, Func<Task>)>(cuts);
        _listener.Start();
        Running = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Task Running { get; }

    public int CutsLeft
    {
        get
        {
            lock (_lock)
            {
                return _cuts.Count;
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target);
                await Task.WhenAny(ForwardAsync(client, server), server.GetStream().CopyToAsync(client.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException)
            {
                // either end is gone, so the other one goes too
            }

            // Reset rather than close, as a pulled cable would show itself in the end.
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            server.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    private async Task ForwardAsync(TcpClient client, TcpClient server)
    {
        var buffer = new byte[64 * 1024];
        while (await client.GetStream().ReadAsync(buffer) is > 0 and var read)
        {
            await server.GetStream().WriteAsync(buffer.AsMemory(0, read));
            if (Cut(read) is { } then)
            {
                await then();
                return;
            }
        }
    }

    private Func<Task>? Cut(int read)
    {
        lock (_lock)
        {
            _forwarded += read;
            return _cuts.TryPeek(out var next) && _forwarded >= next.At ? _cuts.Dequeue().Then : null;
        }
    }
}
