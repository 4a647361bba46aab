using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Domain.Access;
using Microsoft.Data.Sqlite;

namespace Enforcement.Silo.Access;

/// <summary>The file with accounts and tokens. All of it is held in memory, since every request asks; every change is on disk before it is seen.</summary>
public sealed class AccountStore : IDisposable
{
    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE accounts (
            name TEXT PRIMARY KEY, display_name TEXT NOT NULL, certificate TEXT, password_hash TEXT NOT NULL, must_change INTEGER NOT NULL,
            disabled INTEGER NOT NULL, failures INTEGER NOT NULL, locked_until TEXT, stamp TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
        CREATE TABLE seats (
            account TEXT NOT NULL REFERENCES accounts (name), position INTEGER NOT NULL, role TEXT NOT NULL, bureau TEXT NOT NULL,
            PRIMARY KEY (account, position)) STRICT;
        CREATE TABLE tokens (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, bureau TEXT NOT NULL, created_by TEXT NOT NULL,
            created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT) STRICT;
        PRAGMA user_version = 1;
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<string, Account> _accounts = ImmutableSortedDictionary.Create<string, Account>(StringComparer.Ordinal);
    private ImmutableDictionary<string, ProgramToken> _tokensByHash = ImmutableDictionary<string, ProgramToken>.Empty;

    public AccountStore(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Migrate(path);
        Load();
    }

    public IReadOnlyCollection<Account> Accounts => [.. Volatile.Read(ref _accounts).Values];

    public IReadOnlyCollection<ProgramToken> Tokens => [.. Volatile.Read(ref _tokensByHash).Values.OrderBy(token => token.CreatedAt)];

    public Account? Find(string name) => Volatile.Read(ref _accounts).GetValueOrDefault(name);

    public ProgramToken? FindToken(string hash) => Volatile.Read(ref _tokensByHash).GetValueOrDefault(hash);

    /// <summary>Adds an account.</summary>
    /// <returns>Whether the name was free.</returns>
    public bool Add(Account account)
    {
        lock (_gate)
        {
            if (_accounts.ContainsKey(account.Name))
            {
                return false;
            }

            Write([account]);
            return true;
        }
    }

    /// <summary>Adds accounts in one transaction: all or none.</summary>
    public void AddAll(IReadOnlyCollection<Account> accounts)
    {
        lock (_gate)
        {
            Write(accounts);
        }
    }

    /// <summary>Changes an account; one change at a time, so that no failure to sign in is lost in a race.</summary>
    /// <returns>The account after the change, or <see langword="null"/> when there is none.</returns>
    public Account? Update(string name, Func<Account, Account> change)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(name, out var account))
            {
                return null;
            }

            var changed = change(account);
            if (changed != account)
            {
                Write([changed]);
            }

            return changed;
        }
    }

    public void Save(ProgramToken token)
    {
        lock (_gate)
        {
            Execute(
                """
                INSERT INTO tokens VALUES ($id, $name, $hash, $role, $bureau, $by, $created, $expires, $revoked)
                ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at
                """,
                ("$id", token.Id), ("$name", token.Name), ("$hash", token.Hash), ("$role", RoleNames.Wire(token.Seat.Role)), ("$bureau", token.Seat.Bureau),
                ("$by", token.CreatedBy), ("$created", Text(token.CreatedAt)), ("$expires", Text(token.ExpiresAt)), ("$revoked", Text(token.RevokedAt)));
            Volatile.Write(ref _tokensByHash, _tokensByHash.SetItem(token.Hash, token));
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Write(IReadOnlyCollection<Account> accounts)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var account in accounts)
        {
            Execute(
                """
                INSERT INTO accounts VALUES ($name, $display, $certificate, $hash, $must, $disabled, $failures, $locked, $stamp, $created)
                ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, certificate = excluded.certificate, password_hash = excluded.password_hash,
                    must_change = excluded.must_change, disabled = excluded.disabled, failures = excluded.failures, locked_until = excluded.locked_until, stamp = excluded.stamp
                """,
                ("$name", account.Name), ("$display", account.DisplayName), ("$certificate", account.Certificate), ("$hash", account.PasswordHash),
                ("$must", account.MustChange), ("$disabled", account.Disabled), ("$failures", account.Failures), ("$locked", Text(account.LockedUntil)),
                ("$stamp", account.Stamp), ("$created", Text(account.CreatedAt)));
            Execute("DELETE FROM seats WHERE account = $name", ("$name", account.Name));
            for (var i = 0; i < account.Seats.Length; i++)
            {
                Execute(
                    "INSERT INTO seats VALUES ($name, $position, $role, $bureau)",
                    ("$name", account.Name), ("$position", i), ("$role", RoleNames.Wire(account.Seats[i].Role)), ("$bureau", account.Seats[i].Bureau));
            }
        }

        transaction.Commit();
        Volatile.Write(ref _accounts, _accounts.SetItems(accounts.Select(account => KeyValuePair.Create(account.Name, account))));
    }

    private void Migrate(string path)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (version > Version)
        {
            throw new Hosting.InstallationException($"{path} was made by a newer program (schema {version}, this one knows {Version}). Use that program.");
        }

        if (version == 0)
        {
            using var transaction = _connection.BeginTransaction();
            Execute(Schema);
            transaction.Commit();
        }
    }

    private void Load()
    {
        var seats = Query("SELECT account, role, bureau FROM seats ORDER BY account, position", row =>
                (Account: row.GetString(0), Seat: new Seat(RoleOf(row.GetString(1)), row.GetString(2))))
            .ToLookup(pair => pair.Account, pair => pair.Seat, StringComparer.Ordinal);
        _accounts = _accounts.SetItems(Query("SELECT * FROM accounts", row => new Account(
                row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), [.. seats[row.GetString(0)]], row.GetString(3), row.GetBoolean(4),
                row.GetBoolean(5), row.GetInt32(6), InstantOrNull(row, 7), row.GetString(8), Instant(row, 9)))
            .Select(account => KeyValuePair.Create(account.Name, account)));
        _tokensByHash = Query("SELECT * FROM tokens", row => new ProgramToken(
                row.GetString(0), row.GetString(1), row.GetString(2), new Seat(RoleOf(row.GetString(3)), row.GetString(4)), row.GetString(5), Instant(row, 6),
                Instant(row, 7), InstantOrNull(row, 8)))
            .ToImmutableDictionary(token => token.Hash, StringComparer.Ordinal);
    }

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> map)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        List<T> rows = [];
        while (row.Read())
        {
            rows.Add(map(row));
        }

        return rows;
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private static Role RoleOf(string wire) =>
        RoleNames.Parse(wire) ?? throw new InvalidDataException($"The accounts file names the role {wire}, which this program does not know.");

    private static string? Text(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(SqliteDataReader row, int column) => DateTimeOffset.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    private static DateTimeOffset? InstantOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row, column);
}
