namespace Enforcement.Silo.Health;

/// <summary>Whether the demo city is still being made.</summary>
public interface ISeedStatus
{
    bool Seeding { get; }

    /// <summary>How far it is, for people; empty when nothing is being made.</summary>
    string Progress { get; }
}
