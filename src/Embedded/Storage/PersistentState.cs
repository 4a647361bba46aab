using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>State of a grain, read before its activation.</summary>
/// <typeparam name="TState">Its type; a new object when there is no record.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;

/// <summary>What a <see cref="PersistentStateAttribute"/> says.</summary>
public interface IPersistentStateConfiguration
{
    /// <summary>The name of the state within the grain.</summary>
    string StateName { get; }

    /// <summary>The name of the store; <see langword="null"/>: the default one.</summary>
    string? StorageName { get; }
}

/// <summary>Asks for a persistent state as a constructor parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute, IPersistentStateConfiguration
{
    /// <summary>Names state and store.</summary>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <inheritdoc />
    public string StateName { get; }

    /// <inheritdoc />
    public string? StorageName { get; }
}
