using System.Net;
using System.Net.Sockets;

namespace Enforcement.Tests.Shared;

/// <summary>
/// Ports below those that the system gives to connections. A program that is killed and started again finds its port free: of the others, whoever tries to reach the dead program
/// may be given the very port that it tries to reach, and is connected with itself.
/// </summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;
    private static int _next = (int)(Environment.ProcessId * 61L % Count);

    /// <summary>One that nobody listens on, and that no other test of this process is given.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: the next one
            }
        }
    }
}
