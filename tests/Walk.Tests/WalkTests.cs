using Enforcement.Domain.Access;
using Enforcement.Silo.Tests;
using Enforcement.Walk;

namespace Enforcement.Walk.Tests;

/// <summary>Whole cases through the public API of the real program.</summary>
public sealed class WalkTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("CM", "late-report CM-08", "hand-in CM-31")]
    [InlineData("CZ", "promised-decision CZ-09", "archive CZ-29")]
    [InlineData("TA", "late-report TA-08", "archive TA-18")]
    [InlineData("FS", "late-report FS-07", "archive FS-31")]
    [InlineData("GC", "late-report GC-06", "archive GC-30")]
    public async Task A_case_walks_from_start_to_archive_within_its_terms(string code, params string[] articles)
    {
        var printed = await WalkAsync(code, missed: false);

        Assert.Contains($"{code}: archived", printed, StringComparison.Ordinal);
        Assert.Contains(", 0 missing, ", printed, StringComparison.Ordinal);
        Assert.Contains(", 0 findings, ", printed, StringComparison.Ordinal);
        Assert.All(articles, a => Assert.Contains(a.Split(' ')[1], printed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CM")]
    [InlineData("CZ")]
    [InlineData("TA")]
    [InlineData("FS")]
    [InlineData("GC")]
    public async Task Every_deadline_that_is_let_pass_is_found_and_the_case_still_ends(string code)
    {
        var printed = await WalkAsync(code, missed: true);

        Assert.Contains($"{code}: archived", printed, StringComparison.Ordinal);
        Assert.Contains("[missed]", printed, StringComparison.Ordinal);
        Assert.Contains("[met-late]", printed, StringComparison.Ordinal);
    }

    private static async Task<string> WalkAsync(string code, bool missed)
    {
        await using var silo = await SiloFixture.StartAsync(training: true, startAt: Start);
        var (name, password) = silo.Person(Role.Administrator, Principal.Municipality, 2);
        using var office = await Office.OpenAsync(silo.Address, name, password);
        await using var output = new StringWriter();
        await new CaseWalk(office, Course.All.Single(c => c.Code == code), Film.Make(1024 * 1024 + 17), missed, output).RunAsync();
        return output.ToString();
    }
}
