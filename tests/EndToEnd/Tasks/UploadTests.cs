using System.Collections.Concurrent;
using System.Globalization;
using Enforcement.EndToEnd.Tests.City;
using Enforcement.Walk;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>A film is handed in and the page is loaded anew in the middle.</summary>
[Collection(CityCollection.Name)]
public sealed class UploadTests(DemoCity city)
{
    private const int Length = 9 * 1024 * 1024 + 17;
    private const int Piece = 2 * 1024 * 1024;
    private const string Uploads = "**/api/v1/uploads/**";

    [BrowserFact]
    public async Task An_upload_cut_by_a_reload_goes_on_where_it_stopped()
    {
        var recording = await AnnounceAsync();
        var film = Path.Combine(Directory.CreateTempSubdirectory("film-").FullName, $"{recording}.webm");
        await File.WriteAllBytesAsync(film, Film.Make(Length));
        await using var window = await city.SignedInAsync("upload", "cm-officer");
        ConcurrentQueue<long> offsets = [];
        window.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH")
            {
                offsets.Enqueue(OffsetOf(request));
            }
        };
        await window.GoAsync("/recordings/upload");

        // The second piece stands still, however fast the machine is and however late somebody looks.
        await window.Page.RouteAsync(Uploads, route => route.Request.Method == "PATCH" && OffsetOf(route.Request) > 0 ? Task.CompletedTask : route.ContinueAsync());

        await window.Page.GetByLabel("选择文件（可多选）").SetInputFilesAsync(film);
        await Expect(window.Main).ToContainTextAsync("按编号匹配");
        await window.ShotAsync("chosen");
        var standing = window.Page.WaitForRequestAsync(request => request.Method == "PATCH" && OffsetOf(request) > 0);
        await window.Button("全部开始").ClickAsync();
        var row = window.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{recording}.webm" });
        await standing;
        await Expect(row).ToContainTextAsync("已上传 2");
        await window.ShotAsync("under-way");

        await window.Page.ReloadAsync();
        await window.Page.UnrouteAsync(Uploads);
        await window.ReadyAsync();
        await Expect(window.Heading("上次没有传完的文件")).ToBeVisibleAsync();
        await window.ShotAsync("cut");
        Assert.Equal(new long[] { 0, Piece }, offsets);

        await window.Page.GetByLabel("选择文件（可多选）").SetInputFilesAsync(film);
        await Expect(row).ToContainTextAsync("已入库");
        await Expect(row).ToContainTextAsync("与本机计算的一致");
        await window.ShotAsync("stored");
        Assert.Equal(new long[] { 0, Piece, Piece }, offsets.Take(3)); // what had arrived was not sent again

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, $"/recordings/{recording}").ToString());
        await window.ReadyAsync();
        await window.ShotAsync("recording");
    }

    private async Task<string> AnnounceAsync()
    {
        var officer = await city.PersonAsync("cm-officer");
        var now = (await officer.ReadAsync("/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>();
        var id = $"e2e-{Guid.NewGuid():n}";
        await officer.SendAsync(HttpMethod.Put, $"/api/v1/recordings/{id}", new { bureau = "CM", officerId = "cm-officer", mode = "video", startedAt = now.AddMinutes(-2), endedAt = now.AddMinutes(-1), place = "人民路" });
        return id;
    }

    private static long OffsetOf(IRequest request) => long.Parse(request.Headers["upload-offset"], CultureInfo.InvariantCulture);
}
