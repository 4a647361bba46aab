using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Forms;

/// <summary>The form of an act. It writes into its model and tells the page that something changed; it sends nothing.</summary>
public sealed partial class ActForm
{
    [Parameter, EditorRequired]
    public ActFormModel Model { get; set; } = null!;

    /// <summary>Something in the form changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Officers in service with a certificate; absent: the form asks for none.</summary>
    [Parameter]
    public OfficerRoll? Officers { get; set; }

    /// <summary>Recordings that no case has taken yet.</summary>
    [Parameter]
    public IReadOnlyList<RecordingRow> Recordings { get; set; } = [];

    /// <summary>The recorders that the person before the page holds.</summary>
    [Parameter]
    public IReadOnlySet<string> Recorders { get; set; } = new HashSet<string>();

    /// <summary>Announces a recording; absent: the person may not.</summary>
    [Parameter]
    public Func<AnnounceHere.NewRecording, Task<ImmutableArray<BrokenRule>>>? Announce { get; set; }

    /// <summary>Standing entries of the case that this act may be about.</summary>
    [Parameter]
    public IReadOnlyList<ActView> Referable { get; set; } = [];

    /// <summary>Consents to a late entry that stand in the case.</summary>
    [Parameter]
    public IReadOnlyList<ActView> Consents { get; set; } = [];

    /// <summary>A field that the page asks for in its own way.</summary>
    [Parameter]
    public string? HiddenField { get; set; }

    /// <summary>The account of the person before the page.</summary>
    [Parameter]
    public string Me { get; set; } = "";

    /// <summary>The bureau, as its papers name it.</summary>
    [Parameter]
    public string Bureau { get; set; } = "";

    /// <summary>Case number, cause and party, as papers state them.</summary>
    [Parameter]
    public ImmutableArray<SheetRow> About { get; set; } = [];

    [Parameter]
    public DateTimeOffset Now { get; set; }

    private IReadOnlyList<OfficerRow> Present => [.. Model.Officers.Keys.Order(StringComparer.Ordinal).Select(id => Officers?.Find(id)).OfType<OfficerRow>()];

    private DateTimeOffset ActAt => Dates.FromInput(Model.OccurredAt) is { } at && at < Now ? at : Now;

    private DateOnly ActDay => Dates.DayOf(ActAt);

    private IReadOnlyList<RecordingOffer> Offers => RecordingOffer.Of(Recordings, ActAt, Me, Recorders, Model.Officers.Keys);

    private Task SetAsync(FormField field, string value)
    {
        Model.Values[field.Id] = value;
        return Changed.InvokeAsync();
    }
}
