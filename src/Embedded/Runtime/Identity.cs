namespace Orleans.Runtime;

/// <summary>Anything that can be called by reference.</summary>
public interface IAddressable;

/// <summary>The text of a key or type.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>
{
    private readonly string? _text;

    private IdSpan(string text) => _text = text;

    /// <summary>Whether nothing was set.</summary>
    public bool IsDefault => string.IsNullOrEmpty(_text);

    /// <summary>Wraps a text.</summary>
    public static IdSpan Create(string id) => new(id);

    /// <inheritdoc />
    public bool Equals(IdSpan obj) => string.Equals(_text, obj._text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _text is null ? 0 : string.GetHashCode(_text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <summary>Same text.</summary>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <summary>Other text.</summary>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}

/// <summary>The name of a grain class.</summary>
/// <param name="id">The name.</param>
public readonly struct GrainType(IdSpan id) : IEquatable<GrainType>
{
    /// <summary>The name.</summary>
    public IdSpan Value => id;

    /// <summary>Whether nothing was set.</summary>
    public bool IsDefault => id.IsDefault;

    /// <summary>Wraps a name.</summary>
    public static GrainType Create(string value) => new(IdSpan.Create(value));

    /// <inheritdoc />
    public bool Equals(GrainType obj) => id.Equals(obj.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => id.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => id.ToString();

    /// <summary>Same name.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Other name.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}

/// <summary>Class and key of a grain.</summary>
/// <param name="type">The class.</param>
/// <param name="key">The key.</param>
public readonly struct GrainId(GrainType type, IdSpan key) : IEquatable<GrainId>
{
    /// <summary>The class.</summary>
    public GrainType Type => type;

    /// <summary>The key.</summary>
    public IdSpan Key => key;

    /// <summary>Whether nothing was set.</summary>
    public bool IsDefault => type.IsDefault && key.IsDefault;

    /// <summary>From two texts.</summary>
    public static GrainId Create(string type, string key) => new(GrainType.Create(type), IdSpan.Create(key));

    /// <summary>From a class and a text.</summary>
    public static GrainId Create(GrainType type, string key) => new(type, IdSpan.Create(key));

    /// <summary>From a class and a key.</summary>
    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);

    /// <summary>Reads <c>type/key</c>.</summary>
    public static GrainId Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0
            ? throw new FormatException($"'{value}' is not a grain id, which is written as type/key.")
            : Create(value[..slash], value[(slash + 1)..]);
    }

    /// <inheritdoc />
    public bool Equals(GrainId other) => key.Equals(other.Key) && type.Equals(other.Type);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(type, key);

    /// <inheritdoc />
    public override string ToString() => $"{type}/{key}";

    /// <summary>Same grain.</summary>
    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);

    /// <summary>Other grain.</summary>
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
