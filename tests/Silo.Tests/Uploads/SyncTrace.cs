using System.Globalization;
using System.Text.RegularExpressions;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>What strace saw, in the order in which the calls came back from the kernel.</summary>
internal sealed partial class SyncTrace
{
    private readonly List<(string Call, string Text)> _events = [];

    public SyncTrace(IEnumerable<string> lines)
    {
        var unfinished = new Dictionary<int, (string Call, string Text)>();
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            if (!match.Success)
            {
                continue;
            }

            var thread = int.Parse(match.Groups["pid"].ValueSpan, CultureInfo.InvariantCulture);
            var rest = match.Groups["rest"].Value;
            if (rest.StartsWith("<... ", StringComparison.Ordinal))
            {
                if (unfinished.Remove(thread, out var begun))
                {
                    _events.Add((begun.Call, begun.Text + rest));
                }
            }
            else if (rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                // A response counts from the moment at which the kernel gets it; everything else from the moment it is done.
                var begun = (rest[..Math.Max(0, rest.IndexOf('('))], rest);
                if (IsResponse(begun))
                {
                    _events.Add(begun);
                }
                else
                {
                    unfinished[thread] = begun;
                }
            }
            else if (rest.Contains('('))
            {
                _events.Add((rest[..rest.IndexOf('(')], rest));
            }
        }
    }

    /// <summary>Where in the trace the responses with this status line begin to be sent.</summary>
    public List<int> Responses(string status) =>
        [.. _events.Index().Where(entry => IsResponse(entry.Item) && entry.Item.Text.Contains("HTTP/1.1 " + status, StringComparison.Ordinal)).Select(entry => entry.Index)];

    /// <summary>Fails unless the file was written between the two places, and synced after its last write.</summary>
    public void DemandFileSynced(int from, int to, string path)
    {
        var written = _events.FindLastIndex(to - 1, to - from, e => e.Call is "pwrite64" or "write" or "pwritev" or "writev" && e.Text.Contains(path + ">", StringComparison.Ordinal));
        Assert.True(written >= 0, $"{path} was not written before the response.\n{Between(from, to)}");
        Demand(written, to, e => IsSync(e) && e.Text.Contains(path + ">", StringComparison.Ordinal), $"{path} was not synced after its last write.");
    }

    /// <summary>Fails unless a file was renamed to this name between the two places, and the folder synced afterwards.</summary>
    public void DemandNameSynced(int from, int to, string path)
    {
        var renamed = _events.FindLastIndex(to - 1, to - from, e => e.Call.StartsWith("rename", StringComparison.Ordinal) && e.Text.Contains($"\"{path}\")", StringComparison.Ordinal));
        Assert.True(renamed >= 0, $"Nothing was renamed to {path} before the response.\n{Between(from, to)}");
        var folder = Path.GetDirectoryName(path)!;
        Demand(renamed, to, e => IsSync(e) && e.Text.Contains(folder + ">", StringComparison.Ordinal), $"{folder} was not synced after the rename to {path}.");
    }

    private static bool IsSync((string Call, string Text) entry) =>
        entry.Call is "fsync" or "fdatasync" && entry.Text.EndsWith("= 0", StringComparison.Ordinal);

    private static bool IsResponse((string Call, string Text) entry) => entry.Call is "sendmsg" or "sendto";

    private void Demand(int after, int before, Predicate<(string Call, string Text)> wanted, string otherwise) =>
        Assert.True(_events.FindIndex(after + 1, before - after - 1, wanted) >= 0, $"{otherwise}\n{Between(after, before)}");

    private string Between(int from, int to) => string.Join('\n', _events[from..to].Select(entry => entry.Text).TakeLast(60));

    [GeneratedRegex(@"^(?<pid>\d+) +(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
