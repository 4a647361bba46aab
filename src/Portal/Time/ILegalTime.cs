namespace Enforcement.Portal.Time;

/// <summary>What the legal clock shows [法定时钟], for pages.</summary>
public interface ILegalTime
{
    /// <summary>Now.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Whether this is a training installation, whose clock may be advanced.</summary>
    bool Training { get; }
}
