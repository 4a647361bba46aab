using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows in order.</param>
/// <param name="Next">The cursor of the next page, or <see langword="null"/> on the last one. Opaque; good for the same filters and order only.</param>
/// <param name="Count">How many rows the whole list has now, or <see langword="null"/> if it was not asked for.</param>
/// <param name="Previous">The cursor of the page before, to be sent as <see cref="PageRequest.Before"/>, or <see langword="null"/> on the first one.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed record Page<T>(ImmutableArray<T> Rows, string? Next, long? Count, string? Previous = null)
    where T : ReadRow;

/// <summary>Which page is wanted.</summary>
/// <param name="Size">Rows a page, 1 to 500.</param>
/// <param name="After">The cursor of the page, or <see langword="null"/> for the first.</param>
/// <param name="WithCount">Whether the whole list is to be counted.</param>
/// <param name="Before">The cursor to go back from; excludes <paramref name="After"/>.</param>
public sealed record PageRequest(int Size = 50, string? After = null, bool WithCount = false, string? Before = null);
