using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Enforcement.Silo.Tests.Api;

/// <summary>Whatever comes in wrong gets a clear error with a stable type, leaves the ledger as it was, and the next good request succeeds.</summary>
public sealed class BadInputTests
{
    private static int _good;

    [Fact]
    public async Task Bodies_that_are_no_command()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var big = $$"""{ "kind": "inquiry", "fields": { "a": "{{new string('x', 1024 * 1024)}}" } }""";
        foreach (var (body, status, problem) in new[]
        {
            ("{", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "fields": { "a": null } }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "fields": { "a": 1 } }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "officers": [ null ] }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "officers": null }""", 400, "json.malformed"),
            ("""{ "kind": null }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "kind": "inquiry" }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "occurredAt": "yesterday" }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "fields": { "a": "\ud800" } }""", 400, "json.malformed"),
            ("""{ "kind": "inquiry", "occurredAt": "2026-03-02T09:00:00" }""", 400, "json.malformed"), // no offset: hours off in a legal clock
            ("""{ "kind": "inquiry", "feilds": {} }""", 400, "json.unknown-member"),
            (big, 413, "request.too-large"),
        })
        {
            await RefusedAsync(city, () => city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", body), status, problem);
        }

        await RefusedAsync(
            city,
            () => city.Officer.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", """{ "bureau": "CM", "actType": "licence", "origin": "application", "title": "x", "party": null, "first": { "kind": "application" } }"""),
            400,
            "json.malformed");
    }

    [Fact]
    public async Task Missing_members_are_named_and_what_may_be_null_may_be_left_out()
    {
        await using var city = await City.StartAsync();

        var answer = await city.Officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0001", new { bureau = "CM", officerId = "cm-officer" });

        Assert.Equal("json.malformed", answer.Problem);
        Assert.Equal(["mode", "startedAt"], answer.Body.GetProperty("missing").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Commands_that_the_law_refuses()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var now = await city.NowAsync();
        foreach (var (body, rule) in new (object, string)[]
        {
            (new { kind = "no-such-act" }, "act.unknown"),
            (new { kind = "archive" }, "archive.not-ended"),
            (new { kind = "application-outcome", occurredAt = now.AddHours(1), fields = new { outcome = "accepted" } }, "instant.future"),
            (new { kind = "application-outcome", occurredAt = "0001-01-01T00:00:00Z", fields = new { outcome = "accepted" } }, "instant.too-far-back"),
            (new { kind = "application-outcome", occurredAt = "9999-12-31T23:59:59Z" }, "instant.future"),
        })
        {
            await RefusedAsync(city, () => city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", body), 422, "refused", rule);
        }

        await RefusedAsync(city, () => city.Officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0001", City.Recording(now.AddHours(1))), 422, "refused", "instant.future");
        await RefusedAsync(
            city,
            () => city.Officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0001", City.Recording(DateTimeOffset.MaxValue)),
            422,
            "refused",
            "instant.future");
    }

    [Fact]
    public async Task Another_bureau()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        await city.AnnounceAsync("cm-rec-0001");
        await RefusedAsync(city, () => city.Foreign.CommandAsync(HttpMethod.Put, "/cases/ta-case-0001", City.Application(bureau: "CM")), 403, "access.foreign-bureau");
        await RefusedAsync(city, () => city.Foreign.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", new { kind = "inquiry" }), 403, "access.foreign-bureau");
        await RefusedAsync(city, () => city.Foreign.CommandAsync(HttpMethod.Post, "/recordings/cm-rec-0001/end", new { endedAt = DateTimeOffset.UnixEpoch }), 403, "access.foreign-bureau");
        await RefusedAsync(city, () => city.Foreign.UploadAsync("/uploads", [1], ("recordingId", "cm-rec-0001")), 403, "access.foreign-bureau");
        await RefusedAsync(city, () => city.Foreign.GetAsync("/api/v1/recordings/cm-rec-0001/content"), 403, "access.foreign-bureau");
        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application()), 403, "access.permission");
        await RefusedAsync(city, () => city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0002", City.Application(bureau: "XX")), 403, "access.foreign-bureau");
    }

    [Fact]
    public async Task Uploads_that_are_not_what_they_say()
    {
        await using var city = await City.StartAsync();
        await city.AnnounceAsync("cm-rec-0001");
        await RefusedAsync(city, () => city.Officer.UploadAsync("/uploads", [], ("recordingId", "cm-rec-0001")), 422, "upload-empty");
        await RefusedAsync(city, () => TooLongAsync(city.Officer, "cm-rec-0001"), 413, "upload-too-large");
        await RefusedAsync(city, () => city.Officer.UploadAsync("/uploads", [1, 2], ("recordingId", "cm-rec-0001"), ("sha256", new string('0', 64))), 422, "upload-hash");
        await RefusedAsync(city, () => city.Officer.UploadAsync("/uploads", [1, 2], ("recordingId", "../../cm-rec-0001")), 404, "recording.unknown");
    }

    [Fact]
    public async Task A_path_in_a_file_name_stays_a_name()
    {
        await using var city = await City.StartAsync();
        var outside = Directory.GetParent(city.Silo.Folder)!.FullName;
        foreach (var (name, i) in new[] { "../../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "\u202Egpj.exe\u0000.mp4", "....//x.mp4" }.Select((name, i) => (name, i)))
        {
            var id = $"cm-rec-000{i}";
            await city.AnnounceAsync(id);
            Assert.Equal(HttpStatusCode.Created, (await city.Officer.UploadAsync("/uploads", [1, 2, (byte)i], ("recordingId", id), ("filename", name))).Status);
            var kept = (await city.Officer.GetAsync($"/api/v1/recordings/{id}")).Ok().GetProperty("file").GetProperty("fileName").GetString()!;
            Assert.True(kept.All(c => c is not ('/' or '\\') && !char.IsControl(c) && c != '\u202E') && !kept.StartsWith('.'), kept);
        }

        Assert.False(File.Exists(Path.Combine(outside, "passwd")));
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(city.Silo.Folder, "media"), "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("passwd", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Odd_ids_and_addresses_are_refused_and_reach_no_file()
    {
        await using var city = await City.StartAsync();
        foreach (var path in new[] { "/cases/..%2F..%2Fetc%2Fpasswd", "/cases/CM-CASE-0001", "/cases/short", $"/cases/{new string('a', 65)}", "/cases/cm%20case%200001" })
        {
            await RefusedAsync(city, () => city.Clerk.CommandAsync(HttpMethod.Put, path, City.Application()), 400, "id.malformed");
        }

        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/CITY", new { nameZh = "市", nameEn = "City", mark = "市", profileCode = "CM", district = "x" }), 422, "refused", "bureau.reserved");
        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/X1", new { nameZh = "水", nameEn = "Water", mark = "水", profileCode = "QQ", district = "x" }), 422, "refused", "bureau.profile");
    }

    private static async Task<ApiAnswer> TooLongAsync(ApiClient client, string recording)
    {
        using HttpRequestMessage create = new(HttpMethod.Post, "/api/v1/uploads");
        create.Headers.Add("Tus-Resumable", "1.0.0");
        create.Headers.Add("Upload-Length", "10");
        create.Headers.Add("Upload-Metadata", $"recordingId {Convert.ToBase64String(Encoding.UTF8.GetBytes(recording))}");
        var created = await client.SendAsync(create);
        using HttpRequestMessage patch = new(HttpMethod.Patch, created.Response.Headers.Location);
        patch.Headers.Add("Tus-Resumable", "1.0.0");
        patch.Headers.Add("Upload-Offset", "0");
        patch.Content = new ByteArrayContent(new byte[11]);
        patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await client.SendAsync(patch);
    }

    [Fact]
    public async Task Registers_take_no_unknown_bureau_no_mark_twice_and_no_empty_key()
    {
        await using var city = await City.StartAsync();
        var now = await city.NowAsync();
        var officer = new { name = "某人", bureau = "NOPE", certificate = "X-1", roles = new[] { "officer" } };
        var bureau = new { nameZh = "另一个局", nameEn = "Another bureau", mark = "城管", profileCode = "CM", district = "城区" };

        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/officers/of-1", officer), 422, "refused", "bureau.unknown");
        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/XX", bureau), 422, "refused", "bureau.mark-taken");
        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/cm", bureau with { mark = "别的" }), 422, "refused", "bureau.id-taken");
        await RefusedAsync(city, () => city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/city", bureau with { mark = "别的" }), 422, "refused", "bureau.reserved");
        await RefusedAsync(
            city, () => city.Officer.CommandAsync(HttpMethod.Put, "/recordings/cm-rec-0001", new { bureau = "CM", officerId = "", mode = "video", startedAt = now }), 422, "refused", "officer.unknown");
    }

    private static async Task RefusedAsync(City city, Func<Task<ApiAnswer>> bad, int status, string problem, string? rule = null)
    {
        var head = await city.Clerk.HeadAsync();
        var refused = await bad();

        Assert.True((status, problem) == ((int)refused.Status, refused.Problem) && (rule is null || refused.Rules.Contains(rule)), $"wanted {status} {problem} {rule}, got {refused.Status}: {refused.Text}");
        Assert.Equal(head, await city.Clerk.HeadAsync());
        await city.OpenAsync($"cm-good-{Interlocked.Increment(ref _good):0000}");
        Assert.NotEqual(head, await city.Clerk.HeadAsync());
    }
}
