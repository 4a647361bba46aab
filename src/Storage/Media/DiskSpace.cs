using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>Tells a full disk from other failures, and keeps some room for the ledger that may lie on the same disk.</summary>
internal static class DiskSpace
{
    private const int NoSpace = 28;       // ENOSPC
    private const int Quota = 122;        // EDQUOT
    private const int TooBig = 27;        // EFBIG
    private const int DiskFullHResult = unchecked((int)0x80070070);

    public static bool IsFull(IOException exception) =>
        exception is MediaStoreFullException || exception.HResult is NoSpace or Quota or TooBig or DiskFullHResult;

    /// <exception cref="MediaStoreFullException">Fewer than <paramref name="needed"/> bytes would leave the reserve untouched.</exception>
    public static void Demand(string folder, long needed, long reserve)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free - reserve < needed)
        {
            throw new MediaStoreFullException($"{needed} bytes are needed, {Math.Max(0, free - reserve)} are free.");
        }
    }
}
