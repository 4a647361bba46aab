using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Components.Recorders;
using Enforcement.Portal.Localization;

namespace Enforcement.Portal.Pages.Recorders;

/// <summary>The filters of the list of recorders as its address holds them. A word that means nothing narrows nothing, and is named.</summary>
/// <param name="State">in-store, issued, repair, retired.</param>
/// <param name="Contact">online, offline, unknown.</param>
/// <param name="Battery">low.</param>
/// <param name="Storage">low.</param>
/// <param name="Drift">yes.</param>
/// <param name="Recording">yes.</param>
/// <param name="Alarms">open.</param>
/// <param name="Holder">An officer's id.</param>
/// <param name="Text">Words of id, serial, model, holder.</param>
/// <param name="Order">contact, battery, storage; otherwise by id.</param>
internal sealed record FleetAddress(
    string? State, string? Contact, string? Battery, string? Storage, string? Drift, string? Recording, string? Alarms, string? Holder, string? Text, string? Order)
{
    /// <summary>The quick views: the parameter and its value behind each, and its words.</summary>
    public static readonly (string Id, string? Name, string? Value, Phrase Words)[] Views =
    [
        ("all", null, null, CommonText.All),
        ("online", "contact", "online", RecorderNames.Contacts[0].Name),
        ("offline", "contact", "offline", RecorderNames.Contacts[1].Name),
        ("unknown", "contact", "unknown", RecorderNames.Contacts[2].Name),
        ("recording", "recording", "yes", RecordersText.RecordingNow),
        ("battery", "battery", "low", RecordersText.LowBattery),
        ("storage", "storage", "low", RecordersText.LowStorage),
        ("drift", "drift", "yes", RecordersText.Drifted),
        ("alarms", "alarms", "open", RecordersText.Alarmed),
    ];

    public static readonly (string Id, RecorderOrder Order, Phrase Words)[] Orders =
    [
        ("", RecorderOrder.Id, RecordersText.ById),
        ("contact", RecorderOrder.LastContact, RecordersText.ByContact),
        ("battery", RecorderOrder.Battery, RecordersText.ByBattery),
        ("storage", RecorderOrder.Storage, RecordersText.ByStorage),
    ];

    /// <summary>Whether anything narrows the list.</summary>
    public bool Filtered => new[] { State, Contact, Battery, Storage, Drift, Recording, Alarms, Holder, Text }.Any(filter => !string.IsNullOrWhiteSpace(filter));

    /// <summary>The quick view that these filters are, or <see langword="null"/> when they are none of them.</summary>
    public string? View => new[] { State, Holder, Text }.Any(filter => !string.IsNullOrWhiteSpace(filter))
        ? null
        : Given.Where(given => given.Known && given.Name is not "state" and not "order").ToList() switch
        {
            [] => "all",
            [var (name, value, _)] => Array.Find(Views, view => view.Name == name && view.Value == value).Id,
            _ => null,
        };

    /// <summary>What stands in the address and means nothing, as <c>name=value</c>.</summary>
    public IEnumerable<string> Unknown => Given.Where(given => !given.Known).Select(given => $"{given.Name}={Short(given.Value)}");

    /// <summary>What the store is asked for.</summary>
    public RecorderQuery ToQuery() => new(
        Known("state"),
        Known("contact"),
        Blank(Holder),
        Known("recording") is not null,
        Known("battery") is not null,
        Known("storage") is not null,
        Known("drift") is not null,
        Known("alarms") is not null,
        Blank(Text),
        Array.Find(Orders, order => order.Id == Blank(Order)).Order);

    /// <summary>Text without the blanks around it; <see langword="null"/>: nothing.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private IEnumerable<(string Name, string Value, bool Known)> Given => new (string Name, string? Value, bool Known)[]
        {
            ("state", Blank(State), State is not null && RecorderNames.Knows(RecorderNames.States, State.Trim())),
            ("contact", Blank(Contact), Contact is not null && RecorderNames.Knows(RecorderNames.Contacts, Contact.Trim())),
            ("battery", Blank(Battery), Blank(Battery) == "low"),
            ("storage", Blank(Storage), Blank(Storage) == "low"),
            ("drift", Blank(Drift), Blank(Drift) == "yes"),
            ("recording", Blank(Recording), Blank(Recording) == "yes"),
            ("alarms", Blank(Alarms), Blank(Alarms) == "open"),
            ("order", Blank(Order), Array.Exists(Orders, order => order.Id == Blank(Order))),
        }
        .Where(given => given.Value is not null)
        .Select(given => (given.Name, given.Value!, given.Known));

    private string? Known(string name) => Given.FirstOrDefault(given => given.Name == name && given.Known).Value;

    private static string Short(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
