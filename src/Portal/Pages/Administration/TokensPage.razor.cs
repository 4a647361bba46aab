using System.Collections.Immutable;
using Enforcement.Portal.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Pages.Administration;

/// <summary>Keys of programs: made, shown once, revoked.</summary>
public sealed partial class TokensPage(ITokenDesk desk, IAccountDesk accounts, PortalSession session)
{
    private ImmutableArray<TokenLine> _tokens = [];
    private ImmutableArray<SeatPlace> _places = [];
    private string? _asking;
    private string _name = "";
    private string _role = "fleet-manager";
    private string _bureau = "";
    private int _days = 365;
    private bool _creating;
    private bool _loaded;

    protected override async Task LoadAsync() => await TryAsync(async () =>
    {
        var me = await session.PersonAsync();
        _tokens = desk.List(me);
        _places = accounts.Places(me);
        _bureau = _bureau.Length == 0 && !_places.IsEmpty ? _places[0].Bureau : _bureau;
        _loaded = true;
    });

    private async Task CreateAsync()
    {
        TokenDraft draft = new(_name.Trim(), new SeatLine(_role, _bureau), _days);
        if (await SendAsync(draft.Name, async () => desk.Create(await session.PersonAsync(), draft)))
        {
            (_creating, _name) = (false, "");
        }
    }

    private async Task RevokeAsync(TokenLine token)
    {
        _asking = null;
        await SendAsync(token.Name, async () => desk.Revoke(await session.PersonAsync(), token.Id));
    }

    private string PlaceName(string bureau) => accounts.NameOf(bureau)?.Here() ?? bureau;

    private static string State(string state) => state switch
    {
        "live" => AdministrationText.TokenLive,
        "expired" => AdministrationText.TokenExpired,
        _ => AdministrationText.TokenRevoked,
    };

    private static string Tone(string state) => state == "live" ? "tag-ok" : "tag-plain";
}
