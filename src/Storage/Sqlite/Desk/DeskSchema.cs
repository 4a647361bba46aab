using Enforcement.Grains.Ledger;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>Brings <c>desk.db</c> to the schema of this program. Each step once released never changes; a new table is a new step at the end.</summary>
internal static class DeskSchema
{
    /// <summary>"ENFD", so that no other file is taken for a desk.</summary>
    private const long ApplicationId = 1_162_757_700;

    /// <summary>The steps; <c>user_version</c> counts those that were done.</summary>
    private static readonly string[] Steps = [SavedViewTable.Create, ColumnChoiceTable.Create, DraftTable.Create, DocumentSenderTable.Create, DraftTable.AddAbout];

    /// <exception cref="StoreUnavailableException">The file was written by a newer program, or is none of ours.</exception>
    public static void Apply(SqliteDb db)
    {
        var done = (int)(db.Number("PRAGMA user_version") ?? 0);
        if (done > Steps.Length)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Newer, $"desk.db has {done} steps, this program knows {Steps.Length}: it was written by a newer program");
        }

        if (done > 0 && db.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new StoreUnavailableException(StoreUnavailableException.Corrupt, "desk.db is a database, but not one of this program");
        }

        for (var step = done; step < Steps.Length; step++)
        {
            db.Run(FormattableString.Invariant($"BEGIN IMMEDIATE; {Steps[step]} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {step + 1}; COMMIT;"));
        }
    }
}
