using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Storage.Audit;

namespace Enforcement.Tool.Commands;

/// <summary><c>enforce verify</c>: re-computes everything and names the first bad entry.</summary>
public static class VerifyCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A data folder, or a file that \"enforce export\" wrote." };
        var kept = new Option<KeptRoot[]>("--expect")
        {
            Description = "COUNT:ROOT, a checkpoint that was kept elsewhere; may be given several times.",
            CustomParser = Kept,
        };
        var noMedia = new Option<bool>("--no-media") { Description = "Do not read the stored recordings again." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("verify", "Re-computes every hash, chain, sequence, position and root, reads every stored recording again, and names the first bad entry. Changes nothing; the program may run meanwhile.") { path, kept, noMedia, json };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(path), parsed.GetValue(kept) ?? [], !parsed.GetValue(noMedia), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(string path, KeptRoot[] kept, bool media, bool json, TextWriter output)
    {
        IAuditPart[] parts = [new EventAudit(), new ProfileAudit(), .. media ? [new MediaAudit()] : Array.Empty<IAuditPart>()];
        var report = Directory.Exists(path) ? SqliteAudit.Run(path, kept, parts) : ExportAudit.Run(path, kept);
        await output.WriteLineAsync(json ? JsonSerializer.Serialize(report, Json) : Words(report));
        return report.Sound ? ExitCode.Good : ExitCode.Bad;
    }

    private static string Words(AuditReport report)
    {
        if (report.Sound)
        {
            return FormattableString.Invariant(
                $"Sound: {report.Entries} entries in {report.Streams} streams, {report.Checkpoints} checkpoints.{Environment.NewLine}Keep this elsewhere to prove it later: --expect {report.Entries}:{report.Root}");
        }

        var lines = report.Faults.Select(static fault =>
        {
            string?[] place =
            [
                fault.Code,
                fault.Position is { } position ? $"position {position.ToString(CultureInfo.InvariantCulture)}" : null,
                fault.Stream is null ? null : $"stream {fault.Stream}",
                fault.Sequence is { } sequence ? $"sequence {sequence.ToString(CultureInfo.InvariantCulture)}" : null,
            ];
            return $"{string.Join(", ", place.Where(static p => p is not null))}: {fault.Message}";
        });
        return FormattableString.Invariant($"NOT SOUND. {report.Entries} entries are good before this:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }

    private static KeptRoot[] Kept(ArgumentResult result)
    {
        var kept = new List<KeptRoot>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split(':');
            if (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && parts[1].Length == 64 && parts[1].All(char.IsAsciiHexDigitLower))
            {
                kept.Add(new KeptRoot(count, parts[1]));
            }
            else
            {
                result.AddError($"\"{token.Value}\" is not COUNT:ROOT, a number and 64 lower-case hexadecimal digits.");
            }
        }

        return [.. kept];
    }
}
