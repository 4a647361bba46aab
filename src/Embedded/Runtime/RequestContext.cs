using Enforcement.Embedded;

namespace Orleans.Runtime;

/// <summary>Values that travel with a call and the calls it makes, never back.</summary>
public static class RequestContext
{
    internal const string ReentrancyKey = "#CCR";

    // A dictionary in here is never changed after it was set, so a call may carry it on without a copy.
    private static readonly AsyncLocal<Dictionary<string, object>?> Local = new();

    /// <summary>The chain of calls that may come back in; <see cref="Guid.Empty"/>: none.</summary>
    public static Guid ReentrancyId
    {
        get => ReentrancyOf(Local.Value);
        set
        {
            if (value == Guid.Empty)
            {
                Remove(ReentrancyKey);
            }
            else
            {
                Set(ReentrancyKey, value);
            }
        }
    }

    /// <summary>The names that are set.</summary>
    public static IEnumerable<string> Keys => Local.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>Names and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Local.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    internal static Dictionary<string, object>? Values
    {
        get => Local.Value;
        set => Local.Value = value;
    }

    /// <summary>Lets calls of this chain back into the running grain until the section is disposed.</summary>
    public static ReentrancySection AllowCallChainReentrancy()
    {
        var original = ReentrancyId;
        return new ReentrancySection(original, original == Guid.Empty ? Guid.NewGuid() : original);
    }

    /// <summary>Keeps calls of this chain out until the section is disposed.</summary>
    public static ReentrancySection SuppressCallChainReentrancy() => new(ReentrancyId, Guid.Empty);

    /// <summary>The value, or <see langword="null"/>.</summary>
    public static object? Get(string key) => Local.Value is { } values && values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Sets a value for this flow of control and what it calls from now on.</summary>
    public static void Set(string key, object value) =>
        Local.Value = Local.Value is { } values ? new(values) { [key] = value } : new(1) { [key] = value };

    /// <summary>Removes a value. <see langword="false"/>: it was not set.</summary>
    public static bool Remove(string key)
    {
        if (Local.Value is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        var rest = new Dictionary<string, object>(values);
        rest.Remove(key);
        Local.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    /// <summary>Removes everything.</summary>
    public static void Clear()
    {
        if (Local.Value is not null)
        {
            Local.Value = null;
        }
    }

    internal static Guid ReentrancyOf(Dictionary<string, object>? values) =>
        values is not null && values.TryGetValue(ReentrancyKey, out var id) && id is Guid guid ? guid : Guid.Empty;

    /// <summary>A stretch of code with its own rule about the chain of calls.</summary>
    public readonly struct ReentrancySection : IDisposable
    {
        private readonly Guid _original;
        private readonly Guid _current;

        /// <summary>Enters the section.</summary>
        public ReentrancySection(Guid originalReentrancyId, Guid newReentrancyId)
        {
            _original = originalReentrancyId;
            _current = newReentrancyId;
            if (_current != _original)
            {
                ReentrancyId = _current;
            }

            if (_current != Guid.Empty)
            {
                Turns.Current?.EnterSection(_current);
            }
        }

        /// <summary>Leaves the section.</summary>
        public void Dispose()
        {
            if (_current != Guid.Empty)
            {
                Turns.Current?.LeaveSection(_current);
            }

            if (_current != _original)
            {
                ReentrancyId = _original;
            }
        }
    }
}
