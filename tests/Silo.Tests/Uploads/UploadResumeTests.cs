using System.Net;
using System.Security.Cryptography;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Enforcement.Silo.Uploads;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

public sealed class UploadResumeTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task A_cut_chunk_without_a_checksum_keeps_what_arrived()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(3 * MiB, seed: 1);
        var path = await server.CreatedAsync(bytes.Length);
        using (await server.BeginPatchAsync(path, 0, bytes.Length, bytes[..MiB]))
        {
            await server.ArrivedAsync(path, MiB);
        }

        await Eventually.AsyncTrue(async () => await server.OffsetAsync(path) == MiB, "the cut to be noticed");
        await ContinueAsync(server, path, MiB, bytes);
    }

    [Fact]
    public async Task A_cut_chunk_with_a_checksum_leaves_the_offset_where_it_was()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(3 * MiB, seed: 2);
        var path = await server.CreatedAsync(bytes.Length);
        using (await server.BeginPatchAsync(path, 0, bytes.Length, bytes[..MiB], $"Upload-Checksum: sha256 {Convert.ToBase64String(SHA256.HashData(bytes))}\r\n"))
        {
            await server.ArrivedAsync(path, MiB);
            Assert.Equal(0, await server.OffsetAsync(path));
        }

        await ContinueAsync(server, path, 0, bytes);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_wrong_checksum_is_460_and_a_right_one_is_taken(string algorithm)
    {
        await using var server = await StartAsync();
        var bytes = Bytes(1000, seed: 3);
        var path = await server.CreatedAsync(bytes.Length);
        var hash = algorithm == "sha1" ? SHA1.HashData(bytes[..600]) : SHA256.HashData(bytes[..600]);
        var header = ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(hash)}");
        using var wrong = await server.PatchAsync(path, 0, bytes[1..601], header);
        await ProblemAsync(wrong, 460, "upload-checksum");
        Assert.Equal(0, await server.OffsetAsync(path));
        using var right = await server.PatchAsync(path, 0, bytes[..600], header);
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        await ContinueAsync(server, path, 600, bytes);
    }

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("sha1 notbase64")]
    [InlineData("sha256 2jmj7l5rSw0yVb/vlWAYkK/YBwk=")]
    [InlineData("sha1")]
    public async Task A_checksum_that_is_not_understood_is_refused(string header)
    {
        await using var server = await StartAsync();
        var path = await server.CreatedAsync(10);
        using var response = await server.PatchAsync(path, 0, new byte[10], ("Upload-Checksum", header));
        await ProblemAsync(response, 400, "upload-header");
        Assert.Equal(0, await server.OffsetAsync(path));
    }

    [Fact]
    public async Task A_second_writer_is_told_to_wait()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(2 * MiB, seed: 4);
        var path = await server.CreatedAsync(bytes.Length);
        using var first = await server.BeginPatchAsync(path, 0, bytes.Length, bytes[..MiB]);
        await server.ArrivedAsync(path, MiB);

        using var second = await server.PatchAsync(path, 0, bytes);
        await ProblemAsync(second, 423, "upload-busy");
        using var delete = await server.Client.SendAsync(Request(HttpMethod.Delete, path));
        await ProblemAsync(delete, 423, "upload-busy");

        await first.GetStream().WriteAsync(bytes.AsMemory(MiB));
        using var reader = new StreamReader(first.GetStream());
        Assert.Equal("HTTP/1.1 204 No Content", await reader.ReadLineAsync());
        Assert.Equal(bytes.Length, await server.OffsetAsync(path));
        Assert.Single(server.Sink.Completed);
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        var bytes = Bytes((2 * MiB) + 1, seed: 5);
        await using var first = await StartAsync();
        var path = await first.CreatedAsync(bytes.Length);
        using var patch = await first.PatchAsync(path, 0, bytes[..(MiB + 7)]);

        await using var second = await StartAsync(root: first.Root);
        Assert.Equal(MiB + 7, await second.OffsetAsync(path));
        await ContinueAsync(second, path, MiB + 7, bytes);
    }

    [Fact]
    public async Task A_receiver_that_fails_is_asked_again_and_the_sender_is_told_to_wait()
    {
        await using var server = await StartAsync();
        var path = await server.CreatedAsync(10);
        server.Sink.Answer = _ => throw new InvalidOperationException("the engine is not up");
        using var notYet = await server.PatchAsync(path, 0, new byte[10]);
        await ProblemAsync(notYet, 503, "upload-not-acknowledged");
        using var head = await server.HeadAsync(path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, head.StatusCode);

        server.Sink.Answer = _ => new UploadOutcome.Accepted();
        using var again = await server.PatchAsync(path, 10, []);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(3, server.Sink.Completed.Count);
        Assert.Equal(10, await server.OffsetAsync(path));
        Assert.Equal(3, server.Sink.Completed.Count);
    }

    [Fact]
    public async Task A_refusal_of_the_receiver_reaches_the_sender_each_time_it_asks_and_the_bytes_stay()
    {
        await using var server = await StartAsync();
        server.Sink.Answer = _ => new UploadOutcome.Refused(
            409, "recording-has-file", new Words("已有文件", "The recording has a file already"), new Words("请核对。", "Compare the two."),
            [new BrokenRule("recording.stored", "CM-20", "条文", new Wording("已有", "taken"), new Wording("核对", "compare"), null)]);
        var bytes = Bytes(10, seed: 6);
        var path = await server.CreatedAsync(10);
        using var refused = await server.PatchAsync(path, 0, bytes);
        var problem = await ProblemAsync(refused, 409, "recording-has-file");
        Assert.Equal("请核对。", problem.GetProperty("detail").GetString());
        Assert.Equal("CM-20", problem.GetProperty("violations")[0].GetProperty("article").GetString());
        using var head = await server.HeadAsync(path);
        Assert.Equal(HttpStatusCode.Conflict, head.StatusCode);

        await using var restarted = await StartAsync(root: server.Root);
        using var again = await restarted.PatchAsync(path, 10, []);
        Assert.Equal("条文", (await ProblemAsync(again, 409, "recording-has-file")).GetProperty("violations")[0].GetProperty("articleText").GetString());
        Assert.Empty(restarted.Sink.Completed);
        Assert.Contains("urn:enforcement:problem:recording-has-file", await restarted.Client.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Empty(await restarted.Store.VerifyAsync(Hash(bytes), null, default));
        server.Sink.Answer = _ => new UploadOutcome.Accepted();
        await server.StillWorksAsync();
    }

    [Fact]
    public async Task A_file_that_nobody_can_accept_is_refused_before_it_is_sent()
    {
        await using var server = await StartAsync();
        server.Sink.Creating = intent => new UploadOutcome.Refused(
            404, "recording-unknown", new Words("未登记", "Recording not found"), new Words($"{intent.RecordingId} 未登记。", $"{intent.RecordingId} was never announced."));
        using var response = await server.CreateAsync(10);
        var problem = await ProblemAsync(response, 404, "recording-unknown");
        Assert.Equal("rec-1 未登记。", problem.GetProperty("detail").GetString());
        Assert.Empty(Directory.GetFiles(server.Folders.Staging));
    }

    [Fact]
    public async Task A_file_with_another_hash_than_declared_is_refused_and_kept_apart()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(1000, seed: 7);
        var path = await server.CreatedAsync(bytes.Length, Metadata(("recordingId", "r"), ("sha256", new string('A', 64))));
        using var refused = await server.PatchAsync(path, 0, bytes);
        await ProblemAsync(refused, 422, "upload-hash");
        using var again = await server.PatchAsync(path, bytes.Length, []);
        await ProblemAsync(again, 422, "upload-hash");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Directory.GetFiles(server.Folders.Rejected, "*.bin").Single()));
        Assert.Empty(server.Sink.Completed);
        await server.StillWorksAsync();
    }

    [Fact]
    public async Task The_sweep_at_start_finishes_what_a_crash_interrupted()
    {
        var bytes = Bytes(1000, seed: 8);
        await using var first = await StartAsync();
        first.Sink.Answer = _ => throw new InvalidOperationException("killed here");
        var path = await first.CreatedAsync(bytes.Length);
        using var patch = await first.PatchAsync(path, 0, bytes);
        await ProblemAsync(patch, 503, "upload-not-acknowledged");

        await using var second = await StartAsync(root: first.Root);
        await Eventually.AsyncTrue(() => Task.FromResult(!second.Sink.Completed.IsEmpty), "the first sweep");
        await Eventually.AsyncTrue(
            async () => (await second.Client.GetStringAsync(path)).Contains("\"accepted\"", StringComparison.Ordinal), "the settlement");
        Assert.Equal(Hash(bytes), Assert.Single(second.Sink.Completed).Media.Sha256);
    }

    private static async Task ContinueAsync(UploadServer server, string path, int offset, byte[] bytes)
    {
        // A cut is noticed a moment later; until then the old request holds the upload.
        HttpResponseMessage? rest = null;
        await Eventually.AsyncTrue(
            async () =>
            {
                rest = await server.PatchAsync(path, offset, bytes[offset..]);
                return rest.StatusCode != HttpStatusCode.Locked;
            },
            "the upload to be free");
        Assert.Equal(HttpStatusCode.NoContent, rest!.StatusCode);
        Assert.Equal(Hash(bytes), rest.Headers.GetValues("Media-Sha256").Single());
        Assert.Empty(await server.Store.VerifyAsync(Hash(bytes), null, default));
    }
}
