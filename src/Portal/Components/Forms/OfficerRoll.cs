using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Portal.Components.Forms;

/// <summary>The officers that may be chosen: all of them while they are few, else those that a search in the register finds.</summary>
public sealed class OfficerRoll(IReadModel reads, BureauScope scope, OfficerQuery eligible)
{
    /// <summary>As many are listed at once.</summary>
    public const int Few = 50;

    private readonly Dictionary<string, OfficerRow> _known = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>What is listed: all, or what the last search found.</summary>
    public ImmutableArray<OfficerRow> Found { get; private set; } = [];

    /// <summary>How many fit the last search.</summary>
    public long Count { get; private set; }

    /// <summary>What was searched last.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether there are more than can be listed, so that they have to be searched.</summary>
    public bool Many { get; private set; }

    /// <summary>Whether there is nobody to be chosen.</summary>
    public bool Empty => !Many && Found.IsEmpty;

    /// <summary>Reads the first of them, and some more that are chosen already.</summary>
    public async Task OpenAsync(CancellationToken ct, params IEnumerable<string?> chosen)
    {
        await SearchAsync("", ct);
        Many = Count > Found.Length;
        await KnowAsync(chosen, ct);
    }

    /// <summary>Searches by a part of name, id or certificate number. An answer that a later search has overtaken is dropped.</summary>
    public async Task SearchAsync(string text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = ++_asked;
        Text = text;
        var page = await reads.OfficerPageAsync(
            scope, eligible with { Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim() }, new PageRequest(Few, WithCount: true), ct);
        if (asked == _asked)
        {
            (Found, Count) = (page.Rows, page.Count ?? page.Rows.Length);
            Keep(page.Rows);
        }
    }

    /// <summary>Reads officers that are chosen already, also those who could not be chosen any more.</summary>
    public async Task KnowAsync(IEnumerable<string?> ids, CancellationToken ct)
    {
        ImmutableArray<string> unknown = [.. ids.OfType<string>().Where(id => id.Length > 0 && !_known.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        if (!unknown.IsEmpty)
        {
            Keep(await reads.OfficersAsync(scope, unknown, ct));
        }
    }

    /// <summary>An officer who was read; <see langword="null"/>: nobody known.</summary>
    public OfficerRow? Find(string? id) => id is null ? null : _known.GetValueOrDefault(id);

    /// <summary>Whether an officer who was read may be chosen.</summary>
    public bool Offers(string id) => Find(id) is { } officer
        && (eligible.InService is not { } inService || officer.Active == inService)
        && (!eligible.Certified || officer.Certificate is { Length: > 0 });

    private void Keep(ImmutableArray<OfficerRow> rows)
    {
        foreach (var row in rows)
        {
            _known[row.OfficerId] = row;
        }
    }
}
