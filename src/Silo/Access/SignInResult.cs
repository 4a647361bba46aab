namespace Enforcement.Silo.Access;

/// <summary>The answer to a name and a password.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>The right person.</summary>
    public sealed record Welcome(Account Account) : SignInResult;

    /// <summary>No such account, or not its password: nobody learns which.</summary>
    public sealed record Wrong : SignInResult;

    /// <summary>Too many wrong passwords; the account is locked for everybody until then.</summary>
    public sealed record Locked(DateTimeOffset Until) : SignInResult;

    /// <summary>The right password of an account that an administrator has disabled.</summary>
    public sealed record Disabled : SignInResult;
}
