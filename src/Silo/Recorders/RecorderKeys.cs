using System.Security.Cryptography;
using System.Text;
using Enforcement.Silo.Hosting;

namespace Enforcement.Silo.Recorders;

/// <summary>
/// The keys of recorders. No key is kept anywhere: each follows from a secret of the installation, the recorder's id and the generation of its key,
/// so that it can be compared but not read back, and renewing counts the generation up.
/// </summary>
public sealed class RecorderKeys
{
    /// <summary>How every key begins, so that people and scanners know one when they see it.</summary>
    public const string Prefix = "rk_";

    private const int SecretBytes = 32;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly byte[] _secret;

    private RecorderKeys(byte[] secret) => _secret = secret;

    /// <summary>Reads the secret of the installation, or makes it at first use; only the owner of the file may read it.</summary>
    /// <exception cref="InstallationException">The file is damaged. It is not made anew: that would make every key void without a word.</exception>
    public static RecorderKeys Open(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        var secret = File.ReadAllBytes(file);
        return secret.Length == SecretBytes
            ? new RecorderKeys(secret)
            : throw new InstallationException($"{file} is damaged. Restore it from a backup; without one, delete it and renew the key of every recorder.");
    }

    /// <summary>The key of a recorder in a generation.</summary>
    public string KeyOf(string recorderId, int generation) =>
        Prefix + Base32(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(FormattableString.Invariant($"recorder/{recorderId}/{generation}"))));

    /// <summary>Whether a key is that of a recorder in a generation; takes as long for a wrong key as for the right one.</summary>
    public bool IsKeyOf(string recorderId, int generation, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(recorderId, generation)), Encoding.UTF8.GetBytes(key));

    private static void Make(string file)
    {
        // Under another name first: a half-written secret must never be taken for one.
        var draft = $"{file}.{Guid.NewGuid():N}";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(SecretBytes));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = (((buffer & 0x1f) << 8) | value, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 0x1f]);
            }
        }

        return (bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 0x1f]) : text).ToString();
    }
}
