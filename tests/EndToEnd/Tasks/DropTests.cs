using Enforcement.EndToEnd.Tests.City;
using Enforcement.Walk;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

/// <summary>Files are dragged onto the library, wherever it is, and stand in the queue of the page that hands them in.</summary>
[Collection(CityCollection.Name)]
public sealed class DropTests(DemoCity city)
{
    [BrowserFact]
    public async Task Files_dropped_on_the_library_are_queued_where_they_are_handed_in()
    {
        var officer = await city.PersonAsync("cm-officer");
        var now = (await officer.ReadAsync("/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>();
        var id = $"e2e-{Guid.NewGuid():n}";
        await officer.SendAsync(HttpMethod.Put, $"/api/v1/recordings/{id}", new { bureau = "CM", officerId = "cm-officer", mode = "video", startedAt = now.AddMinutes(-3), endedAt = now.AddMinutes(-2), place = "人民路" });

        await using var window = await city.SignedInAsync("drop", "cm-officer");
        await window.GoAsync("/recordings");
        await window.Page.EvaluateAsync("window.before = true");
        var files = await FilesAsync(window, $"{id}.webm", "现场<b>𠮷.webm");

        await DragAsync(window, "dragenter", files);
        await Expect(window.Page.GetByText("松开即加入待移交文件")).ToBeVisibleAsync();
        await window.ShotAsync("dragged-over");
        await DragAsync(window, "drop", files);

        await Expect(window.Heading("批量移交音像文件")).ToBeVisibleAsync();
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, "/recordings/upload").ToString());
        var rows = window.Main.GetByRole(AriaRole.List, new() { Name = "待上传文件" }).GetByRole(AriaRole.Listitem);
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Filter(new() { HasText = id })).ToContainTextAsync("按编号匹配");
        await Expect(rows.Filter(new() { HasText = "现场<b>𠮷.webm" })).ToHaveCountAsync(1);
        Assert.True(await window.Page.EvaluateAsync<bool>("window.before"), "The page was loaded anew.");
        await window.ShotAsync("queued");

        await DragAsync(window, "drop", await FilesAsync(window, "另一段.webm")); // on the page itself as well, beside the marked place
        await Expect(rows).ToHaveCountAsync(3);

        await window.Button("全部开始").ClickAsync();
        await Expect(rows.Filter(new() { HasText = id })).ToContainTextAsync("已入库");
        await window.ShotAsync("stored");
    }

    private static Task<IJSHandle> FilesAsync(Window window, params string[] names) => window.Page.EvaluateHandleAsync(
        """
        ([names, bytes]) => {
          const data = new DataTransfer();
          for (const name of names) data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0)), name], name, { type: 'video/webm' }));
          return data;
        }
        """,
        new object[] { names, Convert.ToBase64String(Film.Make(32 * 1024)) });

    private static Task DragAsync(Window window, string name, IJSHandle files) => window.Main.Locator("h1").DispatchEventAsync(name, new Dictionary<string, object> { ["dataTransfer"] = files });
}
