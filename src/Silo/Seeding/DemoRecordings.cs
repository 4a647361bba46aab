using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Grains.Media;

namespace Enforcement.Silo.Seeding;

/// <summary>Announces and stores the recordings of demo cases: small films made for the purpose, put into the media store like any other.</summary>
internal sealed class DemoRecordings(IGrainFactory grains, IMediaStaging staging, TimeProvider machine)
{
    private const string Prefix = "samples/";
    private static readonly string[] Samples = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Announces a recording that ended just now, and stores its file unless the officer keeps it.</summary>
    public async Task<ImmutableArray<string>> MakeAsync(DemoCase demo, int index, string kind, DemoPerson by, DateTimeOffset now, bool store)
    {
        var id = $"{demo.Id}-rec-{index}";
        var officer = demo.Officers[0];
        var recorder = $"{demo.Bureau}-JLY-{demo.Officers[0].Certificate[^2..]}";
        var caller = new Caller(officer.Id, officer.Name, "officer", officer.Bureau, officer.Certificate, $"announce-{id}");
        var recording = grains.GetGrain<IRecordingGrain>(id);
        if (await recording.ViewAsync() is null)
        {
            await recording.AnnounceAsync(new AnnounceRecording(demo.Bureau, recorder, officer.Id, "video", now - TimeSpan.FromMinutes(28), now - TimeSpan.FromMinutes(2), demo.Matter.Place), caller);
        }

        if (store && Samples.Length > 0)
        {
            var stored = await StoreAsync(id, SampleFor(kind));
            await recording.StoredAsync(stored, caller with { CommandId = $"store-{id}" });
        }

        return [id];
    }

    /// <summary>The size of the film that a demo recorder hands in, or <see langword="null"/> where there is none.</summary>
    public long? SampleSize => PatrolSample is { } sample ? SizeOf(sample) : null;

    /// <summary>Hands in what a demo recorder recorded, as its docking station would.</summary>
    public async Task HandInAsync(DemoRecorder demo, string recordingId)
    {
        var recording = grains.GetGrain<IRecordingGrain>(recordingId);
        if (PatrolSample is not { } sample || demo.Holder is not { } holder || await recording.ViewAsync() is not { StoredAt: null })
        {
            return;
        }

        var stored = await StoreAsync(recordingId, sample);
        await recording.StoredAsync(stored, new Caller(holder.Id, holder.Name, Domain.Kebab.Of(holder.Role), holder.Bureau, holder.Certificate, $"store-{recordingId}"));
        await grains.GetGrain<IRecorderGrain>(demo.Id).CompareFileAsync(recordingId, stored.Size, stored.Sha256);
    }

    /// <summary>Describes the recordings of a case in text where its regulation asks for it.</summary>
    public async Task DescribeAsync(ICaseGrain target, DemoCase demo, Caller caller)
    {
        if (await target.ViewAsync(caller) is not { RecordingFields.IsEmpty: false } view)
        {
            return;
        }

        foreach (var recording in view.Acts.SelectMany(a => a.Recordings).Where(r => r.Description.IsEmpty))
        {
            var fields = view.RecordingFields.ToImmutableDictionary(f => f.Id, f => f.Type is "date" ? view.OpenedAt.ToString("yyyy-MM-dd") : f.Type is "instant" ? view.OpenedAt.ToString("yyyy-MM-ddTHH:mm:sszzz") : $"{f.Name.Zh}：执法记录仪现场摄录，{demo.Officers[0].Name}");
            await target.DescribeRecordingAsync(new DescribeRecording(recording.Id, fields, "（现场对话文字记录）"), caller with { CommandId = $"describe-{recording.Id}" });
        }
    }

    private static string? PatrolSample => Samples.Length > 0 ? SampleFor("on-site-inspection") : null;

    private static long SizeOf(string sample)
    {
        using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream(sample)!;
        return content.Length;
    }

    private static string SampleFor(string kind)
    {
        var word = kind switch { "on-site-inspection" => "site-inspection", "inquiry" => "inquiry", "hearing" => "hearing", _ => "service" };
        return Samples.FirstOrDefault(s => s.Contains(word, StringComparison.Ordinal)) ?? Samples[0];
    }

    private async Task<StoredFile> StoreAsync(string id, string sample)
    {
        await using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream(sample)!;
        var name = sample[Prefix.Length..];
        var type = Path.GetExtension(name) switch { ".webm" => "video/webm", ".mp4" => "video/mp4", ".m4a" => "audio/mp4", _ => "image/jpeg" };
        var now = machine.GetUtcNow();
        var upload = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32]; // the same after a restart
        if (await staging.FindAsync(upload, CancellationToken.None) is null)
        {
            await staging.CreateAsync(new NewStagedFile(upload, content.Length, "demo", ImmutableSortedDictionary<string, string>.Empty, null, now, now + TimeSpan.FromDays(1)), CancellationToken.None);
        }

        await using var lease = await staging.TryLeaseAsync(upload, CancellationToken.None) ?? throw new InvalidOperationException($"The upload {upload} is in use.");
        if (!lease.File.HasArrived)
        {
            content.Position = lease.File.Offset;
            await lease.AppendAsync(content, null, CancellationToken.None);
        }

        var media = await lease.CompleteAsync(CancellationToken.None);
        await lease.SettleAsync("demo", CancellationToken.None);
        return new StoredFile(media.Sha256, media.Sm3, media.Size, media.LeafRoot, media.LeafCount, name, type, upload);
    }
}
