using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Time;

namespace Enforcement.Silo.Intake;

/// <summary>Writes views of recordings down [调阅]: once per person, role, purpose and hour. A player asks for many ranges; that is one view.</summary>
internal sealed class ViewAudit(IGrainFactory grains, ILegalClock clock)
{
    private readonly ConcurrentDictionary<string, byte> _written = new(StringComparer.Ordinal);
    private string _hour = "";

    /// <summary>Returns when the view is in the ledger; only then may bytes leave.</summary>
    public async Task WriteAsync(string recordingId, string purpose, Caller reader)
    {
        var hour = clock.Now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        if (Interlocked.Exchange(ref _hour, hour) != hour)
        {
            _written.Clear();
        }

        // The command id says the same as the memory: after a restart the grain finds it and writes nothing twice.
        var view = string.Join('\n', hour, reader.Id, reader.Role, reader.Bureau, purpose);
        var command = "view:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view)).AsSpan(0, 16));
        var key = $"{recordingId}/{command}";
        if (_written.ContainsKey(key))
        {
            return;
        }

        await grains.GetGrain<IRecordingGrain>(recordingId).ViewedAsync(purpose, reader with { CommandId = command });
        _written.TryAdd(key, 0);
    }
}
