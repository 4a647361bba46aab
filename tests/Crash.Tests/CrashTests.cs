using System.Globalization;
using System.Text.Json.Nodes;
using Enforcement.Walk;
using Xunit.Abstractions;

namespace Enforcement.Crash.Tests;

/// <summary>
/// <c>kill -9</c> at random instants during a stream of commands and uploads. <c>CRASH_ROUNDS=50</c> for many, <c>CRASH_SEED</c> for the same chances again.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const string Bureau = "CM";
    private const int Writers = 4;
    private static readonly int Rounds = Number("CRASH_ROUNDS") ?? 5;
    private static readonly int Seed = Number("CRASH_SEED") ?? Random.Shared.Next();

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_a_kill_and_nothing_is_there_twice()
    {
        output.WriteLine($"CRASH_SEED={Seed} CRASH_ROUNDS={Rounds}");
        var (random, journal) = (new Random(Seed), new Journal());
        await using var silo = new CrashingSilo();
        await silo.StartAsync();
        const string Administrator = "city-administrator";
        using var office = await Office.OpenAsync(silo.Address, Administrator, silo.PasswordOf(Administrator));
        var (forms, officers) = await FoundAsync(office);
        Writer[] writers = [.. Enumerable.Range(0, Writers).Select(w => new Writer(office, forms, Bureau, officers, $"crash-{w}", random.Next(), journal))];

        for (var round = 1; round <= Rounds; round++)
        {
            var work = writers.Select(w => w.WorkAsync()).ToArray();
            var instant = TimeSpan.FromMilliseconds(random.Next(200, 4000));
            await Task.WhenAny(Task.WhenAll(work), Task.Delay(instant)); // the instant is chance: there is no event to wait for
            var enough = round * Writers;
            await silo.UntilAsync("some answers of this round", () => Task.FromResult(journal.Commands.Count > enough)); // on a slow machine the kill would come before the work
            await silo.KillAsync();
            await Task.WhenAll(work);
            output.WriteLine($"round {round}: killed after {instant.TotalMilliseconds} ms; {journal.Commands.Count} commands, {journal.Files.Count} files acknowledged so far");

            var (code, said) = await silo.VerifyAsync();
            Assert.True(code == 0, said);
            await silo.StartAsync();
            await Audit.CommandsAsync(office, Bureau, journal);
            await Audit.FilesAsync(office, Bureau, journal.Files.TakeLast(3 * Writers));
        }

        Assert.True(journal.Commands.Count > Rounds * Writers, $"only {journal.Commands.Count} commands were acknowledged: the kills came before the work");
        Assert.True(journal.Repeated > 0, "no kill hit a command: nothing was tried");
        await TermsFallDueWhileNothingRunsAsync(silo, office, writers, journal);
        await Audit.FilesAsync(office, Bureau, journal.Files);
        await silo.KillAsync();
        var (last, words) = await silo.VerifyAsync();
        Assert.True(last == 0, words);
        output.WriteLine($"{journal.Commands.Count} commands, {journal.Files.Count} files; {journal.Repeated} calls repeated, {journal.Resumed} uploads resumed\n{words}");
    }

    private static async Task TermsFallDueWhileNothingRunsAsync(CrashingSilo silo, Office office, Writer[] writers, Journal journal)
    {
        var work = writers[0].WorkAsync();
        var before = journal.Commands.Count;
        await silo.UntilAsync("a new case", () => Task.FromResult(journal.Commands.Skip(before).Any(c => c.Event == "case.opened")));
        await silo.KillAsync();
        await work;
        var file = journal.Commands.Last(c => c.Event == "case.opened").Stream;
        await silo.LetTimePassAsync(TimeSpan.FromDays(3));
        await silo.StartAsync();

        await silo.UntilAsync($"the missed late report of {file}", async () => (await Audit.FoundAsync(office, Bureau, file)).Contains($"{file}/f-late-report"));
        Assert.Single(await Audit.FoundAsync(office, Bureau, file), f => f.EndsWith("/f-late-report", StringComparison.Ordinal));
    }

    private static async Task<(JsonArray Forms, string[] Officers)> FoundAsync(Office office)
    {
        await office.AdminAsync(HttpMethod.Put, $"/api/v1/bureaus/{Bureau}", new { nameZh = "城市管理局", nameEn = "City Management Bureau", mark = "城管", profileCode = "CM", district = "示范区" }, "found-the-bureau");
        string[] officers = ["crash-o1", "crash-o2"];
        foreach (var id in officers)
        {
            await office.AdminAsync(
                HttpMethod.Put, $"/api/v1/officers/{id}",
                new { name = "𠮷田清", bureau = Bureau, certificate = $"CM-{id}", certificateValidUntil = "2099-12-31", roles = new[] { "officer" }, active = true }, $"register-{id}");
        }

        var profile = (await office.AsAsync("officer", Bureau, HttpMethod.Get, "/api/v1/regulations")).AsArray().First(p => Form.Text(p!, "code") == "CM")!;
        var forms = await office.AsAsync("officer", Bureau, HttpMethod.Get, $"/api/v1/regulations/profiles/{Form.Text(profile, "id")}/acts");
        await office.ProgramAsync("supervisor", Bureau);
        return (forms.AsArray(), officers);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
