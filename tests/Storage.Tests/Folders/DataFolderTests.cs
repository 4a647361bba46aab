using System.Diagnostics;
using Enforcement.Storage.Folders;

namespace Enforcement.Storage.Tests.Folders;

public sealed class DataFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("folder-");

    [Fact]
    public void A_second_holder_is_refused_with_the_name_of_the_first()
    {
        var path = Path.Combine(_root.FullName, "new", "data");
        using var first = DataFolder.Open(path, Now);

        var e = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(path, Now.AddHours(1)));

        Assert.Equal((Environment.ProcessId, Environment.MachineName, Now), (e.Holder!.ProcessId, e.Holder.Host, e.Holder.Since));
        Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-05 09:30:00", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_was_given_back_can_be_taken_again()
    {
        using (DataFolder.Open(_root.FullName, Now))
        {
        }

        using var again = DataFolder.Open(_root.FullName, Now);

        Assert.Equal(Path.Combine(_root.FullName, "ledger.db"), again.LedgerFile);
    }

    [Fact]
    public void What_a_killed_process_left_behind_does_not_block()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "lock"));
        File.WriteAllText(Path.Combine(_root.FullName, "lock", "held"), "");
        File.WriteAllText(Path.Combine(_root.FullName, "lock", "holder.json"), "{\"ProcessId\":1,\"Host\":\"gone\",\"Program\":\"gone\",\"Since\":\"2020-01-01T00:00:00+00:00\"}");

        using var taken = DataFolder.Open(_root.FullName, Now);

        Assert.Equal(Environment.ProcessId, Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(_root.FullName, Now)).Holder!.ProcessId);
    }

    [SkippableFact]
    public void The_lock_is_one_that_other_processes_see()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "needs the flock command of util-linux");
        using var held = DataFolder.Open(_root.FullName, Now);

        Assert.Equal(1, TryLock());
        held.Dispose();
        Assert.Equal(0, TryLock());
    }

    public void Dispose() => _root.Delete(recursive: true);

    private int TryLock()
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--nonblock", Path.Combine(_root.FullName, "lock", "held"), "true"]))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
