using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Ledger.Bench;

/// <summary>A recording, a finding, a clock, things that wait and an officer for each number: most are done with, as after some years.</summary>
internal static class Rows
{
    private static readonly string[] Modes = ["photo", "audio", "video", "surveillance"];

    public static IEnumerable<ReadRow> Of(int n)
    {
        var bureau = Work.Bureaus[n % Work.Bureaus.Length];
        var at = Work.Start.AddSeconds(n);
        yield return Recording(n, bureau, at);
        yield return Finding(n, bureau, at);
        yield return new ClockRow(
            $"case/{n:000000}", "k1", n % 4 == 0 ? "archive" : "decision", "CM-17", bureau, "case", $"{n:000000}", at, at.AddDays(n % 90), n % 10 < 8 ? "met" : "running",
            n % 10 < 8 ? at.AddDays(n % 90) : null, n % 50 == 0 ? at.AddDays(20) : null, Provisional: false, "2026.1");
        yield return Waiting(n, bureau, at);
        yield return new OfficerRow($"o-{n:000000}", $"承办人{n}", bureau, $"1503{n:0000000}", new DateOnly(2028, 12, 31), "officer", Active: n % 20 != 0);
    }

    private static RecordingRow Recording(int n, string bureau, DateTimeOffset at)
    {
        var stored = n % 10 < 8;
        return new RecordingRow(
            $"rec-{n:000000}", bureau, $"DSJ-{n % 2000:000000}", $"o-{n % 400}", $"承办人{n % 400}", at, at.AddMinutes(20),
            stored ? (n % 1000 == 0 ? "corrupted" : "stored") : "announced",
            stored ? $"{n:000000}.mp4" : null, stored ? "video/mp4" : null, stored ? 50_000_000L + n : null, stored ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(n))) : null,
            n % 9 == 0 ? null : $"CM-2026-{n % 50000:000000}", null, at.AddDays(n % 90), stored ? "met" : n % 3 == 0 ? "missed" : "running",
            stored ? at.AddHours(20) : null, at, Modes[n % 4], $"解放路{n % 300}号门前", n % 9 == 0 ? null : $"城管罚〔2026〕{n % 50000:000000}号");
    }

    private static FindingRow Finding(int n, string bureau, DateTimeOffset at)
    {
        var open = n % 5 == 0;
        return new FindingRow(
            $"f-{n:000000}", bureau, $"case/{n:000000}", $"{n:000000}", n % 3 == 0 ? "late" : "missing", n % 997 == 0 ? "CM-99" : $"CM-{n % 40}", n % 2 == 0,
            $"第{n}件：未在规定期限内移交音像记录。", $"No. {n}: the recording was not handed in within its term.", at,
            open ? null : at.AddDays(3), open ? null : "o-2", open ? null : "已补交");
    }

    private static WorkItemRow Waiting(int n, string bureau, DateTimeOffset at) => new(
        $"case/{n:000000}", "term-1", n % 10 == 0 ? "supervisor" : "officer", bureau, n % 4 == 0 ? "term" : "act", n % 3 == 0 ? null : $"o-{n % 400}", $"{n:000000}",
        $"城管罚〔2026〕{n}号", "占道经营", "hearing-notice", null, "告知当事人", "Tell the party", "CM-17", at, n % 6 == 0 ? null : at.AddDays(n % 90), "期限", "term", null);
}
