using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Enforcement.Storage.Media;
using Enforcement.Uploads.Host;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>What <c>kill -9</c> leaves behind.</summary>
public sealed class UploadKillTests : IDisposable
{
    private const int MiB = 1024 * 1024;

    private readonly string _folder = Directory.CreateTempSubdirectory("uploads-kill-").FullName;
    private readonly int _port = Ports.Free();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_between_the_move_and_the_acknowledgement_it_is_finished_by_the_next_process()
    {
        var bytes = Bytes(MiB + 5, seed: 1);
        var hold = UploadProcess.AcknowledgedPath(_folder) + ".hold";
        await File.WriteAllTextAsync(hold, "");
        string path;
        await using (var first = await UploadProcess.StartAsync(_folder, _port))
        {
            path = await CreateAsync(bytes.Length);
            var lost = PatchAsync(path, 0, bytes);
            await Eventually.AsyncTrue(async () => (await UploadProcess.AcknowledgedAsync(_folder)).Length == 1, "the receiver to be asked");
            await first.KillAsync();
            await Assert.ThrowsAsync<HttpRequestException>(() => lost);
        }

        File.Delete(hold);
        await using var second = await UploadProcess.StartAsync(_folder, _port);
        using var head = await HeadUntilAsync(path, HttpStatusCode.OK);

        Assert.Equal(bytes.Length.ToString(), head.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal(Hash(bytes), head.Headers.GetValues("Media-Sha256").Single());
        var asked = await UploadProcess.AcknowledgedAsync(_folder);
        Assert.Equal(2, asked.Length);
        Assert.Single(asked.Distinct(StringComparer.Ordinal));
        Assert.Empty(await FindingsAsync());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "media", "objects"), Hash(bytes), SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_any_instant_every_acknowledged_byte_is_there_and_nothing_is_twice(bool withChecksum)
    {
        const int Chunk = 300_000;
        var random = new Random(20260302);
        var server = await UploadProcess.StartAsync(_folder, _port);
        try
        {
            for (var round = 0; round < 4; round++)
            {
                var bytes = Bytes((3 * MiB) + round, seed: 100 + round);
                var path = await CreateAsync(bytes.Length);
                var offset = 0;
                var killAfter = random.Next(1, 9) * Chunk;
                var killed = false;
                while (offset < bytes.Length)
                {
                    var chunk = bytes[offset..Math.Min(bytes.Length, offset + Chunk)];
                    try
                    {
                        var patch = PatchAsync(path, offset, chunk, withChecksum);
                        if (!killed && offset >= killAfter)
                        {
                            killed = true;
                            await server.KillAsync();
                        }

                        using var response = await patch;
                        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
                        offset += chunk.Length;
                    }
                    catch (HttpRequestException)
                    {
                        await server.DisposeAsync();
                        server = await UploadProcess.StartAsync(_folder, _port);
                        using var head = await HeadUntilAsync(path, HttpStatusCode.OK);
                        var kept = int.Parse(head.Headers.GetValues("Upload-Offset").Single());
                        Assert.InRange(kept, offset, offset + chunk.Length);
                        if (withChecksum)
                        {
                            Assert.True(kept == offset || kept == offset + chunk.Length, "A checked chunk is there whole or not at all.");
                        }

                        offset = kept;
                    }
                }

                using var done = await HeadUntilAsync(path, HttpStatusCode.OK);
                Assert.Equal(Hash(bytes), done.Headers.GetValues("Media-Sha256").Single());
            }

            Assert.Empty(await FindingsAsync());
            Assert.Equal(4, (await UploadProcess.AcknowledgedAsync(_folder)).Distinct(StringComparer.Ordinal).Count());
            Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "media", "staging"), "*.part"));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private async Task<string> CreateAsync(long length)
    {
        using var request = Request(
            HttpMethod.Post, Url(UploadHost.Path), ("Upload-Length", length.ToString()), ("Upload-Metadata", Metadata(("recordingId", "r"))));
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> PatchAsync(string path, long offset, byte[] bytes, bool withChecksum = false)
    {
        var request = Request(HttpMethod.Patch, Url(path), ("Upload-Offset", offset.ToString()));
        if (withChecksum)
        {
            request.Headers.TryAddWithoutValidation("Upload-Checksum", "sha256 " + Convert.ToBase64String(SHA256.HashData(bytes)));
        }

        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        return _client.SendAsync(request);
    }

    // At start the sweep may hold the upload for a moment.
    private async Task<HttpResponseMessage> HeadUntilAsync(string path, HttpStatusCode status)
    {
        HttpResponseMessage? head = null;
        await Eventually.AsyncTrue(
            async () =>
            {
                head = await _client.SendAsync(Request(HttpMethod.Head, Url(path)));
                return head.StatusCode == status;
            },
            $"HEAD to answer {status}");
        return head!;
    }

    private string Url(string path) => $"http://127.0.0.1:{_port}{path}";

    private async Task<List<Grains.Media.MediaFinding>> FindingsAsync()
    {
        List<Grains.Media.MediaFinding> findings = [];
        await foreach (var finding in MediaVerifier.VerifyFolder(Path.Combine(_folder, "media")))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
