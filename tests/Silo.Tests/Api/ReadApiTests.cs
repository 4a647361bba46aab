using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

public sealed class ReadApiTests
{
    [Fact]
    public async Task The_law_is_read_by_code_cite_and_profile_and_its_text_has_the_hash_that_is_named()
    {
        await using var city = await City.StartAsync();

        var profiles = (await city.Clerk.GetAsync("/api/v1/regulations")).Ok().EnumerateArray().ToList();
        Assert.Equal(["CM", "CZ", "FS", "GC", "TA"], profiles.Select(profile => profile.GetProperty("code").GetString()));
        foreach (var profile in profiles)
        {
            var id = profile.GetProperty("id").GetString();
            var text = await city.Clerk.GetAsync($"/api/v1/regulations/profiles/{id}/text");
            Assert.Equal(profile.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text))));
            Assert.Equal(profile.GetProperty("acts").GetInt32(), (await city.Clerk.GetAsync($"/api/v1/regulations/profiles/{id}/acts")).Ok().GetArrayLength());
        }

        Assert.Equal("CM-07", (await city.Clerk.GetAsync("/api/v1/regulations/articles/CM-07")).Ok().GetProperty("cite").GetString());
        Assert.NotEqual(0, (await city.Clerk.GetAsync("/api/v1/regulations/CM/articles")).Ok().GetArrayLength());
        var openings = (await city.Clerk.GetAsync("/api/v1/regulations/CM/openings")).Ok();
        Assert.Contains("application", openings.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("kind").GetString()));
        Assert.Equal("article.unknown", (await city.Clerk.GetAsync("/api/v1/regulations/articles/CM-999")).Problem);
        Assert.Equal("regulation.unknown", (await city.Clerk.GetAsync("/api/v1/regulations/QQ/articles")).Problem);
        Assert.Equal("profile.unknown", (await city.Clerk.GetAsync("/api/v1/regulations/profiles/cm/1999-01-01/text")).Problem);
    }

    [Fact]
    public async Task Running_clocks_and_findings_show_what_is_missed_and_are_scoped()
    {
        await using var city = await City.StartAsync(startAt: new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await city.AnnounceAsync("cm-rec-0001");

        var clock = Assert.Single((await city.Officer.GetAsync("/api/v1/clocks/running")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal(("recording", "CM"), (clock.GetProperty("subject").GetString(), clock.GetProperty("bureau").GetString()));
        Assert.Empty((await city.Foreign.GetAsync("/api/v1/clocks/running")).Ok().GetProperty("items").EnumerateArray());

        var due = clock.GetProperty("dueAt").GetDateTimeOffset();
        (await city.Administrator.PostAsync("/api/v1/clock/advance", new { to = due.AddMinutes(1) })).Ok();

        var finding = Assert.Single((await city.Supervisor.GetAsync("/api/v1/findings?open=true")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal("clock.missed", finding.GetProperty("code").GetString());
        Assert.Empty((await city.Foreign.GetAsync("/api/v1/findings")).Ok().GetProperty("items").EnumerateArray());
        var id = finding.GetProperty("findingId").GetString();
        Assert.Equal("access.foreign-bureau", (await city.Silo.Bearer(Role.UnitHead, "TA").CommandAsync(HttpMethod.Post, $"/findings/{id}/resolution", new { resolution = "x" })).Problem);
        (await city.Supervisor.CommandAsync(HttpMethod.Post, $"/findings/{id}/resolution", new { resolution = "已约谈。" })).Ok();
        Assert.Empty((await city.Supervisor.GetAsync("/api/v1/findings?open=true")).Ok().GetProperty("items").EnumerateArray());
        Assert.Single((await city.Supervisor.GetAsync("/api/v1/findings")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Supervisor.GetAsync("/api/v1/findings?opne=true")).Status);
    }

    [Fact]
    public async Task Officers_and_bureaus_are_kept_by_those_who_may()
    {
        await using var city = await City.StartAsync();
        using var own = city.Silo.Bearer(Role.Administrator, "TA");

        var first = (await city.Officer.GetAsync("/api/v1/officers?limit=1")).Ok();
        Assert.Equal((1, 2), (first.GetProperty("items").GetArrayLength(), first.GetProperty("count").GetInt32()));
        var second = (await city.Officer.GetAsync($"/api/v1/officers?limit=1&cursor={first.GetProperty("next").GetString()}")).Ok();
        Assert.NotEqual(first.GetProperty("items")[0].GetProperty("id").GetString(), second.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(2, (await city.Officer.GetAsync("/api/v1/officers")).Ok().GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await city.Officer.GetAsync("/api/v1/officers?active=true&text=cm-officer-2")).Ok().GetProperty("count").GetInt32());
        Assert.Equal(0, (await city.Officer.GetAsync("/api/v1/officers?active=false")).Ok().GetProperty("count").GetInt32());
        Assert.Equal("query.malformed", (await city.Officer.GetAsync("/api/v1/officers?limit=201")).Problem);
        Assert.Equal(0, (await city.Foreign.GetAsync("/api/v1/officers")).Ok().GetProperty("items").GetArrayLength());
        var ofTheirs = new { name = "丁", bureau = "TA", certificate = "TA-9", certificateValidUntil = "2099-01-01", roles = new[] { "officer" } };
        Assert.Equal("access.foreign-bureau", (await own.CommandAsync(HttpMethod.Put, "/officers/cm-officer", ofTheirs)).Problem); // taken out of CM
        (await own.CommandAsync(HttpMethod.Put, "/officers/ta-officer-9", ofTheirs)).Ok();
        Assert.Equal("access.foreign-bureau", (await own.CommandAsync(HttpMethod.Put, "/bureaus/TA", new { nameZh = "a", nameEn = "a", mark = "a", profileCode = "TA", district = "a" })).Problem);

        Assert.Equal(5, (await city.Officer.GetAsync("/api/v1/bureaus")).Ok().GetArrayLength());
        (await city.Administrator.CommandAsync(HttpMethod.Put, "/bureaus/SW-1", new { nameZh = "水务局", nameEn = "Water Bureau", mark = "水", profileCode = "CM", district = "东" })).Ok();
        Assert.Equal("水务局", (await city.Officer.GetAsync("/api/v1/bureaus/SW-1")).Ok().GetProperty("nameZh").GetString());
        using var clerk = city.Silo.Bearer(Role.WindowClerk, "SW-1"); // a seat can be given there at once
        var opened = (await clerk.CommandAsync(HttpMethod.Put, "/cases/sw-case-0001", City.Application(bureau: "SW-1"))).Ok();
        Assert.Contains("水", opened.GetProperty("reference").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_runs_beside_the_work_and_names_what_is_damaged()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        await city.AnnounceAsync("cm-rec-0001");
        byte[] film = [1, 2, 3, 4];
        await city.Officer.UploadAsync("/uploads", film, ("recordingId", "cm-rec-0001"));
        Assert.Equal("never", (await city.Supervisor.GetAsync("/api/v1/admin/verify")).Ok().GetProperty("status").GetString());

        var sound = await VerifiedAsync(city);

        Assert.Equal(("sound", 1), (sound.GetProperty("status").GetString(), sound.GetProperty("files").GetInt32()));
        var head = (await city.Supervisor.GetAsync("/api/v1/ledger/head")).Ok();
        Assert.Equal((head.GetProperty("root").GetString(), head.GetProperty("count").GetInt64()), (sound.GetProperty("root").GetString(), sound.GetProperty("entries").GetInt64()));
        var checkpoint = (await city.Supervisor.PostAsync("/api/v1/admin/checkpoint")).Ok();
        Assert.Equal(head.GetProperty("root").GetString(), checkpoint.GetProperty("root").GetString());

        var file = Directory.EnumerateFiles(Path.Combine(city.Silo.Folder, "media"), Convert.ToHexStringLower(SHA256.HashData(film)), SearchOption.AllDirectories).Single();
        File.Delete(file);
        var unsound = await VerifiedAsync(city);
        Assert.Equal("unsound", unsound.GetProperty("status").GetString());
        Assert.Equal("recording/cm-rec-0001", unsound.GetProperty("faults")[0].GetProperty("stream").GetString());
        Assert.Single((await city.Supervisor.GetAsync("/api/v1/findings?open=true&code=recording.corrupted")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal("access.permission", (await city.Officer.PostAsync("/api/v1/admin/verify")).Problem);
    }

    private static async Task<JsonElement> VerifiedAsync(City city)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await city.Supervisor.PostAsync("/api/v1/admin/verify")).Status);
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var view = (await city.Supervisor.GetAsync("/api/v1/admin/verify")).Ok();
            if (view.GetProperty("status").GetString() != "running")
            {
                return view;
            }

            await Task.Yield();
        }
    }
}
