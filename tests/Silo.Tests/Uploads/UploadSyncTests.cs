using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Enforcement.Uploads.Host;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>Durability by looking: every receipt comes after the sync of the file and of the folder that names it.</summary>
public sealed class UploadSyncTests
{
    private const int MiB = 1024 * 1024;

    [SkippableFact]
    public async Task No_receipt_leaves_before_file_and_folder_are_synced()
    {
        var folder = Directory.CreateTempSubdirectory("uploads-trace-").FullName;
        var trace = Path.Combine(folder, "trace");
        var can = await Tool.RunAsync(folder, 20, "strace", "-f", "-o", trace, "true");
        Skip.If(can is null, "strace is not installed");
        Skip.If(can.Value.Exit != 0, "processes may not be traced here: " + can.Value.Output.Trim());
        try
        {
            var bytes = Bytes((2 * MiB) + 3, seed: 1);
            var hash = Hash(bytes);
            string id;
            await using (var server = await UploadProcess.StartAsync(
                folder, Ports.Free(),
                "strace", "-f", "-y", "-s", "40", "-o", trace, "-e", "trace=fsync,fdatasync,pwrite64,pwritev,write,writev,rename,renameat,renameat2,sendmsg,sendto"))
            {
                id = await UploadAsync(server.Endpoint, bytes);
            }

            var seen = new SyncTrace(await File.ReadAllLinesAsync(trace));
            var media = Path.Combine(folder, "media");
            var part = Path.Combine(media, "staging", id + ".part");
            var sidecar = Path.Combine(media, "staging", id + ".json");
            var stored = Path.Combine(media, "objects", hash[..2], hash[2..4], hash);
            var created = Assert.Single(seen.Responses("201"));
            var chunks = seen.Responses("204");
            Assert.Equal(3, chunks.Count);

            seen.DemandFileSynced(0, created, sidecar + ".new");
            seen.DemandNameSynced(0, created, sidecar);
            seen.DemandFileSynced(created, chunks[0], part);
            seen.DemandFileSynced(chunks[0], chunks[1], part);
            seen.DemandFileSynced(chunks[1], chunks[2], part);
            seen.DemandFileSynced(chunks[1], chunks[2], stored + ".leaves.new");
            seen.DemandNameSynced(chunks[1], chunks[2], stored + ".leaves");
            seen.DemandNameSynced(chunks[1], chunks[2], stored);
            seen.DemandFileSynced(chunks[1], chunks[2], UploadProcess.AcknowledgedPath(folder));
            seen.DemandNameSynced(chunks[1], chunks[2], sidecar);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_trace_without_the_sync_of_a_folder_is_told_apart()
    {
        string[] lines =
        [
            "10 pwrite64(5</m/a.part>, \"x\"..., 1, 0) = 1",
            "10 fsync(5</m/a.part>) = 0",
            "10 rename(\"/m/a.part\", \"/m/o/a\") = 0",
            "11 fsync(6</m/o> <unfinished ...>",
            "12 sendmsg(7<socket:[1]>, {msg_iov=[{iov_base=\"HTTP/1.1 204 No Content\\r\\n\"...}]}, 0) = 90",
            "11 <... fsync resumed>) = 0",
        ];
        var trace = new SyncTrace(lines);
        var response = Assert.Single(trace.Responses("204"));
        trace.DemandFileSynced(0, response, "/m/a.part");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => trace.DemandNameSynced(0, response, "/m/o/a"));

        var ordered = new SyncTrace([lines[0], lines[1], lines[2], lines[3], lines[5], lines[4]]);
        ordered.DemandNameSynced(0, ordered.Responses("204").Single(), "/m/o/a");
    }

    private static async Task<string> UploadAsync(Uri endpoint, byte[] bytes)
    {
        using var client = new HttpClient();
        using var created = await client.SendAsync(Request(
            HttpMethod.Post, endpoint.ToString(), ("Upload-Length", bytes.Length.ToString()), ("Upload-Metadata", Metadata(("recordingId", "r")))));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var url = new Uri(endpoint, created.Headers.Location!.ToString());
        int[] ends = [MiB, MiB + 500_000, bytes.Length];
        var offset = 0;
        foreach (var end in ends)
        {
            var request = Request(HttpMethod.Patch, url.ToString(), ("Upload-Offset", offset.ToString()));
            if (end == ends[1])
            {
                request.Headers.TryAddWithoutValidation("Upload-Checksum", "sha1 " + Convert.ToBase64String(SHA1.HashData(bytes[offset..end])));
            }

            request.Content = new ByteArrayContent(bytes[offset..end]) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            offset = end;
        }

        return url.Segments[^1];
    }
}
