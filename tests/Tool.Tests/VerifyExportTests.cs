using System.Text;

namespace Enforcement.Tool.Tests;

public sealed class VerifyExportTests
{
    [Fact]
    public async Task An_export_is_sound_and_names_the_same_root_as_the_folder()
    {
        using var sample = await SampleLedger.MakeAsync();

        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("export", sample.Folder, sample.Export)).Code);
        var fromFolder = await Tool.RunAsync("verify", sample.Folder);
        var fromFile = await Tool.RunAsync("verify", sample.Export);

        Assert.Equal(ExitCode.Good, fromFile.Code);
        Assert.Equal(fromFolder.Output, fromFile.Output);
    }

    [Fact]
    public async Task An_empty_ledger_can_be_exported_and_verified()
    {
        using var sample = await SampleLedger.MakeAsync(entries: 0);

        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("export", sample.Folder, sample.Export)).Code);
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", sample.Export)).Code);
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", sample.Folder)).Code);
    }

    [Fact]
    public async Task A_file_is_not_replaced_unless_told_so()
    {
        using var sample = await SampleLedger.MakeAsync();
        await File.WriteAllTextAsync(sample.Export, "mine");

        Assert.Equal(ExitCode.Failed, (await Tool.RunAsync("export", sample.Folder, sample.Export)).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(sample.Export));
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("export", sample.Folder, sample.Export, "--force")).Code);
        Assert.Equal(ExitCode.Good, (await Tool.RunAsync("verify", sample.Export)).Code);
    }

    [Fact]
    public async Task Every_flipped_byte_of_an_export_is_found()
    {
        using var sample = await SampleLedger.MakeAsync();
        await Tool.RunAsync("export", sample.Folder, sample.Export);
        var bytes = await File.ReadAllBytesAsync(sample.Export);

        for (var i = 0; i < bytes.Length; i++)
        {
            // One bit in each byte, another one each time, so that case, digits and structure are all hit.
            var flipped = (byte[])bytes.Clone();
            flipped[i] ^= (byte)(1 << (i % 8));
            Assert.False(Storage.Audit.ExportAudit.Run(new MemoryStream(flipped), []).Sound, $"byte {i} was flipped and not found");
        }
    }

    [Fact]
    public async Task Every_cut_is_found()
    {
        using var sample = await SampleLedger.MakeAsync();
        await Tool.RunAsync("export", sample.Folder, sample.Export);
        var bytes = await File.ReadAllBytesAsync(sample.Export);

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(Storage.Audit.ExportAudit.Run(new MemoryStream(bytes, 0, length), []).Sound, $"a cut to {length} bytes was not found");
        }

        Assert.False(Storage.Audit.ExportAudit.Run(new MemoryStream([.. bytes, (byte)'\n']), []).Sound);
    }

    [Fact]
    public async Task Every_dropped_doubled_or_swapped_line_is_found()
    {
        using var sample = await SampleLedger.MakeAsync();
        await Tool.RunAsync("export", sample.Folder, sample.Export);
        var lines = await File.ReadAllLinesAsync(sample.Export);

        for (var i = 0; i < lines.Length; i++)
        {
            Assert.False(Sound(lines.Where((_, at) => at != i)), $"line {i + 1} was dropped and not found");
            Assert.False(Sound(lines.Take(i + 1).Concat(lines.Skip(i))), $"line {i + 1} was doubled and not found");
            if (i > 0)
            {
                var swapped = (string[])lines.Clone();
                (swapped[i - 1], swapped[i]) = (swapped[i], swapped[i - 1]);
                Assert.False(Sound(swapped), $"lines {i} and {i + 1} were swapped and not found");
            }
        }
    }

    private static bool Sound(IEnumerable<string> lines) =>
        Storage.Audit.ExportAudit.Run(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))), []).Sound;
}
