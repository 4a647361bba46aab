using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Components.Live;

/// <summary>A page of rows that is read anew by itself and does not move under the reader: each row stays in its place with its latest values, until the reader asks for the new list.</summary>
/// <param name="keyOf">What makes a row that row.</param>
internal sealed class HeldRows<TRow>(Func<TRow, string> keyOf)
    where TRow : ReadRow
{
    private Page<TRow>? _fresh;

    /// <summary>What is shown; <see langword="null"/>: not yet read.</summary>
    public Page<TRow>? Page { get; private set; }

    /// <summary>Whether the list would look different by now.</summary>
    public bool Moved { get; private set; }

    /// <summary>Shows a page that the reader asked for.</summary>
    public void Show(Page<TRow>? page) => (Page, _fresh, Moved) = (page, null, false);

    /// <summary>Takes a page that was read.</summary>
    /// <param name="fresh">The page.</param>
    /// <param name="asked">Whether the reader asked for it; otherwise it is an update.</param>
    /// <param name="read">Reads a row that is no longer on the page.</param>
    public async Task TakeAsync(Page<TRow> fresh, bool asked, Func<TRow, Task<TRow?>> read)
    {
        if (asked)
        {
            Show(fresh);
        }
        else
        {
            await UpdateAsync(fresh, read);
        }
    }

    /// <summary>Takes a page that was read again: values change, places do not.</summary>
    /// <param name="fresh">The page as it would be shown now.</param>
    /// <param name="read">Reads a row that is no longer on the page; <see langword="null"/>: it is gone, and the last that was known of it stays.</param>
    public async Task UpdateAsync(Page<TRow> fresh, Func<TRow, Task<TRow?>> read)
    {
        if (Page is not { } shown || shown.Rows.IsEmpty)
        {
            Show(fresh);
            return;
        }

        var known = fresh.Rows.ToDictionary(keyOf, StringComparer.Ordinal);
        var rows = shown.Rows.ToBuilder();
        for (var place = 0; place < rows.Count; place++)
        {
            rows[place] = known.GetValueOrDefault(keyOf(rows[place])) ?? await read(rows[place]) ?? rows[place];
        }

        Moved = !fresh.Rows.Select(keyOf).SequenceEqual(rows.Select(keyOf), StringComparer.Ordinal);
        (Page, _fresh) = (fresh with { Rows = rows.ToImmutable() }, fresh);
    }

    /// <summary>The reader wants the new list.</summary>
    public void Accept() => Show(_fresh ?? Page);
}
