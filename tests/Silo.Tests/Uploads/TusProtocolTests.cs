using System.Net;
using System.Net.Http.Headers;
using Enforcement.Uploads.Host;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

public sealed class TusProtocolTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task Options_tell_what_the_server_can_do()
    {
        await using var server = await StartAsync(options => options.MaxSize = 12345);
        using var response = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, UploadHost.Path));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("1.0.0", response.Headers.GetValues("Tus-Version").Single());
        Assert.Equal("12345", response.Headers.GetValues("Tus-Max-Size").Single());
        Assert.Equal("sha1,sha256", response.Headers.GetValues("Tus-Checksum-Algorithm").Single());
        Assert.Equal("creation,creation-with-upload,expiration,checksum,termination", response.Headers.GetValues("Tus-Extension").Single());
    }

    [Fact]
    public async Task A_file_sent_in_pieces_is_stored_and_acknowledged_with_its_hashes()
    {
        await using var server = await StartAsync();
        var bytes = Bytes((2 * MiB) + 3, seed: 1);
        var path = await server.CreatedAsync(bytes.Length, Metadata(("filename", "执法.mp4"), ("filetype", "video/mp4"), ("recordingId", "rec-9"), ("sha256", Hash(bytes))));

        using var first = await server.PatchAsync(path, 0, bytes[..MiB]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(MiB.ToString(), first.Headers.GetValues("Upload-Offset").Single());
        Assert.True(first.Headers.Contains("Upload-Expires"));
        Assert.Empty(server.Sink.Completed);
        using var last = await server.PatchAsync(path, MiB, bytes[MiB..]);

        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(Hash(bytes), last.Headers.GetValues("Media-Sha256").Single());
        Assert.Equal("/recordings/rec-9", last.Content.Headers.GetValues("Content-Location").Single());
        var completed = Assert.Single(server.Sink.Completed);
        Assert.Equal("执法.mp4", completed.Intent.FileName);
        Assert.Equal("video/mp4", completed.Intent.ContentType);
        Assert.Equal("rec-9", completed.Intent.RecordingId);
        Assert.Equal(bytes.Length, completed.Media.Size);
        Assert.Empty(await server.Store.VerifyAsync(Hash(bytes), null, default));
        Assert.Equal(bytes.Length, await server.OffsetAsync(path));
        var receipt = await server.Client.GetStringAsync(path);
        Assert.Contains("\"state\":\"accepted\"", receipt, StringComparison.Ordinal);
        Assert.Contains(completed.Media.Sm3, receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_tells_offset_length_and_metadata_and_is_not_cached()
    {
        await using var server = await StartAsync();
        var metadata = Metadata(("recordingId", "r"), ("filename", "b.mp4"));
        var path = await server.CreatedAsync(100, metadata);
        using var response = await server.HeadAsync(path);
        Assert.Equal("0", response.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal("100", response.Headers.GetValues("Upload-Length").Single());
        Assert.Equal(Metadata(("filename", "b.mp4"), ("recordingId", "r")), response.Headers.GetValues("Upload-Metadata").Single().Replace(", ", ",", StringComparison.Ordinal));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Creation_takes_the_first_chunk_with_it()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(3000, seed: 2);
        var request = Request(HttpMethod.Post, UploadHost.Path, ("Upload-Length", "3000"), ("Upload-Metadata", Metadata(("recordingId", "r"))));
        request.Content = new ByteArrayContent(bytes[..1000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var created = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("1000", created.Headers.GetValues("Upload-Offset").Single());
        using var rest = await server.PatchAsync(created.Headers.Location!.ToString(), 1000, bytes[1000..]);
        Assert.Equal(Hash(bytes), rest.Headers.GetValues("Media-Sha256").Single());
    }

    [Fact]
    public async Task A_wrong_offset_is_a_conflict_that_names_the_right_one()
    {
        await using var server = await StartAsync();
        var path = await server.CreatedAsync(10);
        using var ok = await server.PatchAsync(path, 0, new byte[4]);
        using var twice = await server.PatchAsync(path, 0, new byte[4]);
        var problem = await ProblemAsync(twice, 409, "upload-offset");
        Assert.Equal(4, problem.GetProperty("offset").GetInt64());
        using var ahead = await server.PatchAsync(path, 5, new byte[1]);
        await ProblemAsync(ahead, 409, "upload-offset");
        Assert.Equal(4, await server.OffsetAsync(path));
    }

    [Fact]
    public async Task More_than_was_declared_is_refused_whether_its_length_is_announced_or_not()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(1000, seed: 3);
        var path = await server.CreatedAsync(bytes.Length);
        using var announced = await server.PatchAsync(path, 0, new byte[1001]);
        await ProblemAsync(announced, 413, "upload-too-large");
        using var chunked = await server.PatchAsync(path, 0, new StreamContent(new UnknownLength(new byte[1001])));
        await ProblemAsync(chunked, 413, "upload-too-large");
        Assert.Equal(0, await server.OffsetAsync(path));
        using var right = await server.PatchAsync(path, 0, bytes);
        Assert.Equal(Hash(bytes), right.Headers.GetValues("Media-Sha256").Single());
        using var largest = await server.CreateAsync(long.MaxValue);
        await ProblemAsync(largest, 413, "upload-too-large");
    }

    [Fact]
    public async Task Headers_that_are_missing_or_wrong_are_refused_each_in_its_way()
    {
        await using var server = await StartAsync();
        var path = await server.CreatedAsync(10);

        using var version = await server.PatchAsync(path, 0, new byte[1], ("Tus-Resumable", "0.2.2"));
        await ProblemAsync(version, 412, "tus-version");
        Assert.Equal("1.0.0", version.Headers.GetValues("Tus-Version").Single());
        using var type = await server.PatchAsync(path, 0, new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("video/mp4") } });
        await ProblemAsync(type, 415, "upload-content-type");
        foreach (var junk in new[] { "", "-1", "1e3", "99999999999999999999", "0x0", " 1 2" })
        {
            using var offset = await server.PatchAsync(path, 0, new byte[1], ("Upload-Offset", junk));
            await ProblemAsync(offset, 400, "upload-header");
            using var length = await server.CreateAsync(1, null, ("Upload-Length", junk));
            await ProblemAsync(length, 400, "upload-header");
        }

        using var deferred = await server.Client.SendAsync(Request(HttpMethod.Post, UploadHost.Path, ("Upload-Defer-Length", "1")));
        await ProblemAsync(deferred, 400, "upload-header");
        using var empty = await server.CreateAsync(0);
        await ProblemAsync(empty, 422, "upload-empty");
        using var unknown = await server.PatchAsync(UploadHost.Path + "/" + new string('a', 32), 0, new byte[1]);
        await ProblemAsync(unknown, 404, "upload-unknown");
        using var trick = await server.PatchAsync(UploadHost.Path + "/..%2F..%2Fetc%2Fpasswd", 0, new byte[1]);
        await ProblemAsync(trick, 404, "upload-unknown");
        Assert.Equal(0, await server.OffsetAsync(path));
        await server.StillWorksAsync();
    }

    [Theory]
    [InlineData("recordingId !!!")]
    [InlineData("recordingId cmVj,recordingId cmVj")]
    [InlineData("recordingId cmVj,")]
    [InlineData("recordingId cmVj,filename /////w==")]
    [InlineData("recordingId a b c")]
    [InlineData("recordingId cmVj,sha256 Zm9v")]
    [InlineData("recordingId YSBi")]
    [InlineData("filename YQ==")]
    [InlineData("")]
    [InlineData("; DROP TABLE")]
    public async Task Metadata_that_is_junk_is_refused(string metadata)
    {
        await using var server = await StartAsync();
        using var response = await server.CreateAsync(10, metadata);
        await ProblemAsync(response, 400, "upload-metadata");
        Assert.Empty(Directory.GetFiles(server.Folders.Staging));
        await server.StillWorksAsync();
    }

    [Fact]
    public async Task An_unfinished_upload_is_terminated_but_an_original_is_not()
    {
        await using var server = await StartAsync();
        var open = await server.CreatedAsync(10);
        using var patch = await server.PatchAsync(open, 0, new byte[3]);
        using var terminated = await server.Client.SendAsync(Request(HttpMethod.Delete, open));
        Assert.Equal(HttpStatusCode.NoContent, terminated.StatusCode);
        using var gone = await server.HeadAsync(open);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty(Directory.GetFiles(server.Folders.Staging));

        var done = await server.CreatedAsync(3);
        using var all = await server.PatchAsync(done, 0, new byte[3]);
        using var refused = await server.Client.SendAsync(Request(HttpMethod.Delete, done));
        await ProblemAsync(refused, 403, "upload-complete");
    }

    [Fact]
    public async Task An_upload_expires_unless_it_goes_on()
    {
        await using var server = await StartAsync(options => options.Lifetime = TimeSpan.FromDays(2));
        var kept = await server.CreatedAsync(10);
        var left = await server.CreatedAsync(10);
        server.Clock.Advance(TimeSpan.FromHours(36));
        using var prolonged = await server.PatchAsync(kept, 0, new byte[1]);
        server.Clock.Advance(TimeSpan.FromHours(36));

        using var expired = await server.PatchAsync(left, 0, new byte[1]);
        await ProblemAsync(expired, 410, "upload-expired");
        await server.Sweeper.SweepAsync(default);

        using var swept = await server.PatchAsync(left, 0, new byte[1]);
        await ProblemAsync(swept, 404, "upload-unknown");
        Assert.Equal(1, await server.OffsetAsync(kept));
        Assert.Equal(2, Directory.GetFiles(server.Folders.Staging).Length);
    }

    [Fact]
    public async Task Somebody_elses_upload_does_not_exist()
    {
        await using var server = await StartAsync();
        using var created = await server.CreateAsync(10, null, (UploadHost.OwnerHeader, "dock-a"));
        var path = created.Headers.Location!.ToString();
        using var other = await server.PatchAsync(path, 0, new byte[1], (UploadHost.OwnerHeader, "dock-b"));
        await ProblemAsync(other, 404, "upload-unknown");
        using var same = await server.PatchAsync(path, 0, new byte[1], (UploadHost.OwnerHeader, "dock-a"));
        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
    }

    [Fact]
    public async Task A_method_that_equipment_on_the_way_forbids_travels_in_a_header()
    {
        await using var server = await StartAsync();
        var bytes = Bytes(10, seed: 4);
        var path = await server.CreatedAsync(10);
        var request = Request(HttpMethod.Post, path, ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH"));
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(Hash(bytes), response.Headers.GetValues("Media-Sha256").Single());
    }

    /// <summary>A body whose length the client does not know beforehand, so that it is sent in HTTP chunks.</summary>
    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
