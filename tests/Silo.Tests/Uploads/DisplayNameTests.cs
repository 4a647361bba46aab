using System.Net;
using Enforcement.Silo.Uploads;
using static Enforcement.Silo.Tests.Uploads.UploadServer;

namespace Enforcement.Silo.Tests.Uploads;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("a.mp4", "a.mp4")]
    [InlineData("现场检查 𠮷野家.mp4", "现场检查 𠮷野家.mp4")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("/etc/shadow", "shadow")]
    [InlineData("C:\\Windows\\evil.exe", "evil.exe")]
    [InlineData("..", "recording")]
    [InlineData("", "recording")]
    [InlineData(null, "recording")]
    [InlineData("a\0b.mp4", "ab.mp4")]
    [InlineData("a\r\nSet-Cookie: x.mp4", "aSet-Cookie x.mp4")]
    [InlineData("\u202Egpj.exe", "gpj.exe")]
    [InlineData("\u2066a\u2069.mp4", "a.mp4")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("<img src=x onerror=alert(1)>.mp4", "img src=x onerror=alert(1).mp4")]
    public void A_name_from_outside_is_made_fit_to_be_shown(string? name, string expected) => Assert.Equal(expected, DisplayName.Of(name));

    [Fact]
    public void A_long_name_keeps_its_extension_and_no_half_character()
    {
        var shown = DisplayName.Of(string.Concat(Enumerable.Repeat("𠮷", 150)) + ".mp4");
        Assert.True(shown.Length <= DisplayName.MaxLength);
        Assert.EndsWith("𠮷.mp4", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../var/evil.mp4")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("a\0.mp4")]
    [InlineData("\u202E4pm.exe")]
    public async Task A_trick_in_the_name_never_touches_a_path(string name)
    {
        await using var server = await StartAsync();
        var bytes = Bytes(100, seed: 1);
        var path = await server.CreatedAsync(100, Metadata(("recordingId", "r"), ("filename", name)));
        using var response = await server.PatchAsync(path, 0, bytes);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(DisplayName.Of(name), server.Sink.Completed.Single().Intent.FileName);
        var files = Directory.GetFiles(server.Root, "*", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{32}([0-9a-f]{32})?(\\.json|\\.leaves)?$", Path.GetFileName(file)));
        Assert.Equal(3, files.Length);
    }
}
