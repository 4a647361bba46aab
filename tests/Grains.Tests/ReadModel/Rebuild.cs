using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Domain.Bureaus;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Ledger;
using Enforcement.Domain.Officers;
using Enforcement.Domain.Recordings;
using Enforcement.Grains.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Recordings;
using Enforcement.Grains.Streams;
using Enforcement.Grains.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Enforcement.Grains.Tests.ReadModel;

/// <summary>Draws every row again from the ledger alone, and compares with the rows that were kept while it was written.</summary>
internal static class Rebuild
{
    public static async Task CheckAsync(GrainWorld world)
    {
        List<ReadRow> rows = [];
        Dictionary<string, DateTimeOffset> due = [];
        foreach (var stream in Streams(world.LedgerFile))
        {
            var entries = await world.EntriesAsync(stream);
            var facts = entries.Select(e => new Fact((DomainEvent)LedgerEvents.Serializer.Read(e), e.OccurredAt)).ToImmutableArray();
            var projection = Draw(world, stream, entries[^1], facts);
            rows.AddRange(projection.Rows);
            if (projection.DueAt is { } at)
            {
                due[stream] = at;
            }
        }

        var kept = await KeptAsync(world, rows.OfType<ClockRow>().Select(c => c.Stream).Distinct());
        Assert.Equal(rows.Select(r => r.ToString()).Order(StringComparer.Ordinal), kept.Select(r => r.ToString()).Order(StringComparer.Ordinal));
        var dueTable = await world.Store.DueBeforeAsync(DateTimeOffset.UnixEpoch.AddYears(200), 10_000, CancellationToken.None);
        Assert.Equal(due.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => (d.Key, d.Value)), dueTable.OrderBy(d => d.Stream, StringComparer.Ordinal).Select(d => (d.Stream, d.DueAt)));
    }

    private static Projection Draw(GrainWorld world, string stream, LedgerEntry last, ImmutableArray<Fact> facts)
    {
        var (kind, id) = StreamNames.Split(stream);
        var command = new StreamCommand(last.CommandId, string.Empty, Person.System, last.RecordedAt, last.Training);
        switch (kind)
        {
            case "case":
                var file = CaseState.Replay(facts.Select(f => f.Event));
                return CaseRows.Of(id, stream, CaseState.None, file, world.Library.Pinned(file.Opening!.ProfileHash).Profile, last.Sequence, command);
            case "recording":
                return RecordingRows.Of(id, stream, RecordingState.None, facts.Aggregate(RecordingState.None, RecordingState.Evolve), last.RecordedAt);
            case "officer":
                var officer = (OfficerEvent.Registered)facts[^1].Event;
                return new Projection([new OfficerRow(id, officer.Name, officer.Bureau, officer.Certificate, officer.CertificateValidUntil, string.Join(',', officer.Roles), officer.Active)], null);
            case "bureau":
                var bureau = facts.Aggregate(BureauState.None, BureauState.Evolve).Founding!;
                return new Projection([new BureauRow(id, bureau.NameZh, bureau.NameEn, bureau.ProfileCode, bureau.District)], null);
            default:
                throw new InvalidOperationException($"No rows are known for {stream}.");
        }
    }

    private static async Task<List<ReadRow>> KeptAsync(GrainWorld world, IEnumerable<string> clockStreams)
    {
        var (model, scope, page, ct) = (world.Rows, BureauScope.City, new PageRequest(500), CancellationToken.None);
        List<ReadRow> rows =
        [
            .. (await model.CasesAsync(scope, new CaseQuery(), page, ct)).Rows,
            .. (await model.RecordingsAsync(scope, new RecordingQuery(), page, ct)).Rows,
            .. (await model.FindingsAsync(scope, new FindingQuery(), page, ct)).Rows,
            .. await WorkAsync(world),
            .. (await model.OfficerPageAsync(scope, new OfficerQuery(), page, ct)).Rows,
            .. await model.BureausAsync(scope, ct),
        ];
        foreach (var stream in clockStreams)
        {
            rows.AddRange(await model.ClocksAsync(scope, stream, ct));
        }

        return rows;
    }

    private static async Task<List<WorkItemRow>> WorkAsync(GrainWorld world)
    {
        List<WorkItemRow> rows = [];
        foreach (var role in Enum.GetValues<Domain.Access.Role>())
        {
            rows.AddRange((await world.Store.Work.ItemsAsync(BureauScope.City, new WorkQuery(Kebab.Of(role)), new PageRequest(500), CancellationToken.None)).Rows);
        }

        return rows;
    }

    private static List<string> Streams(string file)
    {
        using var db = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT stream FROM streams ORDER BY stream";
        using var reader = command.ExecuteReader();
        List<string> streams = [];
        while (reader.Read())
        {
            streams.Add(reader.GetString(0));
        }

        return streams;
    }
}
