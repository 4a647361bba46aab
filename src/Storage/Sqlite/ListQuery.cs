using System.Collections.Immutable;
using System.Text;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>One list: conditions, order and page become SQL in one place, and so does the scope.</summary>
internal sealed class ListQuery<T>
    where T : ReadRow
{
    private const int MostRows = 500;

    private readonly RowMap _map = RowMap.Of(typeof(T));
    private readonly List<string> _conditions = [];
    private readonly List<Action<SqliteStatement>> _values = [];
    private readonly StringBuilder _fingerprint = new();
    private string? _index;

    public ListQuery(BureauScope scope, string column = "bureau", bool byIndex = true)
    {
        Empty = !scope.Everything && scope.Bureaus.IsEmpty;
        if (!scope.Everything && !Empty)
        {
            // The plus keeps several bureaus from using an index that would then have to be sorted.
            var plus = byIndex && scope.Bureaus.Length == 1 ? "" : "+";
            Where($"{plus}{column} IN ({string.Join(", ", scope.Bureaus.Select(static _ => "?"))})", [.. scope.Bureaus]);
        }
    }

    public bool Empty { get; }

    public ListQuery<T> Where(string condition, params ReadOnlySpan<string> values)
    {
        _conditions.Add(condition);
        _fingerprint.Append(condition).Append('\u001f');
        foreach (var value in values)
        {
            _values.Add(s => s.Bind(value));
            _fingerprint.Append(value).Append('\u001f');
        }

        return this;
    }

    public ListQuery<T> WhereIf(bool applies, string condition) => applies ? Where(condition) : this;

    public ListQuery<T> WhereIf(string? value, string condition) => value is null ? this : Where(condition, value);

    public ListQuery<T> WhereIf(DateTimeOffset? value, string condition)
    {
        if (value is { } instant)
        {
            _conditions.Add(condition); // not in the fingerprint: "now" moves on between two pages
            _values.Add(s => s.Bind((DateTimeOffset?)instant));
        }

        return this;
    }

    /// <summary>A condition with the two ends of a time.</summary>
    public ListQuery<T> WhereWithin(DateTimeOffset? from, DateTimeOffset? until, string condition)
    {
        if (from is not null && until is not null)
        {
            _conditions.Add(condition); // not in the fingerprint, as above
            _values.Add(s => s.Bind(from).Bind(until));
        }

        return this;
    }

    /// <summary>Finds and sorts in one index that covers every condition and the order; only the rows of the page are read from the table.</summary>
    public ListQuery<T> Within(string index)
    {
        _index = index;
        return this;
    }

    public Page<T> Page(SqliteDb db, ListOrder order, PageRequest page, int mostRows = MostRows)
    {
        if (page.Size < 1 || page.Size > mostRows)
        {
            throw new ArgumentOutOfRangeException(nameof(page), $"a page has 1 to {mostRows} rows");
        }

        if (page is { After: not null, Before: not null })
        {
            throw new ArgumentException("a page lies after one cursor or before one, not both", nameof(page));
        }

        if (Empty)
        {
            return new Page<T>([], null, page.WithCount ? 0 : null);
        }

        var fingerprint = ListCursor.Fingerprint($"{_map.Table}\u001f{order.Terms()}\u001f{_fingerprint}");
        var back = page.Before is not null;
        var from = (page.After ?? page.Before) is { } text ? ListCursor.Parse(text, fingerprint, order.Key.Length) : null;
        var (rows, more) = Read(db, back ? order.Reversed() : order, from, page.Size, fingerprint);
        if (back)
        {
            rows.Reverse();
        }

        // A list that ends on its first page is counted already; that is where a search finds little and a second one would cost as much.
        var count = !page.WithCount ? (long?)null : from is null && !more ? rows.Count : Count(db);
        // Whoever comes from a page can go back to it, even if its rows have moved since.
        var next = rows.Count > 0 && (back || more) ? rows[^1].Place.ToString() : null;
        var previous = rows.Count > 0 && (back ? more : from is not null) ? rows[0].Place.ToString() : null;
        return new Page<T>([.. rows.Select(static row => row.Row)], next, count, previous);
    }

    /// <summary>How many rows the whole list has.</summary>
    public long Total(SqliteDb db) => Empty ? 0 : Count(db);

    public ImmutableArray<T> All(SqliteDb db, string orderBy)
    {
        if (Empty)
        {
            return [];
        }

        var statement = db.Prepare($"SELECT {_map.Columns} FROM {_map.Table}{Conditions("")} ORDER BY {orderBy}");
        BindValues(statement);
        return Rest(statement, s => (T)_map.Read(s));
    }

    /// <summary>Other columns of the rows than the whole row: dots of a map, say.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="tail">Grouping, order and limit; written by the program, never by a reader.</param>
    /// <param name="read">Reads one row.</param>
    public ImmutableArray<TOther> Select<TOther>(SqliteDb db, string columns, string tail, Func<SqliteStatement, TOther> read)
    {
        if (Empty)
        {
            return [];
        }

        var statement = db.Prepare($"SELECT {columns} FROM {_map.Table}{Conditions("")} {tail}");
        BindValues(statement);
        return Rest(statement, read);
    }

    /// <summary>How many rows fulfil each expression, read in one pass.</summary>
    /// <param name="db">Where.</param>
    /// <param name="instants">The values of the expressions' places.</param>
    /// <param name="expressions">Conditions; 1 counts every row.</param>
    public long[] Sums(SqliteDb db, ReadOnlySpan<DateTimeOffset> instants, params string[] expressions)
    {
        var sums = new long[expressions.Length];
        if (Empty)
        {
            return sums;
        }

        var each = string.Join(", ", expressions.Select(static e => $"coalesce(sum({e}), 0)"));
        var statement = db.Prepare($"SELECT {each} FROM {From}{Unsorted}");
        BindInstants(statement, instants);
        BindValues(statement);
        statement.Step();
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = statement.Number(i);
        }

        statement.Reset();
        return sums;
    }

    /// <summary>Sums over the rows of each group, in the order of the groups.</summary>
    /// <param name="db">Where.</param>
    /// <param name="by">The columns that make a group; they are read first.</param>
    /// <param name="sums">What is summed; written by the program, never by a reader.</param>
    /// <param name="instants">The values of the places in <paramref name="sums"/>.</param>
    /// <param name="read">Reads one group.</param>
    public ImmutableArray<TGroup> Groups<TGroup>(SqliteDb db, string by, string sums, ReadOnlySpan<DateTimeOffset> instants, Func<SqliteStatement, TGroup> read)
    {
        if (Empty)
        {
            return [];
        }

        var statement = db.Prepare($"SELECT {by}, {sums} FROM {From}{Unsorted} GROUP BY {by} ORDER BY {by}");
        BindInstants(statement, instants);
        BindValues(statement);
        return Rest(statement, read);
    }

    private (List<(T Row, ListCursor Place)> Rows, bool More) Read(SqliteDb db, ListOrder order, ListCursor? from, int size, string fingerprint)
    {
        var statement = db.Prepare(Sql(order, from is not null));
        BindValues(statement);
        if (from is not null)
        {
            if (order.Number is not null)
            {
                statement.Bind(from.Number).Bind(from.Number);
            }

            foreach (var part in from.Key)
            {
                statement.Bind(part);
            }
        }

        statement.Bind(size + 1);
        List<(T, ListCursor)> rows = new(Math.Min(size, MostRows));
        var width = _map.Width;
        var more = false;
        while (!more && statement.Step())
        {
            if (rows.Count == size)
            {
                more = true;
            }
            else
            {
                string[] key = [.. Enumerable.Range(width + 1, order.Key.Length).Select(statement.Text)];
                rows.Add(((T)_map.Read(statement), new ListCursor(fingerprint, statement.Number(width), key)));
            }
        }

        statement.Reset();
        return (rows, more);
    }

    private long Count(SqliteDb db)
    {
        var statement = db.Prepare($"SELECT count(*) FROM {From}{Unsorted}");
        BindValues(statement);
        statement.Step();
        var count = statement.Number(0);
        statement.Reset();
        return count;
    }

    private string From => _index is null ? _map.Table : $"{_map.Table} INDEXED BY {_index}";

    private string Unsorted => ByIndex(Conditions(""));

    private string Sql(ListOrder order, bool after)
    {
        var conditions = Conditions(after ? order.Beyond() : "");
        var found = $" FROM {From}{(_index is null ? conditions : ByIndex(conditions))} ORDER BY {order.Terms()} LIMIT ?";
        var wanted = $"SELECT {_map.Columns}, {order.Number ?? "0"}, {string.Join(", ", order.Key)}";
        return _index is null
            ? wanted + found
            : $"{wanted} FROM {_map.Table} WHERE rowid IN (SELECT rowid{found}) ORDER BY {order.Terms()}";
    }

    private string Conditions(string place)
    {
        var all = place.Length == 0 ? _conditions : [.. _conditions, place];
        return all.Count == 0 ? "" : " WHERE " + string.Join(" AND ", all.Select(static c => $"({c})"));
    }

    // Where nothing is sorted, or the index is named, an index that begins with the bureau cannot mislead.
    private static string ByIndex(string conditions) => conditions.Replace("+bureau", "bureau", StringComparison.Ordinal);

    private static ImmutableArray<TRead> Rest<TRead>(SqliteStatement statement, Func<SqliteStatement, TRead> read)
    {
        var rows = ImmutableArray.CreateBuilder<TRead>();
        while (statement.Step())
        {
            rows.Add(read(statement));
        }

        statement.Reset();
        return rows.ToImmutable();
    }

    private static void BindInstants(SqliteStatement statement, ReadOnlySpan<DateTimeOffset> instants)
    {
        foreach (var instant in instants)
        {
            statement.Bind((DateTimeOffset?)instant);
        }
    }

    private void BindValues(SqliteStatement statement)
    {
        foreach (var bind in _values)
        {
            bind(statement);
        }
    }
}
