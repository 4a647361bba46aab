namespace Enforcement.Embedded;

/// <summary>Whose turn runs on this thread.</summary>
internal static class Turns
{
    [ThreadStatic]
    private static Activation? _current;

    public static Activation? Current => _current;

    public static Activation? Enter(Activation? activation)
    {
        var before = _current;
        _current = activation;
        return before;
    }
}
