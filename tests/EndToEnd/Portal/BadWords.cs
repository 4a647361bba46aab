using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Portal;

/// <summary>What people type that forms must bear, and a window that is watched: none of it is ever run.</summary>
internal sealed class BadWords : IAsyncDisposable
{
    public const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    /// <summary>Characters of four bytes: a rare surname and a sign.</summary>
    public const string Astral = "李𠮷烧烤店👮";

    /// <summary>What nobody sees: a mark that turns the direction of what follows.</summary>
    public const string Hidden = "老王\u202E烧烤店";

    private readonly List<string> _run = [];

    private BadWords(Window window) => Window = window;

    public Window Window { get; }

    /// <summary>A window of somebody who is signed in. Every dialog and every fault of a script on the page is noted.</summary>
    public static async Task<BadWords> WatchAsync(DemoCity city, string test, string account)
    {
        var window = await city.SignedInAsync(test, account);
        var words = new BadWords(window);
        window.Page.Dialog += async (_, dialog) =>
        {
            words._run.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        window.Page.PageError += (_, fault) => words._run.Add($"fault: {fault}");
        return words;
    }

    public static string Long(int characters) => new('吉', characters);

    /// <summary>Replaces what stands in a field by pasting, as people do with long texts.</summary>
    public static async Task PasteAsync(ILocator field, string text)
    {
        await field.FillAsync("");
        await field.EvaluateAsync(
            """
            (field, text) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              field.focus();
              const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
              if (field.dispatchEvent(pasted)) document.execCommand('insertText', false, text);
            }
            """,
            text);
    }

    /// <summary>The first refusal in words on the page.</summary>
    public ILocator Refusal => Window.Main.Locator(".rule-list, .note-bad, .mark-bad, .up-problem").First;

    /// <summary>It is refused in words, and what was typed still stands in its field.</summary>
    public async Task RefusedAsync(string shot, ILocator? field = null, string? typed = null)
    {
        await Expect(Refusal).ToBeVisibleAsync();
        if (field is not null)
        {
            await Expect(field).ToHaveValueAsync(typed ?? "");
        }

        await Window.ShotAsync(shot);
        NothingRan();
    }

    /// <summary>The page shows it as it was typed.</summary>
    public async Task EchoedAsync(string shot, params string[] texts)
    {
        foreach (var text in texts)
        {
            await Expect(Window.Main).ToContainTextAsync(text);
        }

        await Window.ShotAsync(shot);
        NothingRan();
    }

    /// <summary>No script of what was typed has run, and no script of the portal has failed.</summary>
    public void NothingRan() => Assert.Empty(_run);

    public ValueTask DisposeAsync() => Window.DisposeAsync();
}
