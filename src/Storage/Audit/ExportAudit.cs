using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Enforcement.Domain.Ledger;

namespace Enforcement.Storage.Audit;

/// <summary>Re-computes everything in an exported file, line by line.</summary>
public sealed class ExportAudit
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<KeptRoot> _kept;
    private LedgerAudit _audit = new(training: false);
    private Expected _next = Expected.Header;
    private string _seal = Chain.Genesis;

    private ExportAudit(IEnumerable<KeptRoot> kept) => _kept = new Queue<KeptRoot>(kept.OrderBy(static k => k.Count));

    private enum Expected
    {
        Header,
        EntryOrLater,
        ProfileOrLater,
        Digest,
        Nothing,
    }

    /// <summary>Audits an exported file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kept">Roots that were kept elsewhere.</param>
    public static AuditReport Run(string file, IEnumerable<KeptRoot> kept)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Run(stream, kept);
    }

    /// <summary>Audits an exported file that is open already.</summary>
    public static AuditReport Run(Stream stream, IEnumerable<KeptRoot> kept) => new ExportAudit(kept).Run(stream);

    private AuditReport Run(Stream stream)
    {
        LedgerFault? fault = null;
        var number = 0L;
        foreach (var line in Lines(stream))
        {
            number++;
            fault = Guarded(line, number);
            if (fault is not null)
            {
                break;
            }
        }

        fault ??= _next is Expected.Nothing ? null : new LedgerFault("file", null, null, null, $"the file ends after line {number}: lines are missing");
        return new AuditReport(fault is null ? [] : [fault], _audit.Count, _audit.Streams.Count, _audit.Checkpoints, _audit.Root());
    }

    /// <summary>The lines with their line feeds; the last may lack its own, which is then found.</summary>
    private static IEnumerable<byte[]> Lines(Stream stream)
    {
        using var line = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            var from = 0;
            for (var end = Array.IndexOf(buffer, (byte)'\n', 0, read); end >= 0; end = Array.IndexOf(buffer, (byte)'\n', from, read - from))
            {
                line.Write(buffer, from, end + 1 - from);
                yield return line.ToArray();
                line.SetLength(0);
                from = end + 1;
            }

            line.Write(buffer, from, read - from);
        }

        if (line.Length > 0)
        {
            yield return line.ToArray();
        }
    }

    private LedgerFault? Guarded(byte[] line, long number)
    {
        try
        {
            return Line(line);
        }
        catch (Exception e) when (e is CanonicalJsonException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            long? position = _next is Expected.EntryOrLater ? _audit.Count + 1 : null;
            return new LedgerFault("file", position, null, null, $"line {number.ToString(CultureInfo.InvariantCulture)}: {e.Message}");
        }
    }

    private LedgerFault? Line(byte[] line)
    {
        if (line[^1] != '\n')
        {
            throw new FormatException("the line does not end with a line feed");
        }

        var text = line.AsMemory(0, line.Length - 1);
        if (!CanonicalJson.Bytes(CanonicalJson.Canonicalize(text)).AsSpan().SequenceEqual(text.Span))
        {
            throw new FormatException("not the canonical spelling");
        }

        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var first = root.EnumerateObject().First().Name;
        var fault = (_next, first) switch
        {
            (Expected.Header, "format") => Header(root),
            (Expected.EntryOrLater, "entry") => Entry(root),
            (Expected.EntryOrLater, "checkpoint") => Checkpoint(root),
            (Expected.EntryOrLater or Expected.ProfileOrLater, "hash") => Profile(root),
            (Expected.EntryOrLater or Expected.ProfileOrLater, "head") => Head(root),
            (Expected.Digest, "sha256") => Digest(root),
            _ => throw new FormatException($"a line \"{first}\" cannot stand here"),
        };
        _digest.AppendData(line);
        return fault;
    }

    private LedgerFault? Header(JsonElement root)
    {
        var kind = root.GetProperty("kind").GetString();
        Exactly(root, $"{{\"format\":\"enforcement-ledger\",\"kind\":\"{(kind == "training" ? "training" : "real")}\",\"version\":1}}");
        _audit = new LedgerAudit(kind == "training");
        _next = Expected.EntryOrLater;
        return null;
    }

    private LedgerFault? Entry(JsonElement root)
    {
        var (body, hash, position) = (CanonicalJson.Write(root.GetProperty("entry")), root.GetProperty("hash").GetString()!, root.GetProperty("position").GetInt64());
        Exactly(root, FormattableString.Invariant($"{{\"entry\":{body},\"hash\":\"{hash}\",\"position\":{position}}}"));
        var fault = _audit.Entry(position, body, hash, out _);
        while (fault is null && _kept.TryPeek(out var kept) && kept.Count == _audit.Count)
        {
            fault = _audit.Expect(kept.Count, kept.Root);
            _kept.Dequeue();
        }

        return fault;
    }

    private LedgerFault? Checkpoint(JsonElement root)
    {
        var (body, seal) = (root.GetProperty("checkpoint"), root.GetProperty("hash").GetString()!);
        var checkpoint = new Checkpoint(body.GetProperty("count").GetInt64(), body.GetProperty("root").GetString()!, CanonicalInstant.Parse(body.GetProperty("madeAt").GetString()!));
        Exactly(root, $"{{\"checkpoint\":{checkpoint.Body(_seal)},\"hash\":\"{seal}\"}}");
        _seal = seal;
        return _audit.Checkpoint(checkpoint, seal);
    }

    private LedgerFault? Profile(JsonElement root)
    {
        _next = Expected.ProfileOrLater;
        var (profile, hash) = (root.GetProperty("profile"), root.GetProperty("hash").GetString()!);
        var (id, text) = (profile.GetProperty("id").GetString()!, profile.GetProperty("text").GetString()!);
        Exactly(root, $"{{\"hash\":\"{hash}\",\"profile\":{{\"id\":{EventSerializer.Canonical(id)},\"text\":{EventSerializer.Canonical(text)}}}}}");
        return EntryHash.Of(text) == hash ? null : new LedgerFault("profile", null, null, null, $"the kept text of profile {id} has not the hash {hash}");
    }

    private LedgerFault? Head(JsonElement root)
    {
        _next = Expected.Digest;
        var head = root.GetProperty("head");
        var (count, merkle) = (head.GetProperty("count").GetInt64(), head.GetProperty("root").GetString()!);
        var recordedAt = head.TryGetProperty("recordedAt", out var instant) ? CanonicalInstant.Parse(instant.GetString()!) : (DateTimeOffset?)null;
        var middle = recordedAt is { } at ? $"\"recordedAt\":\"{CanonicalInstant.Format(at)}\"," : "";
        Exactly(root, FormattableString.Invariant($"{{\"head\":{{\"count\":{count},{middle}\"root\":\"{merkle}\"}}}}"));
        return _audit.Head(count, merkle, recordedAt) ?? (_kept.TryPeek(out var kept) ? _audit.Expect(kept.Count, kept.Root) : null);
    }

    private LedgerFault? Digest(JsonElement root)
    {
        _next = Expected.Nothing;
        Exactly(root, $"{{\"sha256\":\"{Convert.ToHexStringLower(_digest.GetCurrentHash())}\"}}");
        return null;
    }

    /// <summary>Members beside the known ones, and values of another spelling, end here.</summary>
    private static void Exactly(JsonElement line, string expected)
    {
        if (CanonicalJson.Write(line) != expected)
        {
            throw new FormatException($"the line does not read as it must: {(expected.Length > 200 ? expected[..200] + "…" : expected)}");
        }
    }
}
