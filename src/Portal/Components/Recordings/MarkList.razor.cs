using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Recordings;
using Enforcement.Portal.Components.Law;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Components.Recordings;

/// <summary>The marks of a recording, and the forms to make, correct and withdraw one.</summary>
public sealed partial class MarkList
{
    private ImmutableArray<BrokenRule> _broken = [];
    private string _at = "";
    private string _text = "";
    private string _reason = "";
    private string? _correcting;
    private string? _withdrawing;
    private string _next = NewId();
    private bool _busy;

    [Parameter, EditorRequired]
    public RecordingView Recording { get; set; } = null!;

    /// <summary>Who looks: only the author's own marks can be changed.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Parameter]
    public bool MayMark { get; set; }

    /// <summary>Saves a mark; gives what forbids it, or nothing.</summary>
    [Parameter, EditorRequired]
    public Func<MarkRecording, Task<ImmutableArray<BrokenRule>>> Save { get; set; } = null!;

    /// <summary>Withdraws a mark.</summary>
    [Parameter, EditorRequired]
    public Func<WithdrawMark, Task<ImmutableArray<BrokenRule>>> Withdraw { get; set; } = null!;

    private async Task SaveAsync()
    {
        if (Lengths.Parse(_at) is not { } at)
        {
            _broken = [CommonRules.Missing("mark-at", new Wording(PlayerText.At.Zh, PlayerText.At.En)) with { Next = new Wording(PlayerText.BadPlace.Zh, PlayerText.BadPlace.En) }];
            return;
        }

        if (string.IsNullOrWhiteSpace(_text))
        {
            _broken = [CommonRules.Missing("mark-text", new Wording(PlayerText.Text.Zh, PlayerText.Text.En))];
            return;
        }

        _busy = true;
        _broken = await Save(new MarkRecording(_next, (long)at.TotalMilliseconds, _text.Trim(), _correcting));
        _busy = false;
        if (_broken.IsDefaultOrEmpty)
        {
            Clear();
        }
    }

    private async Task WithdrawAsync()
    {
        if (string.IsNullOrWhiteSpace(_reason))
        {
            _broken = [CommonRules.Missing("mark-reason", new Wording(PlayerText.Reason.Zh, PlayerText.Reason.En))];
            return;
        }

        _busy = true;
        _broken = await Withdraw(new WithdrawMark(_withdrawing!, _reason.Trim()));
        _busy = false;
        if (_broken.IsDefaultOrEmpty)
        {
            (_withdrawing, _reason) = (null, "");
        }
    }

    private void Correct(RecordingMark mark) => (_correcting, _at, _text, _broken) = (mark.Mark, Place(mark.AtMs), mark.Text, []);

    private void AskWithdraw(RecordingMark mark) => (_withdrawing, _reason, _broken) = (mark.Mark, "", []);

    private void Clear() => (_correcting, _at, _text, _next) = (null, "", "", NewId());

    private string TimeOf(RecordingMark mark) => Dates.Exact(Recording.StartedAt.AddMilliseconds(mark.AtMs));

    private static string Place(long ms) => Lengths.Of(TimeSpan.FromMilliseconds(ms));

    private static string NewId() => "m-" + Guid.NewGuid().ToString("n")[..12];
}
