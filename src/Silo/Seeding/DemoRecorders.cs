using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;

namespace Enforcement.Silo.Seeding;

/// <summary>A recorder of the demo city: where it belongs, and who holds it.</summary>
internal sealed record DemoRecorder(string Id, string Bureau, int Number, DemoPerson? Holder);

/// <summary>Registers the sixty recorders of the demo city by the same commands as real work: twelve for each bureau, some in store, one in repair, one retired.</summary>
internal sealed class DemoRecorders(IGrainFactory grains, IRecorderRegister register)
{
    private const int InBureau = 12;
    private const int InRepair = 11;
    private const int Retired = 12;
    private const long Bytes = 32L << 30;
    private static readonly string[] Models = ["DSJ-X9", "DSJ-X9", "DSJ-V6 4G", "DSJ-Z3"];

    /// <summary>Every recorder, those of officers first.</summary>
    public static ImmutableArray<DemoRecorder> All { get; } = [.. DemoBureaus.All.SelectMany(bureau => Of(bureau.Code))];

    /// <summary>Registers and issues what is not yet; done before, it does nothing.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (await register.FindAsync(All[^1].Id, cancellationToken) is { State: "retired" })
        {
            return; // the last command of the last one was done
        }

        foreach (var demo in All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var recorder = grains.GetGrain<IRecorderGrain>(demo.Id);
            var serial = string.Create(CultureInfo.InvariantCulture, $"{demo.Bureau}2026{demo.Number:0000}");
            Done(await recorder.RegisterAsync(new RegisterRecorder(demo.Bureau, Models[demo.Number % Models.Length], serial, Bytes, "演示设备"), Seeder($"demo-register-{demo.Id}")));
            if (demo.Holder is { } holder)
            {
                Done(await recorder.IssueAsync(new IssueRecorder(holder.Id, "外观完好"), Seeder($"demo-issue-{demo.Id}")));
            }
            else if (demo.Number == InRepair)
            {
                Done(await recorder.RepairAsync(new RepairRecorder(Done: false, "屏幕破裂，触摸失灵"), Seeder($"demo-repair-{demo.Id}")));
            }
            else if (demo.Number == Retired)
            {
                Done(await recorder.RetireAsync(new RetireRecorder("电池鼓包，无法修复"), Seeder($"demo-retire-{demo.Id}")));
            }
        }
    }

    private static IEnumerable<DemoRecorder> Of(string bureau)
    {
        DemoPerson[] holders =
        [
            .. DemoPeople.All.Where(p => p.Bureau == bureau && p.Role is Role.Officer),
            .. DemoPeople.All.Where(p => p.Bureau == bureau && p.Role is Role.WindowClerk or Role.UnitHead),
        ];
        return Enumerable.Range(1, InBureau).Select(n => new DemoRecorder(
            string.Create(CultureInfo.InvariantCulture, $"{bureau}-JLY-{n:00}"), bureau, n, n <= holders.Length ? holders[n - 1] : null));
    }

    private static void Done(CommandReply reply)
    {
        if (!reply.Done)
        {
            throw new InvalidOperationException($"A recorder of the demo city was refused: {reply.Broken[0].Text.En}");
        }
    }

    private static Caller Seeder(string command) => new("demo", "演示数据", "administrator", "CITY", null, command);
}
