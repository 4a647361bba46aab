using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Enforcement.Silo.Hosting;

/// <summary>Writes a small file so that after a crash there is the old text or the new one, and after the call the new one.</summary>
internal static partial class DurableFile
{
    public static void Write(string path, ReadOnlySpan<byte> content, bool ownerOnly = false)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var staged = path + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (ownerOnly && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream stream = new(staged, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(staged, path, overwrite: true);
        SyncFolder(folder);
    }

    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS keeps its directory in a journal; there is nothing to call.
        }

        var descriptor = Open(folder, ReadOnlyFlag);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open {folder} to sync it: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        try
        {
            if (FSync(descriptor) < 0)
            {
                throw new IOException($"Cannot sync {folder}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private const int ReadOnlyFlag = 0;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
