using System.Collections.Immutable;
using System.Globalization;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>Registers one recorder. Model and bureau stay for the next one, which is mostly of the same delivery.</summary>
public sealed partial class RegisterForm(IRecorderDesk desk, PortalSession session)
{
    private const double Gigabyte = 1L << 30;
    private const double MostGigabytes = 100 * 1024;

    private static readonly (string Member, Phrase Name, Phrase? Hint, bool Required)[] Members =
    [
        ("id", RecordersText.Id, RecordersText.IdHint, true),
        ("serial", RecordersText.Serial, RecordersText.SerialHint, true),
        ("model", RecordersText.Model, null, true),
        ("storageBytes", RecordersText.CapacityGb, RecordersText.CapacityHint, false),
        ("note", RecordersText.Remark, null, false),
    ];

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private ImmutableArray<BrokenRule> _broken = [];
    private string _bureau = "";
    private string? _registered;
    private string? _key;
    private string _command = PortalSession.NewCommandId();

    /// <summary>The bureaus whose recorders the person manages.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<BureauRow> Bureaus { get; set; } = [];

    private ImmutableArray<BrokenRule> Elsewhere => [.. _broken.Where(rule => PlaceOf(rule) is null)];

    private string this[string member]
    {
        get => _typed.GetValueOrDefault(member, "");
        set => _typed[member] = value;
    }

    protected override void OnParametersSet() => _bureau = _bureau.Length == 0 && !Bureaus.IsEmpty ? Bureaus[0].BureauId : _bureau;

    private async Task SendAsync()
    {
        (_registered, _key, _broken) = (null, null, []);
        var id = this["id"].Trim();
        var capacity = Capacity();
        _broken =
        [
            .. Members.Where(member => member.Required && string.IsNullOrWhiteSpace(this[member.Member])).Select(member => new BrokenRule(
                "portal.required", null, null, Filled(RecordersText.Missing, member.Name), Filled(RecordersText.MissingNext, member.Name), member.Member)),
        ];
        if (capacity is null)
        {
            _broken = _broken.Add(new BrokenRule("portal.capacity", null, null, Both(RecordersText.BadCapacity), Both(RecordersText.BadCapacityNext), "storageBytes"));
        }

        if (!_broken.IsEmpty)
        {
            return;
        }

        RegisterRecorder request = new(_bureau, this["model"].Trim(), this["serial"].Trim(), capacity ?? 0, this["note"].Trim());
        RecorderKeyAnswer? answer = null;
        if (!await TryAsync(async () => answer = await desk.RegisterAsync(await session.PersonAsync(), id, request, _command)) || answer is null)
        {
            return; // what was typed stays, and the same command may be sent again
        }

        (_broken, _command) = (answer.Broken, PortalSession.NewCommandId());
        if (answer.Done)
        {
            (_registered, _key) = (id, answer.Key);
            (this["id"], this["serial"], this["note"]) = ("", "", "");
        }
    }

    private long? Capacity()
    {
        var typed = this["storageBytes"].Trim();
        return typed.Length == 0
            ? 0
            : double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) && size <= MostGigabytes ? (long)(size * Gigabyte) : null;
    }

    private ImmutableArray<BrokenRule> Of(string member) => [.. _broken.Where(rule => PlaceOf(rule) == member)];

    private static string? PlaceOf(BrokenRule rule) => rule.Member switch
    {
        "recorder" or "recorderId" => "id",
        "bureau" => "bureau",
        var member => Array.Find(Members, known => known.Member == member).Member,
    };

    private static int Most(string member) => member switch { "note" => 500, "model" => 100, "storageBytes" => 12, _ => 64 };

    private static Wording Filled(Phrase phrase, Phrase name) => new(
        string.Format(CultureInfo.InvariantCulture, phrase.Zh, name.Zh), string.Format(CultureInfo.InvariantCulture, phrase.En, name.En.ToLowerInvariant()));

    private static Wording Both(Phrase phrase) => new(phrase.Zh, phrase.En);
}
