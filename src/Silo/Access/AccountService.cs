using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Silo.Configuration;
using Microsoft.AspNetCore.Identity;

namespace Enforcement.Silo.Access;

/// <summary>A person to be given an account.</summary>
public sealed record NewAccount(string Name, string DisplayName, string? Certificate, ImmutableArray<Seat> Seats);

/// <summary>Keeps accounts: makes them, checks passwords, locks, disables. Time here is the machine's, not the law's.</summary>
public sealed partial class AccountService(
    AccountStore store, Bureaus bureaus, IPasswordHasher<Account> hasher, Settings settings, TimeProvider machine)
{
    /// <summary>Compared with when there is no such account, so that the answer takes as long as for one that exists.</summary>
    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(Nobody, Passwords.Make()));

    private static readonly Account Nobody = new("", "", null, [], "", MustChange: false, Disabled: false, 0, null, "", DateTimeOffset.UnixEpoch);

    public SignInResult SignIn(string name, string password)
    {
        var now = machine.GetUtcNow();
        DateTimeOffset? lockedUntil = null;

        // The attempt is counted before the password is looked at: a hundred at once count as a hundred.
        var account = store.Update(name, current =>
        {
            lockedUntil = current.LockedUntil > now ? current.LockedUntil : null;
            return lockedUntil is null ? Count(current, now) : current;
        });

        if (account is null)
        {
            hasher.VerifyHashedPassword(Nobody, _decoy.Value, password);
            return new SignInResult.Wrong();
        }

        if (lockedUntil is { } until)
        {
            return new SignInResult.Locked(until);
        }

        var verdict = hasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (verdict is PasswordVerificationResult.Failed)
        {
            return account.LockedUntil is { } locked ? new SignInResult.Locked(locked) : new SignInResult.Wrong();
        }

        var rehashed = verdict is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : null;
        account = store.Update(name, current => current with
        {
            Failures = 0,
            LockedUntil = null,
            PasswordHash = rehashed is not null && current.PasswordHash == account.PasswordHash ? rehashed : current.PasswordHash,
        })!;
        return account.Disabled ? new SignInResult.Disabled() : new SignInResult.Welcome(account);
    }

    /// <summary>Changes one's own password.</summary>
    /// <returns>Every broken rule; none when it is done.</returns>
    public IReadOnlyList<Violation> ChangePassword(string name, string current, string replacement)
    {
        if (SignIn(name, current) is not SignInResult.Welcome)
        {
            return [Fault("password.current", "当前密码不正确。", "The current password is wrong.", "请重新输入当前密码。", "Enter the current password again.", "currentPassword")];
        }

        List<Violation> broken = [.. Passwords.Check(replacement, name, settings.SignIn.PasswordLength)];
        if (replacement == current)
        {
            broken.Add(Fault("password.same", "新密码与当前密码相同。", "The new password is the current one.", "请另设一个密码。", "Choose another password.", "newPassword"));
        }

        if (broken.Count == 0)
        {
            store.Update(name, account => account with { PasswordHash = hasher.HashPassword(account, replacement), MustChange = false, Stamp = NewStamp() });
        }

        return broken;
    }

    /// <summary>Makes an account with a one-time password.</summary>
    /// <returns>The password, or every broken rule.</returns>
    public (string? Password, IReadOnlyList<Violation> Broken) Create(NewAccount person)
    {
        var broken = Check(person);
        if (broken.Count > 0)
        {
            return (null, broken);
        }

        var password = Passwords.Make();
        return store.Add(Build(person, password, mustChange: true))
            ? (password, [])
            : (null, [Fault("account.exists", $"账户名 {person.Name} 已被使用。", $"The name {person.Name} is taken.", "请另取账户名；账户名用后不再分配给他人。", "Choose another name; a name is never given to another person.", "name")]);
    }

    /// <summary>The account of a person with a given password; the rules on names and seats hold all the same.</summary>
    /// <exception cref="ArgumentException">A rule is broken: the caller is our own code.</exception>
    public Account Build(NewAccount person, string password, bool mustChange)
    {
        if (Check(person) is [var first, ..])
        {
            throw new ArgumentException(first.Text.En, nameof(person));
        }

        Account account = new(
            person.Name, person.DisplayName.Trim(), person.Certificate, person.Seats, "", mustChange, Disabled: false, 0, null, NewStamp(), machine.GetUtcNow());
        return account with { PasswordHash = hasher.HashPassword(account, password) };
    }

    /// <summary>Gives an account a new one-time password and ends its sessions and its lock.</summary>
    public string? ResetPassword(string name)
    {
        var password = Passwords.Make();
        return store.Update(name, account => account with
        {
            PasswordHash = hasher.HashPassword(account, password),
            MustChange = true,
            Failures = 0,
            LockedUntil = null,
            Stamp = NewStamp(),
        }) is null ? null : password;
    }

    /// <summary>Enables or disables an account; a disabled one is signed out everywhere.</summary>
    public Account? SetDisabled(string name, bool disabled) =>
        store.Update(name, account => account.Disabled == disabled ? account : account with { Disabled = disabled, Stamp = NewStamp() });

    /// <summary>Gives an account other seats; sessions in a seat that is gone end.</summary>
    public (Account? Account, IReadOnlyList<Violation> Broken) SetSeats(string name, ImmutableArray<Seat> seats)
    {
        var broken = CheckSeats(seats).ToList();
        return broken.Count > 0 ? (null, broken) : (store.Update(name, account => account with { Seats = seats }), []);
    }

    private Account Count(Account account, DateTimeOffset now)
    {
        var failures = account.LockedUntil is null ? account.Failures + 1 : 1; // a lock that has run out begins anew
        return account with
        {
            Failures = failures,
            LockedUntil = failures >= settings.SignIn.FailuresBeforeLock ? now.AddMinutes(settings.SignIn.LockMinutes) : null,
        };
    }

    private List<Violation> Check(NewAccount person)
    {
        List<Violation> broken = [.. CheckSeats(person.Seats)];
        if (!NamePattern().IsMatch(person.Name))
        {
            broken.Add(Fault("account.name", "账户名须为 2 至 32 位小写字母、数字、点、短横线，以字母开头。", "A name has 2 to 32 lower-case letters, digits, dots and hyphens and begins with a letter.", "请修改账户名。", "Change the name.", "name"));
        }

        if (string.IsNullOrWhiteSpace(person.DisplayName) || person.DisplayName.Length > 100)
        {
            broken.Add(Fault("account.display-name", "姓名须为 1 至 100 个字符。", "The name of the person has 1 to 100 characters.", "请填写姓名。", "Enter the name of the person.", "displayName"));
        }

        if (person.Certificate is { } number && (number.Length is 0 or > 40))
        {
            broken.Add(Fault("account.certificate", "执法证号须为 1 至 40 个字符。", "The number of the certificate has 1 to 40 characters.", "请核对执法证号。", "Check the number.", "certificate"));
        }

        return broken;
    }

    private IEnumerable<Violation> CheckSeats(ImmutableArray<Seat> seats)
    {
        if (seats.IsDefaultOrEmpty)
        {
            yield return Fault("account.no-role", "账户至少须有一个角色。", "An account has at least one role.", "请选择角色和单位。", "Choose a role and a bureau.", "seats");
            yield break;
        }

        foreach (var seat in seats)
        {
            if (bureaus.NameOf(seat.Bureau) is null)
            {
                yield return Fault("access.unknown-bureau", $"没有代码为 {seat.Bureau} 的单位。", $"There is no bureau {seat.Bureau}.", $"可选：{string.Join('、', bureaus.All.Select(b => b.Code))}。", $"Choose one of {string.Join(", ", bureaus.All.Select(b => b.Code))}.", "bureau");
            }
            else if (AccessRules.CheckSeat(seat.Role, seat.Bureau) is { } misplaced)
            {
                yield return misplaced;
            }
        }
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static Violation Fault(string code, string zh, string en, string nextZh, string nextEn, string member) =>
        new(code, null, new Words(zh, en), new Words(nextZh, nextEn), member);

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,31}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex NamePattern();
}
