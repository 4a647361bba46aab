using System.Diagnostics;
using System.Text;
using Enforcement.Storage.Media;

namespace Enforcement.Storage.Tests.Media;

public sealed class Sm3Tests
{
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void The_examples_of_the_standard_come_out(string message, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Sm3.HashData(Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void Pieces_of_any_size_give_the_hash_of_the_whole()
    {
        var data = TestMedia.Bytes(1000, seed: 7);
        var whole = Sm3.HashData(data);
        for (var size = 1; size < 200; size++)
        {
            var sm3 = new Sm3();
            foreach (var piece in data.Chunk(size))
            {
                sm3.Append(piece);
            }

            Assert.Equal(whole, sm3.Finish());
        }
    }

    [Fact]
    public void A_clone_goes_on_alone()
    {
        var sm3 = new Sm3();
        sm3.Append("ab"u8);
        var clone = sm3.Clone();
        sm3.Append("x"u8);
        clone.Append("c"u8);
        Assert.Equal(Sm3.HashData("abc"u8), clone.Finish());
        Assert.Equal(Sm3.HashData("abx"u8), sm3.Finish());
    }

    [SkippableFact]
    public void OpenSSL_says_the_same_for_every_length_around_the_blocks()
    {
        Skip.If(OpenSsl([]) is null, "openssl with SM3 is not installed");
        foreach (var length in new[] { 0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000_003 })
        {
            var data = TestMedia.Bytes(length, seed: length);
            Assert.Equal(OpenSsl(data), Convert.ToHexStringLower(Sm3.HashData(data)));
        }
    }

    private static string? OpenSsl(byte[] data)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", "dgst -sm3 -r") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.BaseStream.Write(data);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output[..64] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
