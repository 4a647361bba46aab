using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>The library of recordings, by SQL.</summary>
internal sealed class SqliteRecordings(SqliteReaders readers) : IRecordingReadModel
{
    private const string Overdue = "stored_at IS NULL AND hand_in_due_at < ?";

    public Task<Page<RecordingRow>> LibraryAsync(BureauScope scope, RecordingFilter filter, PageRequest page, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = Narrowed(scope, filter);
        list = filter.View switch
        {
            RecordingViewKind.All => list,
            RecordingViewKind.Unlinked => list.Where("case_id IS NULL"),
            RecordingViewKind.Overdue => list.WhereIf(filter.Now, Overdue),
            RecordingViewKind.Waiting => list.Where("stored_at IS NULL"),
            RecordingViewKind.Stored => list.Where("state = 'stored'"),
            RecordingViewKind.Corrupted => list.Where("state = 'corrupted'"),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
        ListOrder order = filter.Order switch
        {
            RecordingOrder.Urgent => new("urgency", Descending: false, "recording_id"),
            RecordingOrder.Started => new("started_at", Descending: true, "recording_id"),
            RecordingOrder.HandIn => new("hand_in_order", Descending: false, "recording_id"),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
        return readers.RunAsync(db => list.Page(db, order, page), ct);
    }

    public Task<RecordingCounts> CountsAsync(BureauScope scope, RecordingFilter filter, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = Narrowed(scope, filter);
        return readers.RunAsync(
            db =>
            {
                var sums = list.Sums(db, [now], "1", "case_id IS NULL", Overdue, "stored_at IS NULL", "state = 'stored'", "state = 'corrupted'");
                return new RecordingCounts(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
            },
            ct);
    }

    private static ListQuery<RecordingRow> Narrowed(BureauScope scope, RecordingFilter filter)
    {
        // Few recordings are of one officer, recorder, file or case: they are found first, whatever else is asked.
        var few = filter.OfficerId is not null || filter.RecorderId is not null || filter.Sha256 is not null || filter.CaseId is not null;
        var list = new ListQuery<RecordingRow>(scope, byIndex: !few)
            .WhereIf(filter.OfficerId, "officer_id = ?")
            .WhereIf(filter.RecorderId, "recorder_id = ?")
            .WhereIf(filter.CaseId, "case_id = ?")
            .WhereIf(filter.State, "state = ?")
            .WhereIf(filter.Mode, "mode = ?")
            .WhereIf(filter.StartedFrom, "started_at >= ?")
            .WhereIf(filter.StartedBefore, "started_at < ?")
            .WhereIf(filter.CaseNumber is null ? null : Lower(filter.CaseNumber), filter.CaseNumber?.Any(char.IsAsciiLetter) is true ? "instr(lower(case_number), ?) > 0" : "instr(case_number, ?) > 0");
        if (filter.DueBefore is { } due)
        {
            list = list.WhereIf(filter.Now, "stored_at IS NULL AND hand_in_due_at >= ?").WhereIf(due, "hand_in_due_at < ?");
        }

        if (filter.HandInFrom is { } from)
        {
            list = list.WhereIf(from, "hand_in_due_at >= ?").WhereIf(filter.Now, "hand_in_due_at <= ?");
        }

        if (filter.Sha256 is { Length: > 0 } digits)
        {
            var hash = Lower(digits);
            list = list.Where("sha256 >= ? AND sha256 < ?", hash, hash + "g"); // no hexadecimal digit sorts after f
        }

        var words = Lower(filter.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            list = list.Where("instr(search_text, ?) > 0", word);
        }

        return !few && (words.Length > 0 || filter.CaseNumber is not null) ? list.Within("recordings_library") : list;
    }

    // As the database's lower(): ASCII letters only.
    private static string Lower(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
        }
    });
}
