using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Enforcement.Silo.Tests.Api;

public sealed class CaseApiTests
{
    [Fact]
    public async Task A_case_is_opened_read_listed_and_counted()
    {
        await using var city = await City.StartAsync();

        var opened = await city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0001", City.Application());
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        Assert.Equal("/api/v1/cases/cm-case-0001", opened.Response.Headers.Location!.OriginalString);
        var number = opened.Body.GetProperty("reference").GetString()!;
        Assert.Contains("城管", number, StringComparison.Ordinal);

        var view = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok();
        Assert.Equal(number, view.GetProperty("number").GetString());
        Assert.Equal("application", view.GetProperty("acts")[0].GetProperty("kind").GetString());

        var list = (await city.Officer.GetAsync("/api/v1/cases?text=%E5%8D%A0%E9%81%93&stage=registered")).Ok();
        Assert.Equal("cm-case-0001", Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(1, list.GetProperty("count").GetInt64());
        Assert.Empty((await city.Foreign.GetAsync("/api/v1/cases")).Ok().GetProperty("items").EnumerateArray());

        var count = Assert.Single((await city.Supervisor.GetAsync("/api/v1/overview")).Ok().EnumerateArray());
        Assert.Equal(("CM", "registered", 1), (count.GetProperty("bureau").GetString(), count.GetProperty("stage").GetString(), count.GetProperty("cases").GetInt32()));
    }

    [Fact]
    public async Task A_list_goes_page_by_page_and_refuses_what_it_does_not_know()
    {
        await using var city = await City.StartAsync();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await city.OpenAsync($"cm-case-000{i}");
        }

        List<string> seen = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await city.Officer.GetAsync($"/api/v1/cases?limit=2&order=opened{(cursor.Length == 0 ? "" : $"&cursor={cursor}")}")).Ok();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Distinct(StringComparer.Ordinal).Count());
        foreach (var wrong in new[] { "limit=201", "limit=0", "order=best", "cursor=none", "sage=registered", "stage=a&stage=b", $"text={new string('x', 201)}" })
        {
            var answer = await city.Officer.GetAsync($"/api/v1/cases?{wrong}");
            Assert.Equal((wrong, HttpStatusCode.BadRequest, "query.malformed"), (wrong, answer.Status, answer.Problem));
        }
    }

    [Fact]
    public async Task A_refused_act_names_every_broken_rule_with_its_article_and_what_to_do()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var head = await city.Officer.HeadAsync();

        var refused = await city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", new { kind = "application-outcome", fields = new { } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "refused"), (refused.Status, refused.Problem));
        var rules = refused.Body.GetProperty("violations").EnumerateArray().ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(rule.GetProperty("code").GetString()!);
            Assert.NotEmpty(rule.GetProperty("text").GetProperty("zh").GetString()!);
            Assert.NotEmpty(rule.GetProperty("next").GetProperty("en").GetString()!);
        });
        Assert.Contains(rules, rule => rule.TryGetProperty("articleText", out var text) && text.GetString()!.Length > 10);
        Assert.Equal(head, await city.Officer.HeadAsync());
    }

    [Fact]
    public async Task An_outsider_computes_every_hash_of_the_entries_again()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");

        var answer = await city.Officer.GetAsync("/api/v1/cases/cm-case-0001/ledger");

        var previous = new string('0', 64);
        var entries = answer.Ok().GetProperty("entries").EnumerateArray().ToList();
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            var text = entry.GetProperty("entry").GetRawText();
            Assert.Equal(entry.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            Assert.Equal(previous, entry.GetProperty("entry").GetProperty("previous").GetString());
            previous = entry.GetProperty("hash").GetString()!;
        }

        var proof = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("proof");
        Assert.Equal(previous, proof.GetProperty("headHash").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_belongs_to_others_names_the_rule()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        var head = await city.Officer.HeadAsync();

        Assert.Equal("case.unknown", (await city.Officer.GetAsync("/api/v1/cases/cm-case-none")).Problem);
        Assert.Equal("case.unknown", (await city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-none/acts", new { kind = "inquiry" })).Problem);
        Assert.Equal("recording.unknown", (await city.Officer.GetAsync("/api/v1/recordings/rec-none-0001")).Problem);
        foreach (var answer in new[]
        {
            await city.Foreign.GetAsync("/api/v1/cases/cm-case-0001"),
            await city.Foreign.GetAsync("/api/v1/cases/cm-case-0001/ledger"),
            await city.Foreign.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/acts", new { kind = "inquiry" }),
            await city.Foreign.CommandAsync(HttpMethod.Put, "/cases/ta-case-0001", City.Application(bureau: "CM")),
        })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "access.foreign-bureau"), (answer.Status, answer.Problem));
        }

        Assert.Equal(head, await city.Officer.HeadAsync());
    }

    [Fact]
    public async Task The_same_command_twice_gives_the_same_answer_and_with_another_payload_a_conflict()
    {
        await using var city = await City.StartAsync();
        List<(ApiClient Who, HttpMethod Method, string Path, object Body, object Other)> commands =
        [
            (city.Administrator, HttpMethod.Put, "/bureaus/X-1", new { nameZh = "水务局", nameEn = "Water", mark = "水", profileCode = "CM", district = "东" }, new { nameZh = "水利局", nameEn = "Water", mark = "水", profileCode = "CM", district = "东" }),
            (city.Administrator, HttpMethod.Put, "/officers/cm-officer-3", new { name = "王", bureau = "CM", certificate = "CM-3", certificateValidUntil = "2099-01-01", roles = new[] { "officer" } }, new { name = "汪", bureau = "CM", certificate = "CM-3", certificateValidUntil = "2099-01-01", roles = new[] { "officer" } }),
            (city.Clerk, HttpMethod.Put, "/cases/cm-case-0001", City.Application(), City.Application("另一案由")),
            (city.Officer, HttpMethod.Put, "/recordings/cm-rec-0001", City.Recording(await city.NowAsync()), City.Recording((await city.NowAsync()).AddHours(-1))),
            (city.Officer, HttpMethod.Post, "/cases/cm-case-0001/acts", City.Accepted(), City.Accepted("true")),
        ];
        foreach (var (who, method, path, body, other) in commands)
        {
            await CommandCalls.TwiceAsync(who, method, path, body, other);
        }
    }

    [Fact]
    public async Task A_command_needs_an_id_of_its_own()
    {
        await using var city = await City.StartAsync();
        var head = await city.Clerk.HeadAsync();
        foreach (var (id, code) in new[] { ("", "command.id-missing"), ("short", "command.id-malformed"), ("with blank in it", "command.id-malformed"), (new string('x', 101), "command.id-malformed"), ("system-00000001", "command.id-reserved") })
        {
            var answer = await city.Clerk.CommandAsync(HttpMethod.Put, "/cases/cm-case-0001", City.Application(), id);
            Assert.Equal((id, HttpStatusCode.BadRequest, code), (id, answer.Status, answer.Problem));
        }

        Assert.Equal("id.malformed", (await city.Clerk.CommandAsync(HttpMethod.Put, "/cases/CM_1", City.Application())).Problem);
        Assert.Equal(head, await city.Clerk.HeadAsync());
    }
}
