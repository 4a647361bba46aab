using Enforcement.Domain.Recorders.Telemetry;
using FsCheck;
using FsCheck.Fluent;
using static Enforcement.Domain.Tests.Recorders.Telemetry.Reports;

namespace Enforcement.Domain.Tests.Recorders.Telemetry;

/// <summary>The same reports, shuffled and repeated, end in the same state.</summary>
public sealed class PulsePropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static Gen<PulseReport> AReport(long sequence) =>
        from ahead in Gen.Choose(-20_000, 20_000)
        from live in Gen.Elements(true, true, false)
        from battery in Gen.Choose(-5, 105)
        from says in Gen.Choose(0, 7)
        from file in Gen.Elements("a", "b", "c")
        from kind in Gen.Choose(0, 5)
        from place in Gen.Choose(-2000, 2000)
        select Report(
            sequence,
            Now.AddSeconds(ahead),
            (says & 1) == 0 ? battery : null,
            live,
            kind switch { 0 => [Started(file, Now.AddSeconds(ahead - 3))], 1 => [Stopped(file, Now.AddSeconds(ahead))], 2 => [Stopped(file), Started(file)], 3 => [Sos], _ => [] })
            with
        { Position = (says & 2) == 0 ? new Place(350_000_000 + place, 1_130_000_000) : null, StorageFree = (says & 4) == 0 ? 1000 + place : null };

    private static Arbitrary<(PulseReport[] Once, PulseReport[] Shuffled)> Shuffles() => Arb.From(
        from count in Gen.Choose(1, 25)
        from reports in Gen.CollectToArray(Enumerable.Range(1, count).Select(i => AReport(i * (i % 3 == 0 ? 7 : 1))))
        let once = reports.DistinctBy(r => r.Sequence).ToArray()
        from repeats in Gen.Elements(once).ArrayOf(count / 2)
        from shuffled in Gen.Shuffle(once.Concat(repeats).ToArray())
        select (once, shuffled));

    [Fact]
    public void Any_order_and_any_repetition_end_in_the_same_state() =>
        Prop.ForAll(Shuffles(), static x => After(x.Once).Equals(After(x.Shuffled))).Check(Many);

    [Fact]
    public void Each_event_is_told_exactly_once() =>
        Prop.ForAll(Shuffles(), static x => Told(x.Once).Order().SequenceEqual(Told(x.Shuffled).Order())).Check(Many);

    [Fact]
    public void Nothing_is_ever_placed_after_now() =>
        Prop.ForAll(Shuffles(), static x => Steps(x.Shuffled).All(static s => s.Notes.All(static n => n.At <= Now) && (s.Sample is null || s.Sample.At <= Now))).Check(Many);

    private static IEnumerable<(long, int)> Told(PulseReport[] reports) => Steps(reports).SelectMany(static s => s.Notes).Select(static n => (n.Sequence, n.Index));

    private static IEnumerable<PulseStep> Steps(PulseReport[] reports)
    {
        var state = new PulseState();
        foreach (var report in reports)
        {
            var step = Pulse.Apply(state, report, Now);
            state = step.State;
            yield return step;
        }
    }
}
