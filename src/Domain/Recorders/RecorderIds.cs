using System.Security.Cryptography;
using System.Text;

namespace Enforcement.Domain.Recorders;

/// <summary>Ids that follow from others, so that a repetition never makes a second thing.</summary>
public static class RecorderIds
{
    /// <summary>The recording that a file of a recorder is: the same for the same file for ever. A device that gives one id to two files breaks its contract and is refused.</summary>
    /// <param name="recorderId">The recorder.</param>
    /// <param name="file">The id of the file on the device.</param>
    /// <returns><c>rec-</c> and 32 lower-case hexadecimal digits.</returns>
    public static string Recording(string recorderId, string file) =>
        "rec-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{recorderId}\n{file}")))[..32];

    /// <summary>Whether a recording came from a recorder that reports, by its id.</summary>
    /// <param name="recordingId">The recording.</param>
    public static bool IsReported(string recordingId) => recordingId.StartsWith("rec-", StringComparison.Ordinal);

    /// <summary>The spelling in which ids are compared: capital letters, so that no two differ by case alone.</summary>
    public static string IdKey(string recorderId) => recorderId.ToUpperInvariant();

    /// <summary>The spelling in which serial numbers are compared: without outer blanks, capital letters.</summary>
    public static string SerialKey(string serial) => serial.Trim().ToUpperInvariant();
}
