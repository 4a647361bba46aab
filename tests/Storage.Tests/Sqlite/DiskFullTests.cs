using System.Diagnostics;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Audit;
using Enforcement.Storage.Sqlite;
using static Enforcement.Storage.Tests.Sqlite.StoreFixture;

namespace Enforcement.Storage.Tests.Sqlite;

/// <summary>A disk that is really full: a mount of a few MiB.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private readonly DirectoryInfo _mount = Directory.CreateTempSubdirectory("full-");
    private bool _mounted;

    public async Task InitializeAsync() => _mounted = OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", _mount.FullName);

    [SkippableFact]
    public async Task A_full_disk_fails_typed_the_process_lives_on_and_all_verifies()
    {
        Skip.IfNot(_mounted, "a size-limited mount may not be made here");
        await using var store = SqliteStore.Open(new SqliteStoreOptions(Path.Combine(_mount.FullName, "ledger.db"), Training: false));
        await store.AppendAsync(Batch("case/1", 0, "c1", Fact("case.started")), CancellationToken.None);
        var filler = Path.Combine(_mount.FullName, "filler");
        await FillAsync(filler);
        var head = await store.HeadAsync(CancellationToken.None);

        var large = Batch("case/1", 1, "c2", Fact("case.moved", $"{{\"text\":\"{new string('x', 1_000_000)}\"}}"));
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AppendAsync(large, CancellationToken.None));

        Assert.Equal(StoreUnavailableException.Full, e.Reason);
        Assert.Equal(head, await store.HeadAsync(CancellationToken.None));
        File.Delete(filler);
        await store.AppendAsync(Batch("case/1", 1, "c2", Fact("case.moved")), CancellationToken.None);
        Assert.Equal(2, (await store.ReadAsync("case/1", 0, CancellationToken.None)).Length);
        Assert.Empty(SqliteAudit.Run(_mount.FullName, []).Faults);
    }

    public async Task DisposeAsync()
    {
        if (_mounted)
        {
            await RunAsync("umount", _mount.FullName);
        }

        _mount.Delete(recursive: true);
    }

    private static async Task FillAsync(string file)
    {
        var block = new byte[4096];
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await stream.WriteAsync(block);
            }
        }
        catch (IOException)
        {
            // as full as it gets
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
