using System.Net;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>On a mount of limited size: what happens when the disk is full.</summary>
public sealed class DiskFullTests
{
    private const int MiB = 1024 * 1024;

    [SkippableFact]
    public async Task A_full_disk_is_said_so_nothing_is_half_written_and_the_next_good_upload_succeeds()
    {
        var folder = Directory.CreateTempSubdirectory("uploads-full-").FullName;
        var mounted = await Tool.RunAsync(folder, 20, "mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder);
        Skip.If(mounted is not { Exit: 0 }, "a file system of limited size cannot be mounted here");
        try
        {
            await using var server = await StartAsync(root: Path.Combine(folder, "media"));
            var bytes = Bytes(8 * MiB, seed: 1);
            using var tooLarge = await server.CreateAsync(64 * MiB);
            Assert.Equal("full", (await ProblemAsync(tooLarge, 507, "storage-full")).GetProperty("reason").GetString());

            // It fits when it begins, and the disk fills up while it arrives.
            var path = await server.CreatedAsync(bytes.Length);
            using var open = await server.BeginPatchAsync(path, 0, bytes.Length, bytes[..MiB]);
            await server.ArrivedAsync(path, MiB);
            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            await open.GetStream().WriteAsync(bytes.AsMemory(MiB));
            using var reader = new StreamReader(open.GetStream());
            Assert.StartsWith("HTTP/1.1 507", await reader.ReadLineAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await server.OffsetAsync(path));
            using var still = await server.PatchAsync(path, 0, bytes[..100]);
            await ProblemAsync(still, 507, "storage-full");

            File.Delete(filler);
            using var all = await server.PatchAsync(path, 0, bytes);
            Assert.Equal(HttpStatusCode.NoContent, all.StatusCode);
            Assert.Empty(await server.Store.VerifyAsync(Hash(bytes), null, default));
            await server.StillWorksAsync();
        }
        finally
        {
            await Tool.RunAsync(".", 20, "umount", "-l", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // full, as wanted
        }
    }
}
