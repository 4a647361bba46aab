using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Desk;

namespace Enforcement.Storage.Sqlite.Desk;

/// <summary>The columns that people chose.</summary>
internal sealed class ColumnChoiceTable(DeskDatabase desk) : IColumnChoices
{
    public const string Create = """
        CREATE TABLE column_choices (
            person TEXT NOT NULL,
            list TEXT NOT NULL,
            columns TEXT NOT NULL,
            PRIMARY KEY (person, list)
        ) STRICT, WITHOUT ROWID;
        """;

    public Task<ImmutableArray<string>?> FindAsync(string person, string list, CancellationToken ct) => desk.RunAsync<ImmutableArray<string>?>(
        db =>
        {
            var statement = db.Prepare("SELECT columns FROM column_choices WHERE person = ? AND list = ?").Bind(person).Bind(list);
            ImmutableArray<string>? found = statement.Step() ? [.. statement.Text(0).Split(',', StringSplitOptions.RemoveEmptyEntries)] : null;
            statement.Reset();
            return found;
        },
        ct);

    public Task ChooseAsync(string person, string list, ImmutableArray<string>? columns, CancellationToken ct) => desk.RunAsync(
        db =>
        {
            if (columns is { } chosen)
            {
                db.Prepare("INSERT INTO column_choices (person, list, columns) VALUES (?, ?, ?) ON CONFLICT (person, list) DO UPDATE SET columns = excluded.columns")
                    .Bind(person).Bind(list).Bind(string.Join(',', chosen)).Run();
            }
            else
            {
                db.Prepare("DELETE FROM column_choices WHERE person = ? AND list = ?").Bind(person).Bind(list).Run();
            }

            return true;
        },
        ct);
}
