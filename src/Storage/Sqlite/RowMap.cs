using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Enforcement.Domain.Ledger;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Storage.Sqlite;

/// <summary>How a row type meets its table, found once by convention: the members of the record in their order, in snake_case.</summary>
internal sealed class RowMap
{
    private static readonly ConcurrentDictionary<Type, RowMap> Maps = new();

    private readonly ConstructorInvoker _make;
    private readonly Column[] _columns;
    private readonly Column[] _keys;
    private readonly Func<object, object?>? _bureau;

    private RowMap(Type type)
    {
        var attribute = type.GetCustomAttribute<ReadTableAttribute>() ?? throw new InvalidOperationException($"{type} has no [ReadTable]");
        var constructor = type.GetConstructors().MaxBy(static c => c.GetParameters().Length)!;
        _make = ConstructorInvoker.Create(constructor);
        _columns = [.. constructor.GetParameters().Select(p => new Column(type.GetProperty(p.Name!) ?? throw new InvalidOperationException($"{type}.{p.Name} is no member")))];
        _bureau = type.GetProperty("Bureau") is { } bureau ? bureau.GetValue : null;
        Table = attribute.Table;
        Columns = string.Join(", ", _columns.Select(static c => c.Name));
        Upsert = MakeUpsert(attribute);
        _keys = [.. attribute.Key.Select(key => Array.Find(_columns, c => c.Name == SnakeCase(key))!)];
        Delete = $"DELETE FROM {Table} WHERE {string.Join(" AND ", _keys.Select(static c => $"{c.Name} = ?"))}";
    }

    public string Table { get; }

    /// <summary>The columns in the order that <see cref="Read"/> expects.</summary>
    public string Columns { get; }

    /// <summary>How many columns there are.</summary>
    public int Width => _columns.Length;

    public string Upsert { get; }

    public string Delete { get; }

    public static RowMap Of(Type type) => Maps.GetOrAdd(type, static t => new RowMap(t));

    public string? BureauOf(ReadRow row) => (string?)_bureau?.Invoke(row);

    public void Write(SqliteDb db, ReadRow row)
    {
        var statement = db.Prepare(Upsert);
        foreach (var column in _columns)
        {
            column.Bind(statement, column.Member.GetValue(row));
        }

        statement.Run();
    }

    public void Remove(SqliteDb db, ReadRow row)
    {
        var statement = db.Prepare(Delete);
        foreach (var column in _keys)
        {
            column.Bind(statement, column.Member.GetValue(row));
        }

        statement.Run();
    }

    public ReadRow Read(SqliteStatement statement)
    {
        var values = new object?[_columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = statement.IsNull(i) ? null : _columns[i].Read(statement, i);
        }

        return (ReadRow)_make.Invoke(values.AsSpan());
    }

    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                text.Append(text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private string MakeUpsert(ReadTableAttribute attribute)
    {
        var keys = attribute.Key.Select(SnakeCase).ToArray();
        var others = _columns.Select(static c => c.Name).Except(keys, StringComparer.Ordinal).Select(static c => $"{c} = excluded.{c}");
        return $"INSERT INTO {Table} ({Columns}) VALUES ({string.Join(", ", _columns.Select(static _ => "?"))}) "
            + $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", others)}";
    }

    private sealed class Column
    {
        public Column(PropertyInfo member)
        {
            Member = member;
            Name = SnakeCase(member.Name);
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            (Bind, Read) = Type.GetTypeCode(type) switch
            {
                TypeCode.String => (static (s, v) => s.Bind((string?)v), static (s, i) => s.Text(i)),
                TypeCode.Boolean => (static (s, v) => s.Bind(v is null ? null : (bool)v ? 1L : 0L), static (s, i) => s.Number(i) != 0),
                TypeCode.Int32 when !type.IsEnum => (static (s, v) => s.Bind(v is null ? null : (long)(int)v), static (s, i) => checked((int)s.Number(i))),
                TypeCode.Int64 => (static (s, v) => s.Bind((long?)v), static (s, i) => s.Number(i)),
                _ when type == typeof(DateTimeOffset) => (static (s, v) => s.Bind((DateTimeOffset?)v), static (s, i) => s.Instant(i)),
                _ when type == typeof(DateOnly) => ((Action<SqliteStatement, object?>, Func<SqliteStatement, int, object>))(
                    static (s, v) => s.Bind(((DateOnly?)v)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    static (s, i) => DateOnly.ParseExact(s.Text(i), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                _ => throw new InvalidOperationException($"{member.DeclaringType}.{member.Name}: a row has no column for {type}"),
            };
        }

        public PropertyInfo Member { get; }

        public string Name { get; }

        public Action<SqliteStatement, object?> Bind { get; }

        public Func<SqliteStatement, int, object> Read { get; }
    }
}
