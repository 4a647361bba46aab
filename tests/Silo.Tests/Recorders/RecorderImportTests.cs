using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enforcement.Domain.Access;
using Enforcement.Grains.Recorders;
using Enforcement.Silo.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Recorders;

/// <summary>Registering recorders from a CSV file: what offices send, in every encoding and with every fault; whatever is refused registers nothing.</summary>
public sealed class RecorderImportTests : IAsyncLifetime
{
    private const string Head = "编号,单位,型号,序列号,存储容量GB,备注\n";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private City _city = null!;
    private ApiClient _manager = null!;

    public async Task InitializeAsync()
    {
        _city = await City.StartAsync();
        _manager = _city.Silo.Bearer(Role.FleetManager, "CM");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _city.DisposeAsync();
    }

    [Fact]
    public async Task A_check_tells_what_would_be_done_and_does_nothing()
    {
        var before = await _manager.HeadAsync();

        var report = (await SendAsync(Utf8(Head + "R-1,CM,DSJ-X9,SN-1,64,二楼\n\nR-2,CM,\"DSJ,\"\"X9\"\"\",SN-2,,\n,,,,,\n"), check: true)).Ok();

        Assert.Equal(("utf-8", 0), (report.GetProperty("encoding").GetString(), report.GetProperty("faultCount").GetInt32()));
        Assert.Equal(["2 R-1 new", "4 R-2 new"], Lines(report));
        Assert.Equal("DSJ,\"X9\"", report.GetProperty("lines")[1].GetProperty("model").GetString());
        Assert.False(report.GetProperty("lines")[0].TryGetProperty("key", out var key) && key.ValueKind is JsonValueKind.String);
        Assert.Equal(before, await _manager.HeadAsync());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-marked")]
    [InlineData("gb18030")]
    public async Task Each_encoding_that_offices_save_in_is_read(string encoding)
    {
        const string Text = Head + "R-1,CM,执法仪甲,SN-1,32.5,\"二楼，采集站\"\r\n";
        byte[] file = encoding switch { "utf-8" => Utf8(Text), "gb18030" => Gb.GetBytes(Text), _ => [.. Encoding.UTF8.Preamble, .. Utf8(Text)] };

        var report = (await SendAsync(file)).Ok();

        Assert.Equal(encoding.Replace("-marked", "", StringComparison.Ordinal), report.GetProperty("encoding").GetString());
        Assert.Equal(["2 R-1 registered"], Lines(report));
        Assert.StartsWith("rk_", report.GetProperty("lines")[0].GetProperty("key").GetString(), StringComparison.Ordinal);
        var register = (await _manager.GetAsync("/api/v1/recorders/R-1")).Ok().GetProperty("register");
        Assert.Equal(
            ("执法仪甲", "二楼，采集站", (long)(32.5 * (1L << 30))),
            (register.GetProperty("model").GetString(), register.GetProperty("note").GetString(), register.GetProperty("storageBytes").GetInt64()));
    }

    [Fact]
    public async Task What_is_in_no_encoding_or_in_two_is_refused_with_its_line()
    {
        await RefusedAsync([.. Utf8(Head + "R-1,CM,甲,SN-1,,二楼\n"), .. Gb.GetBytes("R-2,CM,乙,SN-2,,三楼采集站\n")], "3 import.encoding-mixed");
        await RefusedAsync([.. Gb.GetBytes(Head + "R-1,CM,甲,SN-1,,二楼\n"), .. Utf8("R-2,CM,乙,SN-2,,三楼采集站\n")], "3 import.encoding-mixed");
        await RefusedAsync([.. Encoding.UTF8.Preamble, .. Gb.GetBytes(Head + "R-1,CM,甲,SN-1,,\n")], "1 import.encoding-mixed");
        await RefusedAsync([.. "id,bureau,model,serial\nR-1,CM,A,"u8, 0xFF, 0xFF, (byte)'\n'], "2 import.encoding");
        await RefusedAsync(Encoding.Unicode.GetBytes(Head + "R-1,CM,A,SN-1,,\n"), "0 import.not-csv");
        await RefusedAsync([.. "PK\u0003\u0004"u8, 1, 2, 3, 4], "0 import.not-csv");
    }

    [Theory]
    [InlineData("", "0 import.empty")]
    [InlineData("id,bureau,model,serial\n", "0 import.empty")]
    [InlineData("编号,单位,型号\nR-1,CM,A\n", "1 import.column-missing")]
    [InlineData("编号,单位,型号,序列号,电话\nR-1,CM,A,SN-1,1\n", "1 import.column-unknown")]
    [InlineData("id,bureau,model,serial,ID\nR-1,CM,A,SN-1,R-2\n", "1 import.column-twice")]
    [InlineData("R-1,CM,A,SN-1\nR-2,CM,A,SN-2\n", "1 import.column-unknown,1 import.column-unknown,1 import.column-unknown,1 import.column-unknown,1 import.column-missing,1 import.column-missing,1 import.column-missing,1 import.column-missing")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,SN-1,extra\n", "2 import.too-many-cells")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,\"SN-1\nR-2,CM,A,SN-2\n", "2 import.quote-open,2 recorder.serial")]
    [InlineData("id,bureau,model,serial\nR-1,CM,\"A\" B,SN-1\n", "2 import.quote-stray")]
    [InlineData("id,bureau,model,serial\n,CM,A,SN-1\n", "2 import.id-missing")]
    [InlineData("id,bureau,model,serial\nR_1,CM,A,SN-1\n", "2 id.malformed")]
    [InlineData("id,bureau,model,serial\n<script>,CM,A,SN-1\n", "2 id.malformed")]
    [InlineData("id,bureau,model,serial\nR-1,没有的局,A,SN-1\n", "2 bureau.unknown")]
    [InlineData("id,bureau,model,serial,storageGB\nR-1,CM,A,SN-1,64GB\n", "2 import.storage")]
    [InlineData("id,bureau,model,serial,storageGB\nR-1,CM,A,SN-1,-1\n", "2 import.storage")]
    [InlineData("id,bureau,model,serial\nR-1,CM,,\n", "2 recorder.model,2 recorder.serial")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,SN\u202e1\n", "2 recorder.serial")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,SN-1\nr-1,CM,A,SN-2\n", "3 import.id-twice")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,SN-1\nR-2,CM,A,sn-1\n", "3 import.serial-twice")]
    [InlineData("id,bureau,model,serial\nR-1,CM,A,SN-1\nR-2,TA,A,SN-2\n", "3 access.foreign-bureau")]
    public async Task A_file_with_a_fault_registers_nothing_and_names_each(string file, string faults) => await RefusedAsync(Utf8(file), faults.Split(','));

    [Fact]
    public async Task What_stands_in_the_register_is_known_or_refused()
    {
        (await SendAsync(Utf8(Head + "R-1,CM,A,SN-1,64,二楼\n"))).Ok();
        using var other = _city.Silo.Bearer(Role.FleetManager, "TA");
        (await SendAsync(Utf8(Head + "T-1,TA,A,SN-T,64,\n"), by: other)).Ok();

        Assert.Equal(["2 R-1 known", "3 R-2 new"], Lines((await SendAsync(Utf8(Head + "R-1,CM,A,SN-1,64,二楼\nR-2,CM,A,SN-2,,\n"), check: true)).Ok()));
        await RefusedAsync(
            Utf8(Head + "R-1,CM,B,SN-1,64,二楼\nr-1,CM,A,SN-3,,\nR-4,CM,A,sn-1,,\nT-1,CM,A,SN-5,,\nR-6,CM,A,SN-6,,\n"),
            "2 import.registered", "3 import.id-twice", "3 recorder.id-similar", "4 import.serial-twice", "4 recorder.serial-taken", "5 import.registered");
    }

    [Fact]
    public async Task The_same_file_again_goes_on_and_gives_its_sender_alone_the_same_keys()
    {
        var file = Utf8(Head + "R-1,CM,A,SN-1,64,二楼\nR-2,CM,A,SN-2,64,\n");
        var first = (await SendAsync(file)).Ok();
        var head = await _manager.HeadAsync();
        var again = (await SendAsync(file)).Ok();
        using var colleague = _city.Silo.Bearer(Role.FleetManager, "CM");

        Assert.Equal(["2 R-1 registered", "3 R-2 registered"], Lines(first));
        Assert.Equal(Keys(first), Keys(again));
        Assert.Equal(2, Keys(first).Distinct().Count());
        var theirs = (await SendAsync(file, by: colleague)).Ok();
        Assert.Equal(["2 R-1 known", "3 R-2 known"], Lines(theirs));
        Assert.Equal([null, null], Keys(theirs));
        Assert.Equal(head, await _manager.HeadAsync());
    }

    [Fact]
    public async Task Too_large_too_long_not_csv_and_not_allowed_are_told_apart()
    {
        await TooLargeAsync();
        StringBuilder many = new("id,bureau,model,serial\n");
        for (var i = 0; i <= 20_000; i++)
        {
            many.Append(System.Globalization.CultureInfo.InvariantCulture, $"R-{i},CM,A,S{i}\n");
        }

        await RefusedAsync(Utf8(many.ToString()), "0 import.too-many-lines");

        var good = Utf8(Head + "R-1,CM,A,SN-1,64,\n");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(good, type: "application/json")).Status);
        var asked = await SendAsync(good, query: "?check=yes");
        Assert.Equal((HttpStatusCode.BadRequest, "query.malformed"), (asked.Status, asked.Problem));
        foreach (var by in new[] { _city.Officer, _city.Supervisor, _city.Administrator })
        {
            var refused = await SendAsync(good, by: by);
            Assert.Equal((HttpStatusCode.Forbidden, "access.permission"), (refused.Status, refused.Problem));
        }

        using var nobody = _city.Silo.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(good, by: nobody)).Status);
        await NothingRegisteredAsync();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<string> Lines(JsonElement report) => report.GetProperty("lines").EnumerateArray()
        .Select(static line => $"{line.GetProperty("line").GetInt32()} {line.GetProperty("recorderId").GetString()} {line.GetProperty("outcome").GetString()}");

    private static IEnumerable<string?> Keys(JsonElement report) => report.GetProperty("lines").EnumerateArray()
        .Select(static line => line.TryGetProperty("key", out var key) ? key.GetString() : null);

    private async Task<ApiAnswer> SendAsync(byte[] file, bool check = false, ApiClient? by = null, string type = "text/csv", string? query = null)
    {
        ByteArrayContent content = new(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await (by ?? _manager).SendAsync(HttpMethod.Post, $"/api/v1/recorders/import{query ?? (check ? "?check=1" : "")}", content);
    }

    /// <summary>Refused alike when it is checked and when it is meant, with these faults and their lines, and nothing was written.</summary>
    private async Task RefusedAsync(byte[] file, params string[] faults)
    {
        var before = await _manager.HeadAsync();
        foreach (var check in new[] { true, false })
        {
            var answer = await SendAsync(file, check);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "import.faulty"), (answer.Status, answer.Problem));
            var report = answer.Body.GetProperty("import");
            Assert.Equal(
                faults.Order(StringComparer.Ordinal),
                report.GetProperty("faults").EnumerateArray().Select(static f => $"{f.GetProperty("line").GetInt32()} {f.GetProperty("rule").GetProperty("code").GetString()}").Order(StringComparer.Ordinal));
            Assert.Equal(faults.Length, report.GetProperty("faultCount").GetInt32());
            Assert.All(report.GetProperty("faults").EnumerateArray(), static f => Assert.All(["zh", "en"], language => Assert.NotEmpty(f.GetProperty("rule").GetProperty("next").GetProperty(language).GetString()!)));
            Assert.DoesNotContain(Lines(report), static line => line.EndsWith("registered", StringComparison.Ordinal));
        }

        Assert.Equal(before, await _manager.HeadAsync());
    }

    /// <summary>Asks before it sends: the server need not take five megabytes to refuse them, and closes the door on who sends them all the same.</summary>
    private async Task TooLargeAsync()
    {
        using HttpClient http = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = _city.Silo.Address };
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/recorders/import") { Content = new ByteArrayContent(new byte[(5 * 1024 * 1024) + 1]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Authorization = _manager.Http.DefaultRequestHeaders.Authorization;
        request.Headers.ExpectContinue = true;

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("urn:enforcement:problem:request.too-large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task NothingRegisteredAsync()
    {
        Assert.Empty((await _manager.GetAsync("/api/v1/recorders")).Ok().GetProperty("items").EnumerateArray());
        Assert.Empty(await _city.Silo.Services.GetRequiredService<IRecorderRegister>().PageAsync("", 10, CancellationToken.None));
    }
}
