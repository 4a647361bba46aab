using System.Collections.Immutable;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Pages.Administration;

/// <summary>Accounts of people: made, disabled, given a new one-time password.</summary>
public sealed partial class AccountsPage(IAccountDesk desk, PortalSession session)
{
    private readonly List<SeatLine> _seats = [];

    private ImmutableArray<AccountLine> _accounts = [];
    private ImmutableArray<SeatPlace> _places = [];
    private Asking? _asking;
    private string _name = "";
    private string _person = "";
    private string _certificate = "";
    private string _role = "officer";
    private string _bureau = "";
    private string _filter = "";
    private bool _creating;
    private bool _loaded;

    private ImmutableArray<AccountLine> Listed => _filter.Trim() is { Length: > 0 } sought
        ? [.. _accounts.Where(a => $"{a.Name} {a.DisplayName} {a.Certificate} {SeatsOf(a)}".Contains(sought, StringComparison.OrdinalIgnoreCase))]
        : _accounts;

    protected override async Task LoadAsync() => await TryAsync(async () =>
    {
        var me = await session.PersonAsync();
        _accounts = desk.List(me);
        _places = desk.Places(me);
        _bureau = _bureau.Length == 0 && !_places.IsEmpty ? _places[0].Bureau : _bureau;
        _loaded = true;
    });

    private void AddSeat()
    {
        SeatLine seat = new(_role, _bureau);
        if (!_seats.Contains(seat))
        {
            _seats.Add(seat);
        }
    }

    private async Task CreateAsync()
    {
        if (_seats.Count == 0)
        {
            AddSeat(); // whoever chose one and did not press "add" meant it
        }

        AccountDraft draft = new(_name.Trim(), _person.Trim(), string.IsNullOrWhiteSpace(_certificate) ? null : _certificate.Trim(), [.. _seats]);
        if (await SendAsync(draft.DisplayName, async () => desk.Create(await session.PersonAsync(), draft)))
        {
            _seats.Clear();
            (_creating, _name, _person, _certificate) = (false, "", "", "");
        }
    }

    private async Task ConfirmAsync(AccountLine account)
    {
        var reset = _asking is { Reset: true };
        _asking = null;
        await SendAsync(account.DisplayName, async () => reset
            ? desk.Reset(await session.PersonAsync(), account.Name)
            : desk.SetDisabled(await session.PersonAsync(), account.Name, disabled: true));
    }

    private Task SwitchAsync(AccountLine account) =>
        SendAsync(account.DisplayName, async () => desk.SetDisabled(await session.PersonAsync(), account.Name, disabled: false));

    private string SeatsOf(AccountLine account) => string.Join(Punctuation.Comma, account.Seats.Select(s => $"{Names.Role(s.Role)} · {PlaceName(s.Bureau)}"));

    private string PlaceName(string bureau) =>
        _places.FirstOrDefault(place => place.Bureau == bureau)?.Name.Here() ?? bureau;

    private sealed record Asking(string Name, bool Reset);
}
