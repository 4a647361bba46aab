using System.Security.Cryptography;
using Enforcement.Uploads.Host;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

/// <summary>Checksums as a program sends them that nobody here has written.</summary>
public sealed class CurlInteropTests
{
    [SkippableTheory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Curl_gets_460_for_a_wrong_checksum_and_204_for_a_right_one(string algorithm)
    {
        Skip.If(await Tool.RunAsync(".", 20, "curl", "--version") is null, "curl is not installed");
        await using var server = await StartAsync();
        var bytes = Bytes(2_500_000, seed: 1);
        var path = await server.CreatedAsync(bytes.Length);
        var folder = Directory.CreateTempSubdirectory("uploads-curl-").FullName;
        try
        {
            var first = Path.Combine(folder, "first");
            var second = Path.Combine(folder, "second");
            await File.WriteAllBytesAsync(first, bytes[..1_500_000]);
            await File.WriteAllBytesAsync(second, bytes[1_500_000..]);

            Assert.StartsWith("460 ", await PatchAsync(server, path, algorithm, 0, second, bytes[..1_500_000]), StringComparison.Ordinal);
            Assert.Equal(0, await server.OffsetAsync(path));
            Assert.StartsWith("204 ", await PatchAsync(server, path, algorithm, 0, first, bytes[..1_500_000]), StringComparison.Ordinal);
            Assert.StartsWith("460 ", await PatchAsync(server, path, algorithm, 1_500_000, second, bytes), StringComparison.Ordinal);
            Assert.Equal(1_500_000, await server.OffsetAsync(path));
            Assert.StartsWith("204 " + Hash(bytes), await PatchAsync(server, path, algorithm, 1_500_000, second, bytes[1_500_000..]), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> PatchAsync(UploadServer server, string path, string algorithm, int offset, string file, byte[] hashed)
    {
        var hash = algorithm == "sha1" ? SHA1.HashData(hashed) : SHA256.HashData(hashed);
        var (exit, output) = await Tool.RunAsync(
            ".", 30, "curl", "--silent", "--output", "/dev/null", "--write-out", "%{http_code} %header{media-sha256}", "-X", "PATCH",
            "-H", "Tus-Resumable: 1.0.0", "-H", "Content-Type: application/offset+octet-stream", "-H", $"Upload-Offset: {offset}",
            "-H", $"Upload-Checksum: {algorithm} {Convert.ToBase64String(hash)}", "--data-binary", "@" + file, new Uri(server.Address, path).ToString()) ?? (-1, "");
        Assert.True(exit == 0, output);
        return output;
    }
}
