using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Session;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Cases;

/// <summary>A page with the form of an act: what it offers, and the check while somebody types.</summary>
public abstract class ActFormPage : DraftPage
{
    private Task _checks = Task.CompletedTask;
    private bool _checkAgain;

    [Inject]
    protected IReadModel Reads { get; private set; } = null!;

    [Inject]
    protected ActRecordings Av { get; private set; } = null!;

    [Inject]
    protected PortalSession Session { get; private set; } = null!;

    protected ActFormModel? Model { get; set; }

    /// <summary>What the rules say to the form as it stands; <see langword="null"/>: no answer.</summary>
    protected ActCheck? Check { get; private set; }

    /// <summary>Officers in service with a certificate.</summary>
    protected OfficerRoll? Officers { get; private set; }

    /// <summary>Recordings that no case has taken yet.</summary>
    protected IReadOnlyList<RecordingRow> Recordings { get; private set; } = [];

    /// <summary>The recorders that the person holds.</summary>
    protected IReadOnlySet<string> Recorders { get; private set; } = new HashSet<string>();

    /// <summary>Announces a recording from the form; <see langword="null"/>: the person may not.</summary>
    protected Func<AnnounceHere.NewRecording, Task<ImmutableArray<BrokenRule>>>? Announce { get; private set; }

    /// <summary>Asks the same rules that will decide.</summary>
    protected abstract Task<ActCheck?> AskAsync(ActFormModel model);

    protected override Task LookAsync() => CheckAsync();

    /// <summary>Done when the form as it stands now was asked about, also when a question is on its way already.</summary>
    protected Task CheckAsync()
    {
        _checkAgain = true;
        if (_checks.IsCompleted)
        {
            _checks = AskUntilAnsweredAsync();
        }

        return _checks;
    }

    /// <summary>It never stands in the way: when it has no answer, nothing is shown.</summary>
    private async Task AskUntilAnsweredAsync()
    {
        while (_checkAgain)
        {
            _checkAgain = false;
            try
            {
                Check = Model is { } model ? await AskAsync(model) : null;
                if (Check is { } check)
                {
                    Model?.Recheck(check.Broken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Check = null;
            }
        }
    }

    /// <summary>Shows what the person has to mend, and lets the draft be saved again.</summary>
    protected ValueTask RefusedAsync(ActFormModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Show = model.Broken.Select(FormPlaces.Of).FirstOrDefault(place => place is not null) ?? (model.Broken.Length > 0 ? "act-form-summary" : null);
        return GoOnSavingAsync();
    }

    protected async Task LoadOfficersAsync(string bureau)
    {
        OfficerRoll roll = new(Reads, BureauScope.Of(bureau), new OfficerQuery(InService: true, Certified: true));
        await roll.OpenAsync(Leaving, Me);
        Officers = roll;
    }

    /// <summary>The officers of a form are named, wherever in the register they stand.</summary>
    protected Task NameOfficersAsync(ActFormModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Officers is { } roll ? roll.KnowAsync(model.Officers.Keys, Leaving) : Task.CompletedTask;
    }

    protected async Task LoadRecordingsAsync(string bureau)
    {
        Recordings = await Av.UnlinkedAsync(bureau, Leaving);
        Recorders = await Av.RecordersOfAsync(Me, bureau, Leaving);
        Announce = await Session.MayAsync(Permissions.RecordingsAnnounce, bureau) ? recording => AnnounceAsync(recording, bureau) : null;
    }

    private async Task<ImmutableArray<BrokenRule>> AnnounceAsync(AnnounceHere.NewRecording recording, string bureau)
    {
        if (Model is not { } model || !await Session.MayAsync(Permissions.RecordingsAnnounce, bureau))
        {
            return [];
        }

        var (broken, rows) = await Av.AnnounceAsync(recording, bureau, Me, await Session.CallerAsync(recording.Id), Leaving);
        if (broken.IsDefaultOrEmpty)
        {
            Recordings = rows;
            model.Recordings.Add(recording.Id);
            await CheckAsync();
        }

        return broken;
    }
}
