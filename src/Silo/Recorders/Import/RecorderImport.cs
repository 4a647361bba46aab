using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Domain.Recorders;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Pages;

namespace Enforcement.Silo.Recorders.Import;

/// <summary>Checks a file of recorders by the rules that decide, and registers them one by one.</summary>
internal sealed class RecorderImport(RecorderDesk desk, IRecorderRegister register, Bureaus bureaus, AccessDecider access) : IRecorderImportDesk
{
    private const string New = "new";
    private const string Known = "known";
    private const string Faulty = "faulty";
    private const string Registered = "registered";
    private const string Refused = "refused";

    public async Task<RecorderImportReport> CheckAsync(ClaimsPrincipal by, ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        (await CheckedAsync(by, file, cancellationToken)).Report;

    public async Task<RecorderImportReport> RunAsync(
        ClaimsPrincipal by, ReadOnlyMemory<byte> file, IProgress<RecorderImportProgress>? progress, CancellationToken cancellationToken)
    {
        var (sheet, report) = await CheckedAsync(by, file, cancellationToken);
        if (!report.Sound)
        {
            return report;
        }

        var prefix = Prefix(by, file.Span);
        var lines = report.Lines.ToBuilder();
        List<RecorderImportFault> refused = [];
        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (line, wanted) = (lines[i], sheet.Lines[i]);

            // Known ones too: one that this file registered before the import was cut off answers with its key again.
            var answer = await desk.RegisterAsync(by, wanted.Id, wanted.Entry, string.Create(CultureInfo.InvariantCulture, $"{prefix}-{wanted.Line}"));
            lines[i] = line with { Outcome = !answer.Done ? Refused : answer.Key is null ? Known : Registered, Key = answer.Key };
            refused.AddRange(answer.Done ? [] : answer.Broken.Select(rule => new RecorderImportFault(wanted.Line, rule)));
            progress?.Report(new RecorderImportProgress(i + 1, lines.Count));
        }

        return report with { Lines = lines.ToImmutable(), Faults = [.. refused.Take(RecorderImportReport.MostFaults)], FaultCount = refused.Count };
    }

    private async Task<(RecorderSheet Sheet, RecorderImportReport Report)> CheckedAsync(ClaimsPrincipal by, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var sheet = RecorderSheet.Read(file.Span, BureauOf);
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        Dictionary<string, int> serials = new(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<RecorderImportLine>(sheet.Lines.Length);
        List<(int Line, Violation Fault)> faults = [.. sheet.Faults];
        foreach (var line in sheet.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<Violation> broken = [.. line.Faults];
            if (IdKeyOf(line) is not { } id)
            {
                broken.Add(line.Id.Length == 0 ? ImportFaults.NoId : Ids.NoRegisterId);
            }
            else if (!ids.TryAdd(id, line.Line))
            {
                broken.Add(ImportFaults.IdTwice(line.Id, ids[id]));
            }

            if (line.Entry.Serial.Length > 0 && !serials.TryAdd(RecorderIds.SerialKey(line.Entry.Serial), line.Line))
            {
                broken.Add(ImportFaults.SerialTwice(line.Entry.Serial, serials[RecorderIds.SerialKey(line.Entry.Serial)]));
            }

            var known = await AgainstAsync(by, line, broken, cancellationToken);
            faults.AddRange(broken.Select(fault => (line.Line, fault)));
            lines.Add(new RecorderImportLine(
                line.Line, line.Id, line.Entry.Bureau, line.Entry.Model, line.Entry.Serial, broken.Count > 0 ? Faulty : known ? Known : New, Key: null));
        }

        return (sheet, new RecorderImportReport(
            sheet.Encoding,
            lines.ToImmutable(),
            [.. faults.Take(RecorderImportReport.MostFaults).Select(pair => new RecorderImportFault(pair.Line, Rules.Of(pair.Fault)))],
            faults.Count));
    }

    /// <summary>Compares a line with the register and with what the person may; the rules of an entry are those of the domain.</summary>
    /// <returns>Whether it stands there with the same content.</returns>
    private async Task<bool> AgainstAsync(ClaimsPrincipal by, SheetLine line, List<Violation> broken, CancellationToken cancellationToken)
    {
        var (id, entry) = (line.Id, line.Entry);
        if (access.Decide(by, Permissions.FleetManage, entry.Bureau) is AccessDecision.Refused { Violation: var foreign } && bureaus.NameOf(entry.Bureau) is not null)
        {
            broken.Add(foreign with { Member = "bureau" });
        }

        var same = IdKeyOf(line) is { } key ? await register.FindByIdKeyAsync(key, cancellationToken) : null;
        if (same is not null && same.RecorderId == id)
        {
            // What it is in another bureau is told only to whom it may be shown.
            var alike = access.May(by, Permissions.FleetManage, same.Bureau)
                && (same.Bureau, same.Model, same.Serial, same.StorageBytes, same.Note) == (entry.Bureau, entry.Model, entry.Serial, entry.StorageBytes, entry.Note);
            if (!alike)
            {
                broken.Add(ImportFaults.Registered(id));
            }

            return alike;
        }

        var serial = entry.Serial.Length is > 0 and <= 64 ? await register.FindBySerialAsync(RecorderIds.SerialKey(entry.Serial), cancellationToken) : null;
        var command = new RecorderCommand.Register(
            new RecorderEvent.Registered(entry.Bureau, entry.Model, entry.Serial, entry.StorageBytes, entry.Note), same?.RecorderId, serial?.RecorderId);
        if (RecorderDecider.Decide(RecorderState.None, command, RecorderLaw.None, Person.System, DateTimeOffset.UnixEpoch) is Decision<Fact>.Refused { Violations: var rules })
        {
            broken.AddRange(rules);
        }

        return false;
    }

    private static string? IdKeyOf(SheetLine line) => Ids.IsRegisterId(line.Id) ? RecorderIds.IdKey(line.Id) : null;

    private string? BureauOf(string name) =>
        name.Length > 0 ? bureaus.All.FirstOrDefault(bureau => bureau.Code == name || bureau.Name.Zh == name || bureau.Name.En == name)?.Code : null;

    /// <summary>The commands of one file in the hands of one person: always the same ones.</summary>
    private static string Prefix(ClaimsPrincipal by, ReadOnlySpan<byte> file)
    {
        var person = Encoding.UTF8.GetBytes($"{AccessDecider.PrincipalOf(by)}\n");
        return "import-" + Convert.ToHexStringLower(SHA256.HashData([.. person, .. file]))[..32];
    }
}
