using Enforcement.Portal.Access;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Pages.Administration;

/// <summary>How the installation stands: verification, ledger, disk, data folder. While a verification runs the page follows it.</summary>
public sealed partial class SystemPage(ISystemDesk desk, PortalSession session, TimeProvider machine)
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    private SystemView? _view;
    private bool _denied;
    private bool _following;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await TryAsync(async () =>
        {
            _view = await desk.ViewAsync(await session.PersonAsync(), Leaving);
            _denied = _view is null;
        });
        if (_view?.Verification.Status == "running" && !_following)
        {
            _ = FollowAsync();
        }
    }

    private async Task VerifyAsync()
    {
        await TryAsync(async () => desk.Verify(await session.PersonAsync()));
        await LoadAsync();
    }

    private async Task FollowAsync()
    {
        _following = true;
        using var timer = new PeriodicTimer(Often, machine);
        try
        {
            while (_view?.Verification.Status == "running" && await timer.WaitForNextTickAsync(Leaving))
            {
                await InvokeAsync(LoadAsync);
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            _following = false;
        }
    }

    private static double DiskUsed(SystemView view) => view.DiskTotal == 0 ? 0 : 100 - (view.DiskFree * 100.0 / view.DiskTotal);

    private static string Status(string status) => status switch
    {
        "running" => AdministrationText.VerifyRunning,
        "sound" => AdministrationText.VerifySound,
        "unsound" => AdministrationText.VerifyUnsound,
        "failed" => AdministrationText.VerifyFailed,
        _ => AdministrationText.VerifyNever,
    };

    private static string Tone(string status) => status switch
    {
        "sound" => "tag-ok",
        "unsound" or "failed" => "tag-bad",
        "running" => "tag-info",
        _ => "tag-warn",
    };
}
