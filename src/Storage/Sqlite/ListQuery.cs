using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>How a list is sorted: by one number, then by the key, so that every row has its own place.</summary>
/// <param name="Number">An expression that is never null.</param>
/// <param name="Descending">Whether the largest number comes first; the key always ascends.</param>
/// <param name="Key">The columns of the key.</param>
internal sealed record ListOrder(string Number, bool Descending, params string[] Key);

/// <summary>One list: conditions, order and page become SQL in one place, and so does the scope.</summary>
internal sealed class ListQuery<T>
    where T : ReadRow
{
    private const int MostRows = 500;

    private readonly RowMap _map = RowMap.Of(typeof(T));
    private readonly List<string> _conditions = [];
    private readonly List<Action<SqliteStatement>> _values = [];
    private readonly StringBuilder _fingerprint = new();

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

    public Page<T> Page(SqliteDb db, ListOrder order, PageRequest page)
    {
        if (page.Size is < 1 or > MostRows)
        {
            throw new ArgumentOutOfRangeException(nameof(page), $"a page has 1 to {MostRows} rows");
        }

        if (Empty)
        {
            return new Page<T>([], null, page.WithCount ? 0 : null);
        }

        var count = page.WithCount ? Count(db) : (long?)null;
        var fingerprint = ListCursor.Fingerprint($"{_map.Table}\u001f{order.Number}\u001f{order.Descending}\u001f{_fingerprint}");
        var cursor = page.After is null ? null : ListCursor.Parse(page.After, fingerprint, order.Key.Length);
        var statement = db.Prepare(Sql(order, cursor is not null));
        BindValues(statement);
        if (cursor is not null)
        {
            statement.Bind(cursor.Number).Bind(cursor.Number);
            foreach (var part in cursor.Key)
            {
                statement.Bind(part);
            }
        }

        statement.Bind(page.Size + 1);
        var rows = ImmutableArray.CreateBuilder<T>(page.Size);
        string? next = null;
        var last = 0L;
        string[] key = [];
        var width = _map.Width;
        while (statement.Step())
        {
            if (rows.Count == page.Size)
            {
                next = new ListCursor(fingerprint, last, key).ToString();
                break;
            }

            rows.Add((T)_map.Read(statement));
            last = statement.Number(width);
            key = [.. Enumerable.Range(width + 1, order.Key.Length).Select(statement.Text)];
        }

        statement.Reset();
        return new Page<T>(rows.ToImmutable(), next, count);
    }

    public ImmutableArray<T> All(SqliteDb db, string orderBy)
    {
        if (Empty)
        {
            return [];
        }

        var statement = db.Prepare($"SELECT {_map.Columns} FROM {_map.Table}{Conditions("")} ORDER BY {orderBy}");
        BindValues(statement);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (statement.Step())
        {
            rows.Add((T)_map.Read(statement));
        }

        statement.Reset();
        return rows.ToImmutable();
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
        var rows = ImmutableArray.CreateBuilder<TOther>();
        while (statement.Step())
        {
            rows.Add(read(statement));
        }

        statement.Reset();
        return rows.ToImmutable();
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
        var statement = db.Prepare($"SELECT {each} FROM {_map.Table}{Conditions("").Replace("+bureau", "bureau", StringComparison.Ordinal)}");
        foreach (var instant in instants)
        {
            statement.Bind((DateTimeOffset?)instant);
        }

        BindValues(statement);
        statement.Step();
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = statement.Number(i);
        }

        statement.Reset();
        return sums;
    }

    private long Count(SqliteDb db)
    {
        var statement = db.Prepare($"SELECT count(*) FROM {_map.Table}{Conditions("").Replace("+bureau", "bureau", StringComparison.Ordinal)}");
        BindValues(statement);
        statement.Step();
        var count = statement.Number(0);
        statement.Reset();
        return count;
    }

    private string Sql(ListOrder order, bool after)
    {
        var (sort, from, beyond) = order.Descending ? (" DESC", "<=", "<") : ("", ">=", ">");
        var key = string.Join(", ", order.Key);
        var place = after ? $"{order.Number} {from} ? AND ({order.Number} {beyond} ? OR ({key}) > ({string.Join(", ", order.Key.Select(static _ => "?"))}))" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {_map.Columns}, {order.Number}, {key} FROM {_map.Table}{Conditions(place)} ORDER BY {order.Number}{sort}, {key} LIMIT ?");
    }

    private string Conditions(string place)
    {
        var all = place.Length == 0 ? _conditions : [.. _conditions, place];
        return all.Count == 0 ? "" : " WHERE " + string.Join(" AND ", all.Select(static c => $"({c})"));
    }

    private void BindValues(SqliteStatement statement)
    {
        foreach (var bind in _values)
        {
            bind(statement);
        }
    }
}
