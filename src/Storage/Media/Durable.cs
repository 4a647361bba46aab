using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Enforcement.Storage.Media;

/// <summary>Writes that survive a lost power supply: the file is synced, and so is the folder that names it.</summary>
public static class Durable
{
    private const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY on x64
    private const int ReadOnlyDirectoryArm = 0x4000;

    /// <summary>Replaces a file as a whole: after a crash the old or the new text is there, never a part of one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var next = path + ".new";
        using (var handle = File.OpenHandle(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(handle, bytes, 0);
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(next, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a folder and every missing one above it, so that their names are on disk.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path)!;
        CreateFolder(parent);
        Directory.CreateDirectory(path);
        SyncFolder(parent);
    }

    /// <summary>Syncs the names in a folder. On Windows the file system journals them and offers no such call.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var flags = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? ReadOnlyDirectoryArm : ReadOnlyDirectory;
        var descriptor = Open([.. Encoding.UTF8.GetBytes(path), 0], OperatingSystem.IsLinux() ? flags : 0);
        if (descriptor < 0)
        {
            throw Failed("open", path);
        }

        try
        {
            if (Sync(descriptor) != 0)
            {
                throw Failed("sync", path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string what, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"Cannot {what} the folder {path}: {new Win32Exception(error).Message}", error);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
