using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Components.Tables;

/// <summary>Pages of a list by the cursor that stands in the address.</summary>
internal static class CursorPages
{
    /// <summary>The page that is wanted; the first where its cursor is of another filter, or one that somebody typed: that serves as well.</summary>
    /// <param name="read">Reads a page.</param>
    /// <param name="wanted">Which one.</param>
    public static async Task<Page<TRow>> ReadAsync<TRow>(Func<PageRequest, Task<Page<TRow>>> read, PageRequest wanted)
        where TRow : ReadRow
    {
        try
        {
            return await read(wanted);
        }
        catch (ArgumentException) when (wanted.After is not null || wanted.Before is not null)
        {
            return await read(wanted with { After = null, Before = null });
        }
    }
}
