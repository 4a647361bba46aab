using System.Net;
using System.Net.Http.Headers;
using Enforcement.Grains.Media;
using Enforcement.Silo.Media;
using Enforcement.Silo.Tests.Uploads;

namespace Enforcement.Silo.Tests.Media;

public sealed class RecordingContentTests
{
    private const int MiB = 1024 * 1024;
    private const string Path = "/recordings/r/content";

    [Fact]
    public async Task The_whole_comes_with_its_hash_as_tag_and_what_a_browser_must_know()
    {
        var (server, bytes, media) = await StoredAsync((2 * MiB) + 11, "现场 \"1\".mp4", "video/mp4");
        await using var _ = server;
        using var response = await server.Client.GetAsync(Path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal($"\"{media.Sha256}\"", response.Headers.ETag!.ToString());
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("video/mp4", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "inline; filename=\"__ 1.mp4\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.mp4",
            response.Content.Headers.GetValues("Content-Disposition").Single());
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-", 0, (2 * MiB) + 11)]
    [InlineData("bytes=1048570-1048580", 1048570, 11)]
    [InlineData("bytes=-5", (2 * MiB) + 6, 5)]
    [InlineData("bytes=-99999999", 0, (2 * MiB) + 11)]
    [InlineData("bytes=2097152-99999999", 2 * MiB, 11)]
    public async Task A_range_comes_alone(string range, int from, int length)
    {
        var (server, bytes, _) = await StoredAsync((2 * MiB) + 11);
        await using var owned = server;
        using var response = await AskAsync(server, ("Range", range));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {from}-{from + length - 1}/{bytes.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes[from..(from + length)], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=2097163-")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=9999999999-99999999999")]
    public async Task A_range_outside_the_file_is_416_with_the_size(string range)
    {
        var (server, bytes, _) = await StoredAsync((2 * MiB) + 11);
        await using var owned = server;
        using var response = await AskAsync(server, ("Range", range));
        await UploadServer.ProblemAsync(response, 416, "range-outside-file");
        Assert.Equal($"bytes */{bytes.Length}", response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("bytes=5-1")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=a-b")]
    public async Task Several_ranges_or_junk_are_answered_with_the_whole(string range)
    {
        var (server, bytes, _) = await StoredAsync(100);
        await using var owned = server;
        using var response = await AskAsync(server, ("Range", range));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task If_Range_and_If_None_Match_go_by_the_hash()
    {
        var (server, bytes, media) = await StoredAsync(100);
        await using var owned = server;
        using var same = await AskAsync(server, ("Range", "bytes=1-2"), ("If-Range", $"\"{media.Sha256}\""));
        Assert.Equal(HttpStatusCode.PartialContent, same.StatusCode);
        using var other = await AskAsync(server, ("Range", "bytes=1-2"), ("If-Range", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(bytes.Length, (await other.Content.ReadAsByteArrayAsync()).Length);
        using var known = await AskAsync(server, ("If-None-Match", $"\"x\", \"{media.Sha256}\""));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Path));
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("application/javascript")]
    public async Task What_a_browser_might_run_is_only_offered_for_saving(string type)
    {
        var (server, _, _) = await StoredAsync(100, "a.html", type);
        await using var owned = server;
        using var response = await server.Client.GetAsync(Path);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("attachment;", response.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_leaf_is_raised_and_not_a_byte_of_it_is_sent()
    {
        var (server, bytes, media) = await StoredAsync(3 * MiB);
        await using var owned = server;
        Flip(server.Folders.Object(media.Sha256), MiB + 5);

        using var damaged = await AskAsync(server, ("Range", $"bytes={MiB + 100}-{MiB + 200}"));
        var problem = await UploadServer.ProblemAsync(damaged, 500, "media-corrupted");
        Assert.Equal(1, problem.GetProperty("leaf").GetInt32());
        Assert.Null(damaged.Headers.ETag);
        Assert.Equal(new MediaFinding(media.Sha256, MediaFault.Leaf, 1, server.Alarm.Findings.First().Detail), server.Alarm.Findings.Single());
        using var good = await AskAsync(server, ("Range", $"bytes={2 * MiB}-"));
        Assert.Equal(bytes[(2 * MiB)..], await good.Content.ReadAsByteArrayAsync());

        using var whole = await server.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
        var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await whole.Content.ReadAsStreamAsync()).CopyToAsync(received));
        Assert.True(received.Length <= MiB, $"{received.Length} bytes were sent.");
        Assert.Equal(bytes[..(int)received.Length], received.ToArray());
        Assert.Equal(2, server.Alarm.Findings.Count);
    }

    [Fact]
    public async Task A_root_that_the_ledger_does_not_know_is_a_corruption()
    {
        var (server, _, media) = await StoredAsync(100, leafRoot: new string('0', 64));
        await using var owned = server;
        using var response = await server.Client.GetAsync(Path);
        await UploadServer.ProblemAsync(response, 500, "media-corrupted");
        Assert.Equal((media.Sha256, MediaFault.LeavesDamaged), (server.Alarm.Findings.Single().Sha256, server.Alarm.Findings.Single().Fault));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_a_corruption()
    {
        var (server, _, media) = await StoredAsync(100);
        await using var owned = server;
        File.Delete(server.Folders.Object(media.Sha256));
        using var response = await server.Client.GetAsync(Path);
        await UploadServer.ProblemAsync(response, 500, "media-corrupted");
        Assert.Equal(MediaFault.Missing, server.Alarm.Findings.Single().Fault);
    }

    [Fact]
    public async Task Who_decides_about_access_may_answer_instead()
    {
        await using var server = await UploadServer.StartAsync(map: app => app.MapRecordingContent(
            Path, _ => Task.FromResult<RecordingAccess>(new RecordingAccess.Denied(Enforcement.Silo.Api.Problems.Of(403, "not-yours", "Not yours", "Ask your unit.")))));
        using var response = await server.Client.GetAsync(Path);
        await UploadServer.ProblemAsync(response, 403, "not-yours");
    }

    private static async Task<(UploadServer Server, byte[] Bytes, StoredMedia Media)> StoredAsync(
        int length, string name = "a.mp4", string type = "video/mp4", string? leafRoot = null)
    {
        RecordingContent? content = null;
        var server = await UploadServer.StartAsync(map: app => app.MapRecordingContent(
            Path, _ => Task.FromResult<RecordingAccess>(new RecordingAccess.Granted(content!))));
        var bytes = UploadServer.Bytes(length, seed: length);
        var path = await server.CreatedAsync(length);
        using var response = await server.PatchAsync(path, 0, bytes);
        var media = Assert.Single(server.Sink.Completed).Media;
        content = new RecordingContent(media.Sha256, name, type, leafRoot ?? media.LeafRoot);
        return (server, bytes, media);
    }

    private static Task<HttpResponseMessage> AskAsync(UploadServer server, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return server.Client.SendAsync(request);
    }

    private static void Flip(string path, long position)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = position;
        var old = file.ReadByte();
        file.Position = position;
        file.WriteByte((byte)(old ^ 1));
    }
}
