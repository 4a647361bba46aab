namespace Enforcement.Storage.Sqlite;

/// <summary>How a list is sorted: by one number, then by the key, so that every row has its own place.</summary>
/// <param name="Number">An expression that is never null; <see langword="null"/> where the key alone is the order.</param>
/// <param name="Descending">Whether the largest number comes first.</param>
/// <param name="Key">The columns of the key.</param>
internal sealed record ListOrder(string? Number, bool Descending, params string[] Key)
{
    /// <summary>Whether the key descends; it ascends unless it is what the list is sorted by.</summary>
    public bool KeyDescending { get; init; }

    /// <summary>The same order from behind.</summary>
    public ListOrder Reversed() => this with { Descending = !Descending, KeyDescending = !KeyDescending };

    /// <summary>The terms of ORDER BY.</summary>
    public string Terms()
    {
        var key = string.Join(", ", Key.Select(column => column + (KeyDescending ? " DESC" : "")));
        return Number is null ? key : $"{Number}{(Descending ? " DESC" : "")}, {key}";
    }

    /// <summary>The condition of what comes after a place: the number twice, then the key.</summary>
    public string Beyond()
    {
        var (from, beyond) = Descending ? ("<=", "<") : (">=", ">");
        var key = $"({string.Join(", ", Key)}) {(KeyDescending ? "<" : ">")} ({string.Join(", ", Key.Select(static _ => "?"))})";
        return Number is null ? key : $"{Number} {from} ? AND ({Number} {beyond} ? OR {key})";
    }
}
