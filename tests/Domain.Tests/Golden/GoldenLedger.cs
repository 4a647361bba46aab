using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Tests.Conformance;

namespace Enforcement.Domain.Tests.Golden;

/// <summary>An exported ledger as it was left by a release, read from the page that describes the file and from nothing else.</summary>
internal sealed class GoldenLedger
{
    private GoldenLedger(List<LedgerEntry> entries, Dictionary<string, string> profiles, List<string> faults) => (Entries, Profiles, Faults) = (entries, profiles, faults);

    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Profile texts by their hash.</summary>
    public IReadOnlyDictionary<string, string> Profiles { get; }

    /// <summary>Whatever does not verify.</summary>
    public IReadOnlyList<string> Faults { get; }

    public static string[] Files { get; } = [.. Directory.GetFiles(RepositoryFiles.PathOf("tests", "Domain.Tests", "Golden"), "*.jsonl", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(RepositoryFiles.PathOf("tests", "Domain.Tests", "Golden"), f)).Order(StringComparer.Ordinal)];

    public static GoldenLedger Read(string file)
    {
        var bytes = File.ReadAllBytes(RepositoryFiles.PathOf("tests", "Domain.Tests", "Golden", file));
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        var (entries, profiles, faults) = (new List<LedgerEntry>(), new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        var (heads, tree) = (new Dictionary<string, StreamHead>(StringComparer.Ordinal), MerkleTree.Empty);
        foreach (var line in lines[1..^1])
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.TryGetProperty("entry", out var body))
            {
                var (text, hash) = (CanonicalJson.Write(body), root.GetProperty("hash").GetString()!);
                tree = tree.Append(hash);
                Check(root.GetProperty("position").GetInt64() == tree.Count, $"position {tree.Count}");
                var stream = body.GetProperty("stream").GetString()!;
                var fault = Chain.Check(heads.GetValueOrDefault(stream, Chain.Empty), text, hash, out var entry);
                Check(fault is null, $"entry {tree.Count}: {fault}");
                heads[stream] = new StreamHead(body.GetProperty("sequence").GetInt64(), hash);
                entries.Add(entry ?? EntryReader.Read(text));
            }
            else if (root.TryGetProperty("profile", out var profile))
            {
                var text = profile.GetProperty("text").GetString()!;
                Check(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) == root.GetProperty("hash").GetString(), $"profile {profile.GetProperty("id")}");
                profiles.Add(root.GetProperty("hash").GetString()!, text);
            }
            else if (root.TryGetProperty("head", out var head))
            {
                Check(head.GetProperty("count").GetInt64() == tree.Count && head.GetProperty("root").GetString() == tree.Root(), "the head");
            }
        }

        var last = Encoding.UTF8.GetByteCount(lines[^1]) + 1;
        Check(lines[^1] == $"{{\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, bytes.Length - last)))}\"}}", "the last line");
        return new GoldenLedger(entries, profiles, faults);

        void Check(bool holds, string what)
        {
            if (!holds)
            {
                faults.Add($"{file}: {what} does not verify");
            }
        }
    }
}
