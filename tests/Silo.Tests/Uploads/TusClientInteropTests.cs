using System.Text.Json;
using Enforcement.Storage.Media;
using Enforcement.Uploads.Host;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>The real tus-js-client against the real server, over a line that breaks.</summary>
public sealed class TusClientInteropTests
{
    private const int MiB = 1024 * 1024;
    private const int Size = 64 * MiB;

    private static readonly string Client = Path.Combine(UploadProcess.Repository(), "tests", "Interop", "tus");

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("5000000")]
    public async Task A_file_arrives_although_the_line_breaks_twice_and_the_server_is_killed_once(string? chunk)
    {
        await NeedClientAsync();
        var folder = Directory.CreateTempSubdirectory("uploads-interop-").FullName;
        UploadProcess? server = null;
        try
        {
            var bytes = Bytes(Size, seed: 64);
            var file = Path.Combine(folder, "dock.mp4");
            await File.WriteAllBytesAsync(file, bytes);
            var port = Ports.Free();
            server = await UploadProcess.StartAsync(folder, port);
            using var line = new CuttingProxy(
                port,
                (11 * MiB, () => Task.CompletedTask),
                (27 * MiB, () => Task.CompletedTask),
                (45 * MiB, RestartAsync));

            async Task RestartAsync()
            {
                await server.KillAsync();
                server = await UploadProcess.StartAsync(folder, port);
            }

            string[] arguments = ["upload.mjs", $"http://127.0.0.1:{line.Port}{UploadHost.Path}", file, "rec-64", .. chunk is null ? Array.Empty<string>() : [chunk]];
            var (exit, output) = await Tool.RunAsync(Client, 400, "node", arguments) ?? (-1, "node vanished");

            Assert.True(exit == 0, output);
            Assert.Equal(0, line.CutsLeft);
            var events = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => JsonElement.Parse(text)).ToList();
            Assert.InRange(events.Count(e => e.GetProperty("event").GetString() == "retry"), 3, 1200);
            Assert.Equal("success", events[^1].GetProperty("event").GetString());
            Assert.Equal(1, events.Count(e => e.TryGetProperty("method", out var method) && method.GetString() == "POST"));
            Assert.EndsWith(' ' + Hash(bytes), Assert.Single((await UploadProcess.AcknowledgedAsync(folder)).Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
            var store = new FolderMediaStore(new MediaFolders(Path.Combine(folder, "media")));
            Assert.Empty(await store.VerifyAsync(Hash(bytes), null, default));
        }
        finally
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task NeedClientAsync()
    {
        Skip.If(await Tool.RunAsync(Client, 20, "node", "--version") is null, "node is not installed");
        if (Directory.Exists(Path.Combine(Client, "node_modules", "tus-js-client")))
        {
            return;
        }

        var installed = await Tool.RunAsync(Client, 300, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Skip.If(installed is null, "npm is not installed");
        Skip.If(installed.Value.Exit != 0, "tus-js-client cannot be installed: " + installed.Value.Output.Trim());
    }
}
