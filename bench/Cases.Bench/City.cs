using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Enforcement.Bench;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Ledger;
using Enforcement.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enforcement.Cases.Bench;

/// <summary>The real grains on the embedded engine over a real ledger file, with one bureau.</summary>
internal sealed class City : IAsyncDisposable
{
    private const int Clients = 32;
    private readonly IHost _host;
    private readonly SqliteStore _store;
    private readonly CapturingLedger _ledger;
    private IReadOnlyList<IReadOnlyList<AppendBatch>> _round = [];
    private string _filled = string.Empty;

    private City(IHost host, SqliteStore store, CapturingLedger ledger) => (_host, _store, _ledger) = (host, store, ledger);

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<City> StartAsync(string file)
    {
        var store = SqliteStore.Open(new SqliteStoreOptions(file, Training: false));
        var ledger = new CapturingLedger(store);
        return new City(await OneBureau.StartAsync(store, services => services.AddSingleton<ILedger>(ledger)), store, ledger);
    }

    /// <summary>Runs both ways once, so that nothing is compiled while it is measured.</summary>
    public async Task WarmUpAsync()
    {
        await CommandsAsync(0, 300);
        await ReplayAsync(0);
    }

    /// <summary>Puts many cases into the file: the batches of one case, each time for other streams.</summary>
    public async Task FillAsync(int cases)
    {
        var one = _round.First(s => s[0].Stream.StartsWith("case/", StringComparison.Ordinal));
        _filled = one[0].Stream["case/".Length..];
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, ct) =>
        {
            foreach (var batch in one)
            {
                await _store.AppendAsync(CapturingLedger.Renamed(batch, string.Create(CultureInfo.InvariantCulture, $"-f{i}"), 0), ct);
            }
        });
    }

    /// <summary>New cases, four commands each, by many clients. Commands a second; the number that each case takes is part of its first.</summary>
    public async Task<double> CommandsAsync(int pair, int cases)
    {
        _ledger.Take();
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (i, _) =>
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"bench-{pair}-{i:000000}");
            var grain = Grains.GetGrain<ICaseGrain>(id);
            Demand(await grain.OpenAsync(
                new OpenCase(OneBureau.Id, "penalty", "urgent", "擅自挖掘城市道路", new PartyInfo("畅通管道工程有限公司", "organisation"), Draft("urgent-start", ("reason", "管线破裂，需要立即制止"))), OneBureau.As("officer", $"{id}-0")));
            Demand(await grain.RecordActAsync(
                Draft("start-report", ("reason", "擅自挖掘城市道路"), ("party", "畅通管道工程有限公司，文化路"), ("handlerOpinion", "建议启动一般程序"), ("major", "false")), OneBureau.As("officer", $"{id}-1")));
            Demand(await grain.RecordActAsync(Draft("start-unit-opinion", ("opinion", "同意"), ("outcome", "passed")), OneBureau.As("unit-head", $"{id}-2")));
            Demand(await grain.RecordActAsync(Draft("start-approval", ("opinion", "同意"), ("outcome", "approved")) with { Signatures = [new SignatureInfo("head", "赵国栋")] }, OneBureau.As("leader-in-charge", $"{id}-3")));
        });
        var rate = cases * 4 / watch.Elapsed.TotalSeconds;
        _round = _ledger.Take();
        return rate;
    }

    /// <summary>What the last round wrote, written again for other streams by as many clients. Commands a second: batches of cases, with the numbers beside them as before.</summary>
    public async Task<double> ReplayAsync(int pair)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"-r{pair}");
        var work = _round.Select(stream => stream.Select(b => CapturingLedger.Renamed(b, mark, stream[0].ExpectedSequence)).ToArray()).OrderByDescending(s => s.Length).ToArray();
        var commands = work.Where(s => s[0].Stream.StartsWith("case/", StringComparison.Ordinal)).Sum(s => s.Length);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = Clients + 1 }, async (stream, ct) =>
        {
            foreach (var batch in stream)
            {
                await _store.AppendAsync(batch, ct);
            }
        });
        return commands / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The data of a case page, the stream read and verified for it or already at hand, and of a list page.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        var reader = OneBureau.As("officer", "view");
        var cold = await TimeAsync(400, i => ViewAsync(i, reader));
        var warm = await TimeAsync(400, i => ViewAsync(i, reader));
        var list = await TimeAsync(200, _ => _store.ReadModel.CasesAsync(BureauScope.Of(OneBureau.Id), new CaseQuery(), new PageRequest(50, WithCount: true), CancellationToken.None));
        return [$"case page, read and verified: {cold}", $"case page, at hand: {warm}", $"list of 50 with count: {list} (below 100 ms is wanted)"];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _store.DisposeAsync();
    }

    private async Task ViewAsync(int i, Caller reader)
    {
        var view = await Grains.GetGrain<ICaseGrain>(string.Create(CultureInfo.InvariantCulture, $"{_filled}-f{i}")).ViewAsync(reader);
        if (view is not { Acts.Length: 4 })
        {
            throw new InvalidOperationException($"Case {i} is not there as it was written.");
        }
    }

    private static async Task<string> TimeAsync(int times, Func<int, Task> question)
    {
        List<double> taken = [];
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await question(i);
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }

        taken.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {taken[times / 2]:F2} ms, p95 {taken[times * 95 / 100]:F2} ms");
    }

    private static ActDraft Draft(string kind, params (string Field, string Value)[] fields) =>
        new() { Kind = kind, Fields = fields.ToImmutableDictionary(f => f.Field, f => f.Value) };

    private static void Demand(Enforcement.Grains.Interfaces.CommandReply reply)
    {
        if (!reply.Done)
        {
            throw new InvalidOperationException(string.Join("; ", reply.Broken.Select(b => $"{b.Code} {b.Member} {b.Text.En}")));
        }
    }
}
