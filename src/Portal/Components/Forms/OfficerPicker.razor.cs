using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Forms;

/// <summary>Who was present, with the certificate shown or not.</summary>
public sealed partial class OfficerPicker
{
    private string _filter = "";
    private IReadOnlyList<OfficerRow> _rows = [];

    /// <summary>The officers in service who hold a certificate.</summary>
    [Parameter, EditorRequired]
    public OfficerRoll Roll { get; set; } = null!;

    /// <summary>Who is ticked, and whether the certificate was shown.</summary>
    [Parameter, EditorRequired]
    public Dictionary<string, bool> Chosen { get; set; } = null!;

    [Parameter]
    public EventCallback Changed { get; set; }

    [Parameter]
    public int Min { get; set; }

    [Parameter]
    public ImmutableArray<string> Articles { get; set; } = [];

    /// <summary>What is demanded, one by one, with the circumstances.</summary>
    [Parameter]
    public ImmutableArray<FormOfficers> Demands { get; set; } = [];

    /// <summary>The officer before the page, or <see langword="null"/>.</summary>
    [Parameter]
    public string? Me { get; set; }

    /// <summary>The day of the act at +08:00, against which certificates run out.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    [Parameter]
    public ImmutableArray<BrokenRule> Broken { get; set; } = [];

    private IEnumerable<OfficerRow> Listed => Roll.Many ? _rows : _rows.Where(o =>
        Chosen.ContainsKey(o.OfficerId) || _filter.Length == 0
        || o.Name.Contains(_filter, StringComparison.OrdinalIgnoreCase) || o.Certificate?.Contains(_filter, StringComparison.OrdinalIgnoreCase) == true);

    protected override void OnInitialized()
    {
        _filter = Roll.Text;
        Gather();
    }

    /// <summary>Who is chosen stays listed; nobody changes place under the hand that ticks.</summary>
    private void Gather()
    {
        var others = Chosen.Keys.Where(id => Roll.Found.All(row => row.OfficerId != id)).Order(StringComparer.Ordinal).Select(Roll.Find).OfType<OfficerRow>();
        _rows = [.. others, .. Roll.Found];
    }

    private async Task SearchAsync()
    {
        await Roll.SearchAsync(_filter, CancellationToken.None);
        Gather();
    }

    private Task PresentAsync(OfficerRow officer, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            Chosen.TryAdd(officer.OfficerId, false); // told twice after a cut, it must not take the tick beside it away
        }
        else
        {
            Chosen.Remove(officer.OfficerId);
        }

        return Changed.InvokeAsync();
    }

    private Task ShownAsync(OfficerRow officer, ChangeEventArgs change)
    {
        Chosen[officer.OfficerId] = change.Value is true;
        return Changed.InvokeAsync();
    }
}
