using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Portal.Access;
using Enforcement.Portal.Components;

namespace Enforcement.Portal.Pages.Administration;

/// <summary>A page of an administrator whose acts may make something secret, which is shown once.</summary>
public abstract class SecretPage : PortalPage
{
    /// <summary>What the last act broke.</summary>
    protected ImmutableArray<BrokenRule> Broken { get; private set; } = [];

    /// <summary>What the last act made, until the reader closes it; <see langword="null"/>: nothing.</summary>
    protected string? Secret { get; private set; }

    /// <summary>Whose it is.</summary>
    protected string SecretOf { get; private set; } = "";

    protected override Task OnInitializedAsync() => LoadAsync();

    /// <summary>Reads what the page lists.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Does what was asked, and reads the list again where it was done.</summary>
    /// <param name="name">Whom or what it is about.</param>
    /// <param name="work">Asks the desk.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> SendAsync(string name, Func<Task<DeskAnswer>> work)
    {
        var done = false;
        await TryAsync(async () =>
        {
            var answer = await work();
            (Broken, Secret, SecretOf, done) = (answer.Broken, answer.Secret, name, answer.Done);
        });
        if (done)
        {
            await LoadAsync();
        }

        return done;
    }

    /// <summary>The reader has written it down.</summary>
    protected void Forget() => Secret = null;
}
