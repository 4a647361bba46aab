using System.Net;
using System.Text;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

public sealed class DraftApiTests
{
    private const string Inspection = "/api/v1/drafts/cm-case-0001/on-site-inspection";

    [Fact]
    public async Task A_draft_is_saved_listed_read_and_removed_by_its_person_and_survives_a_restart()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        using var before = await city.Silo.SignInAsync(Role.Officer, "CM");
        var saved = (await before.PutAsync(Inspection, Body("李𠮷烧烤店<script>"))).Ok();
        Assert.Equal(1, saved.GetProperty("version").GetInt64());
        await city.Silo.RestartAsync();
        using var officer = await city.Silo.SignInAsync(Role.Officer, "CM");

        var read = (await officer.GetAsync(Inspection)).Ok();
        var listed = Assert.Single((await officer.GetAsync("/api/v1/drafts")).Ok().EnumerateArray());

        Assert.Equal("李𠮷烧烤店<script>", read.GetProperty("content").GetProperty("fields").GetProperty("site").GetString());
        Assert.Equal("/cases/cm-case-0001/acts/new/on-site-inspection", listed.GetProperty("address").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await officer.DeleteAsync(Inspection)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await officer.DeleteAsync(Inspection)).Status);
        Assert.Equal("draft.unknown", (await officer.GetAsync(Inspection)).Problem);
    }

    [Fact]
    public async Task Nobody_else_sees_or_removes_it_and_a_foreign_bureau_cannot_write_into_the_case()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        (await city.Officer.PutAsync(Inspection, Body("幸福路"))).Ok();
        using var colleague = await city.Silo.SignInAsync(Role.Officer, "CM", number: 2);

        Assert.Equal("draft.unknown", (await colleague.GetAsync(Inspection)).Problem);
        Assert.Empty((await colleague.GetAsync("/api/v1/drafts")).Ok().EnumerateArray());
        await colleague.DeleteAsync(Inspection);
        (await city.Officer.GetAsync(Inspection)).Ok();
        Assert.Equal("access.foreign-bureau", (await city.Foreign.PutAsync(Inspection, Body("x"))).Problem);
        Assert.Equal("access.foreign-bureau", (await city.Foreign.GetAsync(Inspection)).Problem);
        Assert.Equal("access.permission", (await city.Supervisor.GetAsync("/api/v1/drafts")).Problem);
    }

    [Fact]
    public async Task A_new_case_can_be_typed_before_it_exists_and_two_windows_are_told_of_one_another()
    {
        await using var city = await City.StartAsync();
        const string Address = "/api/v1/drafts/c-00000000000000000000000000000001/new-case";

        var first = (await city.Officer.PutAsync(Address, Body("A"))).Ok();
        var second = (await city.Officer.PutAsync(Address, Body("B", from: 1))).Ok();
        var third = (await city.Officer.PutAsync(Address, Body("C", from: 1))).Ok();

        Assert.False(second.TryGetProperty("overtook", out var none) && none.ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.Equal((1, 2, 3), (first.GetProperty("version").GetInt64(), second.GetProperty("version").GetInt64(), third.GetProperty("version").GetInt64()));
        Assert.Equal(second.GetProperty("savedAt").GetString(), third.GetProperty("overtook").GetString());
    }

    [Fact]
    public async Task Two_decisions_of_one_kind_in_a_case_are_two_drafts()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        const string Decision = "/api/v1/drafts/cm-case-0001/measure-approval";

        (await city.Officer.PutAsync($"{Decision}?about=a2", Body("查封"))).Ok();
        (await city.Officer.PutAsync($"{Decision}?about=a3", Body("扣押"))).Ok();

        Assert.Equal("查封", (await city.Officer.GetAsync($"{Decision}?about=a2")).Ok().GetProperty("content").GetProperty("fields").GetProperty("site").GetString());
        Assert.Equal("draft.unknown", (await city.Officer.GetAsync(Decision)).Problem);
        Assert.Equal("draft.address", (await city.Officer.PutAsync($"{Decision}?about=A%202", Body("x"))).Problem);
        Assert.Equal(
            ["/cases/cm-case-0001/acts/new/measure-approval?about=a2", "/cases/cm-case-0001/acts/new/measure-approval?about=a3"],
            (await city.Officer.GetAsync("/api/v1/drafts")).Ok().EnumerateArray().Select(line => line.GetProperty("address").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "base": 0, "content": [] }""", "refused")]
    [InlineData("""{ "base": 0, "content": "text" }""", "refused")]
    [InlineData("""{ "base": 0, "content": { "a": 1 } }""", "refused")]
    [InlineData("""{ "base": 0, "content": { "a": null } }""", "refused")]
    [InlineData("""{ "base": 0, "content": { "a": "\ud842" } }""", "refused")]
    [InlineData("""{ "base": -1, "content": {} }""", "draft.address")]
    [InlineData("""{ "base": 0 }""", null)]
    [InlineData("""{ "base": "0", "content": {} }""", null)]
    [InlineData("""{ "base": 0, "content": {}, "more": 1 }""", null)]
    [InlineData("", null)]
    public async Task What_is_no_draft_is_refused_with_words(string body, string? problem)
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");

        var answer = await city.Officer.PutAsync(Inspection, body);

        Assert.InRange((int)answer.Status, 400, 422);
        Assert.NotNull(answer.Problem);
        Assert.Equal(problem ?? answer.Problem, answer.Problem);
        Assert.Equal("draft.unknown", (await city.Officer.GetAsync(Inspection)).Problem);
    }

    [Fact]
    public async Task Too_much_is_refused_and_what_was_saved_before_stays()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        (await city.Officer.PutAsync(Inspection, Body("先前"))).Ok();

        var large = await city.Officer.PutAsync(Inspection, Body(new string('吉', 100_000), from: 1));
        using var huge = new StringContent($$"""{ "base": 1, "content": { "a": "{{new string('a', 3_000_000)}}" } }""", Encoding.UTF8, "application/json");

        Assert.Equal(["draft.too-large"], large.Rules);
        Assert.Equal("request.too-large", (await city.Officer.PutAsync(Inspection, huge)).Problem);
        Assert.Equal("先前", (await city.Officer.GetAsync(Inspection)).Ok().GetProperty("content").GetProperty("fields").GetProperty("site").GetString());
        Assert.Equal("draft.address", (await city.Officer.PutAsync("/api/v1/drafts/cm-case-0001/On%20Site", Body("x"))).Problem);
        Assert.Equal("id.malformed", (await city.Officer.PutAsync("/api/v1/drafts/x/inquiry", Body("x"))).Problem);
    }

    [Fact]
    public async Task A_document_file_of_another_bureau_cannot_be_named_by_who_knows_its_hash()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("cm-case-0001");
        byte[] paper = [.. "%PDF-1.7 "u8, 1, 2, 3];
        var sha256 = (await city.Foreign.UploadAsync("/documents", paper)).Response.Headers.GetValues("Media-Sha256").Single();
        var act = (await city.Officer.GetAsync("/api/v1/cases/cm-case-0001")).Ok().GetProperty("acts")[0].GetProperty("id").GetString();
        object naming = new { act, document = new { id = "extra-1", title = "材料", sha256 } };

        var foreign = await city.Officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", naming);

        Assert.Equal(["document.file-unknown"], foreign.Rules);
        Assert.Equal("document.unknown", (await city.Officer.GetAsync($"/api/v1/documents/{sha256}/content?case=cm-case-0001")).Problem);

        // The same paper handed in by the bureau itself is its own, and stays so after a restart.
        await city.Officer.UploadAsync("/documents", paper);
        await city.Silo.RestartAsync();
        using var officer = await city.Silo.SignInAsync(Role.Officer, "CM");
        (await officer.CommandAsync(HttpMethod.Post, "/cases/cm-case-0001/documents", naming)).Ok();
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/api/v1/documents/{sha256}/content?case=cm-case-0001")).Status);
    }

    private static object Body(string site, long from = 0) => new { @base = from, label = "现场检查", content = new { fields = new { site } } };
}
