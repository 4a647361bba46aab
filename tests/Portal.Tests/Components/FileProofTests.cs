using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Components.Recordings;

namespace Enforcement.Portal.Tests.Components;

public sealed class FileProofTests : PortalTest
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 3, 15, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("zh-CN", null, 0, "完好", "2026年11月21日 03:15:00 全文重新读取，系统定期校验", "tag-ok")]
    [InlineData("zh-CN", "王建国𠮷", 0, "完好", "2026年11月21日 03:15:00 全文重新读取，由王建国𠮷发起", "tag-ok")]
    [InlineData("zh-CN", null, 2, "发现 2 处问题", "系统定期校验", "tag-bad")]
    [InlineData("en", "<b>Wang</b>", 0, "sound", "asked for by <b>Wang</b>", "tag-ok")]
    public void The_last_check_says_when_by_whom_and_whether_the_file_is_sound(string language, string? by, int faults, string verdict, string words, string tone)
    {
        Speak(language);
        JSInterop.Mode = JSRuntimeMode.Loose;

        var proof = Render<FileProof>(p => p.Add(f => f.File, File()).Add(f => f.StoredAt, At).Add(f => f.Check, new FileCheck(At, by, faults)));

        Assert.Equal(verdict, proof.Find(".app-tag").TextContent);
        Assert.Contains(tone, proof.Find(".app-tag").ClassName, StringComparison.Ordinal);
        Assert.Contains(words, proof.Find(".app-tag").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_never_read_again_claims_no_check()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;

        var proof = Render<FileProof>(p => p.Add(f => f.File, File()).Add(f => f.StoredAt, At));

        Assert.Empty(proof.FindAll(".app-tag"));
        Assert.Contains("尚未轮到定期校验", proof.Markup, StringComparison.Ordinal);
    }

    private static StoredFile File() => new(new string('a', 64), new string('b', 64), 1000, new string('c', 64), 1, "现场.webm", "video/webm", "up-1");
}
