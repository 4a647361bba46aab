namespace Enforcement.Domain;

/// <summary>The answer of a rule to a command: facts to record, or every rule that forbids it.</summary>
/// <remarks>A refusal is an expected outcome that is shown to the officer, so it is a value. Exceptions mean a bug or a lost store.</remarks>
/// <typeparam name="TEvent">The family of facts that the aggregate records.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    /// <summary>The facts to append, in order. Empty: the command was already done, nothing is to be written.</summary>
    /// <param name="Events">The facts, oldest first.</param>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The command is forbidden. Nothing is written.</summary>
    /// <param name="Violations">All broken rules, never empty.</param>
    public sealed record Refused(IReadOnlyList<Violation> Violations) : Decision<TEvent>;
}
