using Enforcement.Grains.Interfaces.Access;
using Enforcement.Portal.Localization;
using Enforcement.Portal.Session;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Enforcement.Portal.Layout;

/// <summary>The main navigation.</summary>
public sealed partial class NavMenu(PortalSession session, ILegalTime time)
{
    private static readonly (string Permission, bool Gap, string Url, string Icon, Phrase Name, NavLinkMatch Match)[] Everything =
    [
        (Permissions.SessionOwn, false, "/", "fa-house", LayoutText.Work, NavLinkMatch.All),
        (Permissions.CasesRead, false, "/city", "fa-map-location-dot", LayoutText.City, NavLinkMatch.Prefix),
        (Permissions.CasesStart, false, "/cases/new", "fa-plus", LayoutText.Start, NavLinkMatch.All),
        (Permissions.CasesRead, false, "/cases", "fa-folder-open", LayoutText.Cases, NavLinkMatch.All),
        (Permissions.RecordingsRead, false, "/recordings", "fa-video", LayoutText.Recordings, NavLinkMatch.Prefix),
        (Permissions.FleetRead, false, "/recorders", "fa-walkie-talkie", LayoutText.Recorders, NavLinkMatch.Prefix),
        (Permissions.FindingsRead, false, "/findings", "fa-flag", LayoutText.Findings, NavLinkMatch.Prefix),
        (Permissions.OfficersRead, true, "/officers", "fa-id-badge", LayoutText.Officers, NavLinkMatch.Prefix),
        (Permissions.OfficersRead, false, "/bureaus", "fa-building", LayoutText.Bureaus, NavLinkMatch.Prefix),
        (Permissions.RegulationsRead, false, "/regulations", "fa-book", LayoutText.Regulations, NavLinkMatch.Prefix),
        (Permissions.RegulationsRead, false, "/calendar", "fa-calendar-days", LayoutText.Calendar, NavLinkMatch.Prefix),
        (Permissions.AdminAccounts, true, "/admin/accounts", "fa-user-gear", LayoutText.Accounts, NavLinkMatch.Prefix),
        (Permissions.AdminAccounts, false, "/admin/tokens", "fa-key", LayoutText.Tokens, NavLinkMatch.Prefix),
    ];

    private List<(bool Gap, string Url, string Icon, string Name, NavLinkMatch Match)> _links = [];

    /// <summary>Whether it is unfolded on a narrow screen.</summary>
    [Parameter]
    public bool Open { get; set; }

    protected override async Task OnInitializedAsync()
    {
        List<(bool, string, string, string, NavLinkMatch)> links = [];
        foreach (var link in Everything)
        {
            if (await session.MayAsync(link.Permission))
            {
                links.Add((link.Gap, link.Url, link.Icon, link.Name, link.Match));
            }
        }

        if (await session.MayAsync(Permissions.AdminVerify, PortalSession.Municipality))
        {
            links.Add((false, "/admin/system", "fa-server", LayoutText.System, NavLinkMatch.Prefix));
        }

        if (time.Training && await session.MayAsync(Permissions.AdminClock, PortalSession.Municipality))
        {
            links.Add((false, "/admin/clock", "fa-clock", LayoutText.Clock, NavLinkMatch.Prefix));
        }

        _links = links;
    }
}
