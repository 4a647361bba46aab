namespace Enforcement.Embedded.Tests.Strict;

internal interface IStrictGrain : IGrainWithStringKey
{
    Task Keep(Mutable value);

    Task<Mutable> Kept();

    Task<object?> Echo(object? value);

    Task<object> AnswerUndeclared();

    Task<IReadOnlyList<int>> AnswerCollectionExpression();

    Task<object> AnswerItself();

    Task<Hostile> AnswerHostile();

    Task Fail(bool declared);
}

/// <summary>A collection that does not let itself be read.</summary>
[GenerateSerializer]
[Alias("strict.hostile")]
internal sealed class Hostile
{
    [Id(0)]
    public Dictionary<HostileKey, int> Map { get; } = new() { [new HostileKey()] = 1 };
}

[GenerateSerializer]
[Alias("strict.hostile-key")]
internal sealed class HostileKey
{
    [Id(0)]
    private readonly string _text = "made by its constructor";

    public static bool IsHostile { get; set; }

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => IsHostile ? throw new FormatException("no hash") : _text.Length;
}

[GenerateSerializer]
[Alias("strict.mutable")]
internal sealed class Mutable
{
    [Id(0)]
    public int Kept { get; set; }

    [Id(1)]
    public List<int> Parts { get; set; } = [];

    [Id(2)]
    public Mutable? Self { get; set; }

    public int Forgotten { get; set; }
}

internal sealed class Undeclared;

[GenerateSerializer]
[Alias("strict.declared")]
public sealed class DeclaredException(string message) : Exception(message)
{
    [Id(0)]
    public int Kept { get; set; } = 1;

    public int Forgotten { get; set; } = 1;
}

public sealed class UndeclaredException(string message) : Exception(message);

[GrainType("strict.grain")]
internal sealed class StrictGrain : Grain, IStrictGrain
{
    private Mutable _kept = new();

    public Task Keep(Mutable value)
    {
        _kept = value;
        return Task.CompletedTask;
    }

    public Task<Mutable> Kept() => Task.FromResult(_kept);

    public Task<object?> Echo(object? value) => Task.FromResult(value);

    public Task<object> AnswerUndeclared() => Task.FromResult<object>(new Undeclared());

    public Task<IReadOnlyList<int>> AnswerCollectionExpression() => Task.FromResult<IReadOnlyList<int>>([1, 2]);

    public Task<object> AnswerItself() => Task.FromResult<object>(this);

    public Task<Hostile> AnswerHostile()
    {
        HostileKey.IsHostile = false;
        var answer = new Hostile();
        HostileKey.IsHostile = true;
        return Task.FromResult(answer);
    }

    public Task Fail(bool declared) => throw (declared ? new DeclaredException("no") : new UndeclaredException("no"));
}
