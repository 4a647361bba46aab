namespace Enforcement.EndToEnd.Tests.City;

/// <summary>A recording of the City Management Bureau that ended so long ago that its hand-in is late: what a test needs it makes, whatever day it is and whatever other tests have done.</summary>
internal static class LateRecording
{
    /// <summary>Announces one of which no file was handed in. Its finding stands from then on.</summary>
    /// <param name="city">The city.</param>
    /// <param name="ago">How long ago it ended.</param>
    /// <returns>Its id.</returns>
    public static async Task<string> AnnounceAsync(DemoCity city, TimeSpan ago)
    {
        var officer = await city.PersonAsync("cm-officer");
        var now = (await officer.ReadAsync("/api/v1/clock"))["now"]!.GetValue<DateTimeOffset>();
        var id = $"e2e-{Guid.NewGuid():n}";
        await officer.SendAsync(HttpMethod.Put, $"/api/v1/recordings/{id}", new { bureau = "CM", officerId = "cm-officer", mode = "video", startedAt = now - ago - TimeSpan.FromMinutes(5), endedAt = now - ago, place = "人民路" });
        return id;
    }

    /// <summary>The row of a list that is about it.</summary>
    public static ILocator RowOf(Window window, string recording) =>
        window.Main.GetByRole(AriaRole.Row).Filter(new() { Has = window.Page.Locator($"a[href='/recordings/{recording}']") });
}
