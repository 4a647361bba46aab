using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Domain.Access;
using Enforcement.Grains.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Api;

public sealed class RecordingApiTests
{
    private static readonly byte[] Film = [.. Enumerable.Range(0, (2 * 1024 * 1024) + 17).Select(i => (byte)(i * 31 % 251))];

    [Fact]
    public async Task A_recording_is_announced_handed_in_played_and_every_view_of_an_hour_written_once()
    {
        await using var city = await City.StartAsync();
        await city.AnnounceAsync("cm-rec-0001");
        var before = (await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001")).Ok();
        Assert.Equal("running", before.GetProperty("clocks")[0].GetProperty("phase").GetString());
        Assert.Equal("recording.no-file", (await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001/content")).Problem);

        var done = await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"), ("filename", "现场.mp4"), ("filetype", "video/mp4"));

        Assert.Equal(HttpStatusCode.Created, done.Status);
        Assert.Equal(Hash(Film), done.Response.Headers.GetValues("Media-Sha256").Single());
        var after = (await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001")).Ok();
        Assert.Equal(Hash(Film), after.GetProperty("file").GetProperty("sha256").GetString());
        Assert.Equal("met", after.GetProperty("clocks")[0].GetProperty("phase").GetString());

        var head = await city.Officer.HeadAsync();
        using (HttpRequestMessage peek = new(HttpMethod.Head, "/api/v1/recordings/cm-rec-0001/content"))
        {
            Assert.Equal(HttpStatusCode.OK, (await city.Officer.SendAsync(peek)).Status);
        }

        Assert.Equal(head, await city.Officer.HeadAsync()); // to look at its size is no view
        foreach (var from in new[] { 0, 5, Film.Length - 100 })
        {
            Assert.Equal(Film[from..Math.Min(from + 50, Film.Length)], await RangeAsync(city.Officer, "cm-rec-0001", from, from + 49));
        }

        var once = await city.Officer.HeadAsync();
        Assert.NotEqual(head, once);
        await RangeAsync(city.Officer, "cm-rec-0001", 0, 10);
        Assert.Equal(once, await city.Officer.HeadAsync());
        await RangeAsync(city.Officer, "cm-rec-0001", 0, 10, "evidence");
        await RangeAsync(city.Supervisor, "cm-rec-0001", 0, 10);
        var entries = (await city.Officer.GetAsync("/api/v1/recordings/cm-rec-0001/ledger")).Ok().GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("entry"));
        Assert.Equal(["play", "evidence", "play"], entries.Where(e => e.GetProperty("name").GetString() == "recording.viewed").Select(e => e.GetProperty("payload").GetProperty("purpose").GetString()));

        Assert.Equal("access.permission", (await city.Clerk.GetAsync("/api/v1/recordings/cm-rec-0001/content")).Problem);
        Assert.Equal("access.foreign-bureau", (await city.Foreign.GetAsync("/api/v1/recordings/cm-rec-0001/content")).Problem);
    }

    [Fact]
    public async Task A_view_that_was_written_before_a_restart_is_not_written_again_within_its_hour()
    {
        await using var silo = await SiloFixture.StartAsync(startAt: DateTimeOffset.Parse("2026-03-02T02:05:00Z", System.Globalization.CultureInfo.InvariantCulture));
        using var officer = silo.Bearer(Role.Officer, "CM");
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);
        (await administrator.CommandAsync(HttpMethod.Put, "/officers/cm-officer", new { name = "甲", bureau = "CM", certificate = "CM-0001", certificateValidUntil = "2099-12-31", roles = new[] { "officer" } })).Ok();
        var now = (await officer.GetAsync("/api/v1/clock")).Ok().GetProperty("now").GetDateTimeOffset();
        (await officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0001", City.Recording(now))).Ok();
        await officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"), ("filename", "a.mp4"));
        await RangeAsync(officer, "cm-rec-0001", 0, 10);
        var head = await officer.HeadAsync();
        var token = officer.Http.DefaultRequestHeaders.Authorization;

        await silo.RestartAsync();

        using var again = silo.Anonymous();
        again.Http.DefaultRequestHeaders.Authorization = token;
        await RangeAsync(again, "cm-rec-0001", 0, 10);
        Assert.Equal(head, await again.HeadAsync());
    }

    [Fact]
    public async Task A_file_is_taken_only_for_an_announced_recording_of_the_own_bureau_and_never_replaced()
    {
        await using var city = await City.StartAsync();
        await city.AnnounceAsync("cm-rec-0001");
        var head = await city.Officer.HeadAsync();

        Assert.Equal("recording.unknown", (await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-none"))).Problem);
        Assert.Equal("access.foreign-bureau", (await city.Foreign.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"))).Problem);
        Assert.Equal("upload-empty", (await city.Officer.UploadAsync("/uploads", [], ("recordingId", "cm-rec-0001"))).Problem);
        Assert.Equal("upload-metadata", (await city.Officer.UploadAsync("/uploads", Film, ("filename", "a.mp4"))).Problem);
        Assert.Equal("upload-metadata", (await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"), ("kind", "document"))).Problem);
        Assert.Equal(head, await city.Officer.HeadAsync());

        Assert.Equal(HttpStatusCode.Created, (await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"))).Status);
        head = await city.Officer.HeadAsync();
        Assert.Equal(HttpStatusCode.Created, (await city.Custodian.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"))).Status);
        var other = await city.Officer.UploadAsync("/uploads", [1, 2, 3], ("recordingId", "cm-rec-0001"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "refused"), (other.Status, other.Problem));
        Assert.NotEmpty(other.Rules);
        Assert.Equal("recording.original-kept", (await city.Officer.UploadAsync("/uploads", [1, 2, 3], ("recordingId", "cm-rec-0001"), ("sha256", Hash([1, 2, 3])))).Problem);
        Assert.Equal(head, await city.Officer.HeadAsync());
    }

    [Fact]
    public async Task A_linked_recording_tells_its_case_when_its_file_arrives()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        await city.AnnounceAsync("cm-rec-0001");
        var act = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("id").GetString();
        (await city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/recordings", new { act, recording = "cm-rec-0001" })).Ok();

        await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"));

        var linked = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("recordings")[0];
        Assert.Equal(Hash(Film), linked.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task A_document_is_handed_in_named_by_an_act_and_fetched_only_through_its_case()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var paper = Encoding.ASCII.GetBytes("%PDF-1.7 a paper");
        var sent = await city.Officer.UploadAsync("/documents", paper, ("filename", "../../受理通知书.pdf"), ("kind", "document"));
        var sha256 = sent.Response.Headers.GetValues("Media-Sha256").Single();
        Assert.Equal(Hash(paper), sha256);
        Assert.Equal("document.unknown", (await city.Officer.GetAsync($"/api/v1/documents/{sha256}/content?case=cm-case-0001")).Problem);

        var act = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("id").GetString();
        (await city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", new { act, document = new { id = "receipt", title = "受理通知书", sha256 } })).Ok();

        using var response = await city.Officer.Http.GetAsync($"/api/v1/documents/{sha256}/content?case=cm-case-0001");
        Assert.Equal(paper, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("document.unknown", (await city.Officer.GetAsync($"/api/v1/documents/{sha256}/content")).Problem);
        Assert.Equal("access.foreign-bureau", (await city.Foreign.GetAsync($"/api/v1/documents/{sha256}/content?case=cm-case-0001")).Problem);
        using var huge = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents");
        huge.Headers.Add("Tus-Resumable", "1.0.0");
        huge.Headers.Add("Upload-Length", "104857601");
        Assert.Equal("upload-too-large", (await city.Officer.SendAsync(huge)).Problem);
    }

    [Fact]
    public async Task A_recording_cannot_be_fetched_as_a_document_by_who_may_not_play_it()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var act = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("id").GetString();
        object Naming(string sha256) => new { act, document = new { id = "receipt", title = "回执", sha256 } };
        var unknown = await city.Clerk.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", Naming(Hash(Film)));
        Assert.Equal(["document.file-unknown"], unknown.Rules);

        await city.AnnounceAsync("cm-rec-0001");
        await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"));
        var named = await city.Clerk.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", Naming(Hash(Film)));
        Assert.Equal(["document.file-is-recording"], named.Rules);

        // Named while it was nobody's recording yet, and then handed in as one.
        byte[] later = [9, 8, 7];
        await city.Clerk.UploadAsync("/documents", later);
        (await city.Clerk.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", Naming(Hash(later)))).Ok();
        await city.AnnounceAsync("cm-rec-0002");
        await city.Officer.UploadAsync("/uploads", later, ("recordingId", "cm-rec-0002"));
        Assert.Equal("document.unknown", (await city.Clerk.GetAsync($"/api/v1/documents/{Hash(later)}/content?case=cm-case-0001")).Problem);
    }

    [Fact]
    public async Task A_damaged_original_is_not_shown_and_becomes_a_finding_that_is_resolved()
    {
        await using var city = await City.StartAsync();
        await city.AnnounceAsync("cm-rec-0001");
        await city.Officer.UploadAsync("/uploads", Film, ("recordingId", "cm-rec-0001"));
        var file = Directory.EnumerateFiles(Path.Combine(city.Silo.Folder, "media"), Hash(Film), SearchOption.AllDirectories).Single();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = 1024 * 1024;
            stream.WriteByte(0xEE);
        }

        await RangeRefusedAsync(city.Officer, "cm-rec-0001", 1024 * 1024);

        var finding = Assert.Single((await city.Supervisor.GetAsync("/api/v1/findings?open=true&code=recording.corrupted")).Ok().GetProperty("items").EnumerateArray());
        var id = finding.GetProperty("findingId").GetString()!;
        (await city.Supervisor.CommandAsync(HttpMethod.Post, $"/findings/{id}/resolution", new { resolution = "已从备份恢复。" })).Ok();
        Assert.Empty((await city.Supervisor.GetAsync("/api/v1/findings?open=true")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal("finding.unknown", (await city.Supervisor.CommandAsync(HttpMethod.Post, "/findings/recording/cm-rec-0001/none/resolution", new { resolution = "x" })).Problem);
        Assert.NotNull(city.Silo.Services.GetRequiredService<IMediaAlarm>());
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<byte[]> RangeAsync(ApiClient client, string id, int from, int to, string? purpose = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/recordings/{id}/content{(purpose is null ? "" : $"?purpose={purpose}")}");
        request.Headers.Range = new RangeHeaderValue(from, to);
        using var response = await client.Http.SendAsync(request);
        Assert.True(response.StatusCode is HttpStatusCode.PartialContent, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task RangeRefusedAsync(ApiClient client, string id, int from)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/recordings/{id}/content");
        request.Headers.Range = new RangeHeaderValue(from, from + 10);
        Assert.Equal("media-corrupted", (await client.SendAsync(request)).Problem);
    }
}
