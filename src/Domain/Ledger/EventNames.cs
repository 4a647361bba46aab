using System.Collections.Frozen;

namespace Enforcement.Domain.Ledger;

/// <summary>The name an event has in the ledger, for ever, whatever its class is called.</summary>
/// <param name="Name">Lower case, dotted, such as <c>case.started</c>.</param>
/// <param name="Version">The version of its members, from 1.</param>
public readonly record struct EventName(string Name, int Version);

/// <summary>The one map between event classes and their names in the ledger. Every event is registered by hand; nothing is guessed from a class name.</summary>
public sealed class EventNames
{
    private readonly FrozenDictionary<Type, EventName> _names;
    private readonly FrozenDictionary<EventName, Type> _types;

    /// <summary>Makes the map.</summary>
    /// <param name="events">Every event class with its name and version.</param>
    /// <exception cref="ArgumentException">A class or a name with its version occurs twice, a name is misspelt, or a version is below 1.</exception>
    public EventNames(params IEnumerable<(Type Type, string Name, int Version)> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var names = new Dictionary<Type, EventName>();
        var types = new Dictionary<EventName, Type>();
        foreach (var (type, name, version) in events)
        {
            if (name.Length == 0 || version < 1 || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
            {
                throw new ArgumentException($"\"{name}\" version {version} is no event name: lower-case letters, digits, dots and hyphens, from version 1", nameof(events));
            }

            if (!names.TryAdd(type, new EventName(name, version)))
            {
                throw new ArgumentException($"{type} is registered twice", nameof(events));
            }

            if (!types.TryAdd(new EventName(name, version), type))
            {
                throw new ArgumentException($"\"{name}\" version {version} is registered twice", nameof(events));
            }
        }

        _names = names.ToFrozenDictionary();
        _types = types.ToFrozenDictionary();
    }

    /// <summary>Every registered class with its name, in no particular order.</summary>
    public IEnumerable<KeyValuePair<Type, EventName>> All => _names;

    /// <summary>The name of an event class.</summary>
    /// <param name="type">The class of the event.</param>
    /// <returns>Its name and version.</returns>
    /// <exception cref="ArgumentException">The class is not registered.</exception>
    public EventName NameOf(Type type) =>
        _names.TryGetValue(type, out var name) ? name : throw new ArgumentException($"{type} has no name in the ledger", nameof(type));

    /// <summary>The class of a name.</summary>
    /// <param name="name">The stable name.</param>
    /// <param name="version">The version.</param>
    /// <returns>The class of the event.</returns>
    /// <exception cref="ArgumentException">The name is unknown in this version: a ledger of a newer program, or a damaged one.</exception>
    public Type TypeOf(string name, int version) =>
        _types.TryGetValue(new EventName(name, version), out var type) ? type : throw new ArgumentException($"event \"{name}\" version {version} is unknown", nameof(name));
}
