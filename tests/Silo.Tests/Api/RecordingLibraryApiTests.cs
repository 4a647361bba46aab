using System.Net;

namespace Enforcement.Silo.Tests.Api;

/// <summary>Filters, marks and the export of the library of recordings.</summary>
public sealed class RecordingLibraryApiTests
{
    [Fact]
    public async Task The_export_holds_what_the_filters_leave_within_the_scope_and_no_cell_computes()
    {
        await using var city = await City.StartAsync();
        var now = await city.NowAsync();
        await city.AnnounceAsync("cm-rec-0001");
        (await city.Officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0002", new { bureau = "CM", officerId = "cm-officer", mode = "audio", startedAt = now.AddHours(-1), endedAt = now, place = "=1+1,\"市场\"" })).Ok();

        var all = await city.Officer.Http.GetAsync(new Uri("/api/v1/recordings/export.csv", UriKind.Relative));
        var text = await all.Content.ReadAsStringAsync();
        var audio = await city.Officer.Http.GetStringAsync(new Uri("/api/v1/recordings/export.csv?mode=audio&view=waiting", UriKind.Relative));
        var foreign = await city.Foreign.Http.GetStringAsync(new Uri("/api/v1/recordings/export.csv", UriKind.Relative));

        Assert.Equal("text/csv", all.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=1+1,\"\"市场\"\"\"", audio, StringComparison.Ordinal);
        Assert.DoesNotContain("cm-rec-0001", audio, StringComparison.Ordinal);
        Assert.DoesNotContain("cm-rec", foreign, StringComparison.Ordinal);
        Assert.Equal("query.malformed", (await city.Officer.GetAsync("/api/v1/recordings/export.csv?moda=audio")).Problem);
        Assert.Equal("access.permission", (await city.Administrator.GetAsync("/api/v1/recordings/export.csv")).Problem);
        Assert.Equal("cm-rec-0002", (await city.Officer.GetAsync("/api/v1/recordings?mode=audio&q=市场")).Ok().GetProperty("items")[0].GetProperty("recordingId").GetString());
    }

    [Fact]
    public async Task A_mark_is_made_shown_and_taken_back_by_its_author()
    {
        await using var city = await City.StartAsync();
        await city.AnnounceAsync("cm-rec-0001");
        await city.Officer.UploadAsync("/uploads", [1, 2, 3], ("recordingId", "cm-rec-0001"), ("filename", "a.mp4"));

        (await city.Officer.CommandAsync(HttpMethod.Post, "/recordings/cm-rec-0001/marks", new { mark = "m1", atMs = 1000, text = "开箱" })).Ok();

        var mark = Assert.Single((await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001")).Ok().GetProperty("marks").EnumerateArray());
        Assert.Equal(("开箱", 1000L), (mark.GetProperty("text").GetString(), mark.GetProperty("atMs").GetInt64()));
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Clerk.CommandAsync(HttpMethod.Post, "/recordings/cm-rec-0001/marks", new { mark = "m2", atMs = 1, text = "x" })).Status);
        Assert.Equal("access.foreign-bureau", (await city.Foreign.CommandAsync(HttpMethod.Post, "/recordings/cm-rec-0001/marks", new { mark = "m2", atMs = 1, text = "x" })).Problem);
        (await city.Officer.CommandAsync(HttpMethod.Post, "/recordings/cm-rec-0001/marks/withdraw", new { mark = "m1", reason = "有误" })).Ok();
        Assert.Empty((await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001")).Ok().GetProperty("marks").EnumerateArray());
    }
}
