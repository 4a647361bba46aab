using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;
using Enforcement.Silo.Export;
using Enforcement.Silo.Tests.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests.Export;

/// <summary>An exported list is the list on the screen, whole, within the scope of who asks, and harmless to open.</summary>
public sealed class CaseExportTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Csv_and_xlsx_hold_what_the_filters_leave_over_all_pages_in_their_order()
    {
        string[] all =
        [
            "",
            "&order=number",
            "&state=open&order=missing&descending=false",
            "&text=占道%207&incomplete=true&order=updated",
            "&stage=archived&actType=penalty&openedFrom=2026-03-05&openedTo=2026-03-06&order=stage",
            "&text=没有的字",
        ];
        await using var silo = await SiloFixture.StartAsync();
        await WriteAsync(silo, [.. Enumerable.Range(0, 4100).Select(n => Row(n, "CM"))], [.. Enumerable.Range(5000, 30).Select(n => Row(n, "TA"))]);
        using var officer = silo.Bearer(Role.Officer, "CM");
        foreach (var filters in all)
        {
            var listed = await ListAsync(officer, filters);
            var csv = SheetReader.Csv(await FileAsync(officer, "csv", filters));
            var xlsx = SheetReader.Xlsx(await FileAsync(officer, "xlsx", filters), 1);

            Assert.Equal(filters.Contains("没有", StringComparison.Ordinal), listed.Count == 0);
            Assert.DoesNotContain(listed, number => number.StartsWith("TA", StringComparison.Ordinal));
            Assert.Equal(["案号", .. listed], csv.Select(row => row[0]));
            Assert.Equal(["案号", .. listed], xlsx.Select(row => SheetReader.Value(row[0])));
            Assert.All(csv, row => Assert.Equal(csv[0].Length, row.Length));
            Assert.All(xlsx, row => Assert.Equal(xlsx[0].Length, row.Length));
        }
    }

    [Fact]
    public async Task Every_column_says_what_the_list_says()
    {
        await using var silo = await SiloFixture.StartAsync();
        var row = Row(1, "CM") with { Stage = "archived", NextDueAt = null, OverdueCount = 2, MissedCount = 3, MissingCount = 4, OpenFindings = 5, ArchivedAt = Start.AddDays(30), EndedAt = Start.AddDays(20) };
        await WriteAsync(silo, [row]);
        using var officer = silo.Bearer(Role.Officer, "CM");

        var csv = SheetReader.Csv(await FileAsync(officer, "csv"));
        var parts = SheetReader.Parts(await FileAsync(officer, "xlsx"));
        var xlsx = SheetReader.Xlsx(await FileAsync(officer, "xlsx"), 1);

        string[] expected =
        [
            row.Number, row.Title, row.Party, csv[1][3], "行政处罚", csv[1][5], csv[1][6], row.HandlerName, "2026-03-05 09:30:01", "", "2", "3", "4", "5",
            "2026-03-25 09:30:00", "2026-04-04 09:30:00", "2026-03-05 09:30:01",
        ];
        Assert.Equal(expected, csv[1]);
        Assert.DoesNotContain("CM", csv[1][3], StringComparison.Ordinal); // by name, not by id
        Assert.Equal("已归档", csv[1][6]);
        var texts = xlsx[1].Select(SheetReader.Value).ToList();
        Assert.Equal(expected[..8], texts[..8]);
        Assert.Equal(["", "2", "3", "4", "5"], texts[9..14]);
        // A date of a spreadsheet: days since the end of 1899, here at +08:00.
        Assert.Equal(new DateTime(2026, 3, 25, 9, 30, 0, DateTimeKind.Unspecified), DateTime.FromOADate(double.Parse(texts[14], CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(1));
        Assert.Contains("xl/workbook.xml", parts.Keys);
        var about = SheetReader.Xlsx(await FileAsync(officer, "xlsx", "&state=archived"), 2).ToDictionary(cells => SheetReader.Value(cells[0]), cells => SheetReader.Value(cells[1]));
        Assert.Equal("1", about["件数"]);
        Assert.Contains(about, line => line.Key.Contains("办理状态", StringComparison.Ordinal) && line.Value == "已归档");
    }

    [Fact]
    public async Task A_case_of_a_foreign_bureau_is_in_no_export()
    {
        await using var silo = await SiloFixture.StartAsync();
        await WriteAsync(silo, [Row(1, "CM")], [Row(2, "TA")]);
        using var officer = silo.Bearer(Role.Officer, "CM");
        using var foreign = silo.Bearer(Role.Officer, "TA");
        using var supervisor = silo.Bearer(Role.Supervisor, Principal.Municipality);
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);
        using var nobody = silo.Anonymous();
        foreach (var format in new[] { "csv", "xlsx" })
        {
            Assert.Equal(["CM-000001"], await NumbersAsync(officer, format));
            Assert.Equal(["TA-000002"], await NumbersAsync(foreign, format));
            Assert.Equal(["CM-000001", "TA-000002"], (await NumbersAsync(supervisor, format)).Order(StringComparer.Ordinal));
            Assert.Equal(["TA-000002"], await NumbersAsync(supervisor, format, "&bureau=TA"));
            Assert.Empty(await NumbersAsync(officer, format, "&text=TA-000002"));

            var typed = await officer.GetAsync($"/api/v1/cases/export?format={format}&bureau=TA");
            Assert.Equal(("query.malformed", "bureau"), (typed.Problem, typed.Body.GetProperty("parameter").GetString()));
            Assert.Equal("access.permission", (await administrator.GetAsync($"/api/v1/cases/export?format={format}")).Problem);
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/api/v1/cases/export?format={format}")).Status);
        }

        Assert.Equal("query.malformed", (await officer.GetAsync("/api/v1/cases/export?format=pdf")).Problem);
        Assert.Equal("query.malformed", (await officer.GetAsync("/api/v1/cases/export?format=csv&burau=CM")).Problem);
    }

    [Fact]
    public async Task No_name_of_a_party_is_run_as_a_formula()
    {
        string[] parties =
            ["=HYPERLINK(\"http://evil.example\",\"x\")", "+8613800000000", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠1"];
        await using var silo = await SiloFixture.StartAsync();
        await WriteAsync(silo, [.. parties.Select((party, n) => Row(n, "CM") with { Party = party, Title = party, HandlerName = party })]);
        using var officer = silo.Bearer(Role.Officer, "CM");

        var csv = SheetReader.Csv(await FileAsync(officer, "csv", "&order=number&descending=false"))[1..];
        var xlsx = SheetReader.Xlsx(await FileAsync(officer, "xlsx", "&order=number&descending=false"), 1)[1..];

        foreach (var column in new[] { 1, 2, 7 })
        {
            Assert.Equal(parties.Select(party => "'" + party), csv.Select(row => row[column]));
            Assert.Equal(parties.Select(Unix), xlsx.Select(row => Unix(SheetReader.Value(row[column]))));
            Assert.All(xlsx, row => Assert.True(SheetReader.IsText(row[column])));
        }

        Assert.DoesNotContain(xlsx, row => row.Any(SheetReader.Computes));
    }

    [Fact]
    public async Task Quotes_new_lines_and_four_byte_characters_come_back_as_they_were()
    {
        string[] parties =
            ["某某商贸有限公司", "𠮷野家👮‍♀️", "\"大\"公司,分号;店", "第一行\n第二行", "第一行\r\n第二行", " 前后有空格 ", "<script>&amp;]]>", "\"", ""];
        await using var silo = await SiloFixture.StartAsync();
        await WriteAsync(silo, [.. parties.Select((party, n) => Row(n, "CM") with { Party = party })]);
        using var officer = silo.Bearer(Role.Officer, "CM");

        var file = await FileAsync(officer, "csv", "&order=number&descending=false");
        var xlsx = SheetReader.Xlsx(await FileAsync(officer, "xlsx", "&order=number&descending=false"), 1)[1..];

        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]); // without it, a Chinese Excel takes the file for GBK
        Assert.Equal(parties, SheetReader.Csv(file)[1..].Select(row => row[2]));
        Assert.Equal(parties.Select(Unix), xlsx.Select(row => Unix(SheetReader.Value(row[2]))));
    }

    [Fact]
    public async Task A_list_longer_than_a_sheet_is_refused_with_what_to_do_instead()
    {
        Assert.Null(CaseExport.TooLong("xlsx", XlsxCaseSheet.MostRows));
        Assert.Null(CaseExport.TooLong("csv", long.MaxValue));

        var (status, text) = await WrittenAsync(CaseExport.TooLong("xlsx", XlsxCaseSheet.MostRows + 1)!);

        Assert.Equal(StatusCodes.Status400BadRequest, status);
        Assert.Contains("1,048,575", text, StringComparison.Ordinal);
        Assert.Contains("csv", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_program_that_nobody_here_has_written_opens_the_workbook()
    {
        Skip.If(await Tool.RunAsync(".", 20, "python3", "--version") is null, "python3 is not installed");
        await using var silo = await SiloFixture.StartAsync();
        await WriteAsync(silo, [.. Enumerable.Range(0, 2500).Select(n => Row(n, "CM") with { Party = $"𠮷\"<{n}>\n" })]);
        using var officer = silo.Bearer(Role.Officer, "CM");
        var file = Path.Combine(silo.Folder, "list.xlsx");
        await File.WriteAllBytesAsync(file, await FileAsync(officer, "xlsx"));

        var (exit, output) = await Tool.RunAsync(".", 60, "python3", "-X", "utf8", "-c", Reader, file) ?? (-1, "");

        Assert.True(exit == 0, output);
        Assert.Equal("2501 17 案号 𠮷\"<2499>", output.Trim());
    }

    private const string Reader = """
        import sys, zipfile, xml.etree.ElementTree as tree
        book = zipfile.ZipFile(sys.argv[1])
        assert book.testzip() is None
        parts = {name: tree.fromstring(book.read(name)) for name in book.namelist()}
        main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
        types = {part.get('PartName') for part in parts['[Content_Types].xml']}
        assert all('/' + name in types for name in parts if name.startswith('xl/') and not name.endswith('.rels')), types
        rows = [[''.join(cell.itertext()) for cell in row.iter(main + 'c')] for row in parts['xl/worksheets/sheet1.xml'].iter(main + 'row')]
        print(len(rows), len(rows[0]), rows[0][0], max((row[2] for row in rows[1:]), key=lambda party: int(party[3:party.index('>')])))
        """;

    // XML folds the ends of lines.
    private static string Unix(string text) => text.ReplaceLineEndings("\n");

    private static async Task<(int Status, string Text)> WrittenAsync(IResult result)
    {
        using MemoryStream body = new();
        DefaultHttpContext http = new() { RequestServices = new ServiceCollection().AddLogging().ConfigureHttpJsonOptions(_ => { }).BuildServiceProvider(), Response = { Body = body } };
        await result.ExecuteAsync(http);
        using var json = System.Text.Json.JsonDocument.Parse(body.ToArray());
        return (http.Response.StatusCode, string.Concat(json.RootElement.EnumerateObject().Select(member => member.Value.ToString())));
    }

    private static CaseRow Row(int n, string bureau)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{bureau}-{n:000000}");
        var archived = n % 3 == 0;
        return new CaseRow(
            number.ToLowerInvariant(),
            number,
            bureau,
            n % 2 == 0 ? "inspection" : "penalty",
            "complaint",
            archived ? "archived" : n % 3 == 1 ? "investigation" : "review",
            $"占道经营案{n}",
            $"当事人{n % 50}",
            "o-1",
            $"承办人{n % 7}",
            Start.AddSeconds(n),
            archived ? Start.AddDays(1) : null,
            archived ? Start.AddDays(2) : null,
            archived ? null : Start.AddDays(n % 90),
            archived ? null : "decision",
            n % 5 == 0 ? 1 : 0,
            0,
            n % 4,
            0,
            "CM@2026-01-01",
            Training: true,
            1,
            Start.AddSeconds(n),
            SearchText.Fold($"{number}\n占道经营案{n}\n当事人{n % 50}\n承办人{n % 7}"));
    }

    /// <summary>Rows as grains write them with their entries.</summary>
    private static async Task WriteAsync(SiloFixture silo, params ImmutableArray<ReadRow>[] batches)
    {
        var ledger = silo.Services.GetRequiredService<ILedger>();
        foreach (var rows in batches)
        {
            var id = Guid.NewGuid().ToString();
            await ledger.AppendAsync(
                new AppendBatch("rows/" + id, 0, id, "hash", new Actor("o-1", "𠮷野", "officer", "CM", "CM-0001"), Start, Training: true, [], null, rows, null), CancellationToken.None);
        }
    }

    private static async Task<List<string>> ListAsync(ApiClient client, string filters)
    {
        List<string> numbers = [];
        for (string? cursor = null; ;)
        {
            var page = (await client.GetAsync($"/api/v1/cases?limit=200{filters}{(cursor is null ? "" : $"&cursor={cursor}")}")).Ok();
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()!));
            if (!page.TryGetProperty("next", out var next) || next.GetString() is not { } place)
            {
                return numbers;
            }

            cursor = place;
        }
    }

    private static async Task<byte[]> FileAsync(ApiClient client, string format, string filters = "")
    {
        using var answer = await client.Http.GetAsync(new Uri($"/api/v1/cases/export?format={format}{filters}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(format == "csv" ? CsvCaseSheet.ContentType : XlsxCaseSheet.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<List<string>> NumbersAsync(ApiClient client, string format, string filters = "")
    {
        var file = await FileAsync(client, format, filters);
        var numbers = format == "csv" ? SheetReader.Csv(file).Select(row => row[0]) : SheetReader.Xlsx(file, 1).Select(row => SheetReader.Value(row[0]));
        return [.. numbers.Skip(1)];
    }
}
