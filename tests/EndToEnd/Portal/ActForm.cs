using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Portal;

/// <summary>The form of an act, filled in by the names of its fields.</summary>
internal sealed class ActForm(Window window)
{
    /// <summary>The line that says where the draft stands.</summary>
    public ILocator Draft => window.Page.GetByRole(AriaRole.Group, new() { Name = "草稿", Exact = true });

    /// <summary>What the draft asks or warns of; empty: nothing.</summary>
    public ILocator Note => window.Page.Locator("app-draft [role=alert]");

    public ILocator Submit => window.Button("提交记录");

    /// <summary>Opens the form and waits until it takes what is typed.</summary>
    public async Task OpenAsync(string address)
    {
        await window.GoAsync(address);
        await TakesAsync();
    }

    /// <summary>Waits until it takes what is typed.</summary>
    public async Task TakesAsync()
    {
        await window.ReadyAsync();
        await Expect(window.Page.Locator("[inert]")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("app-draft [role=status]")).ToBeAttachedAsync();
    }

    public ILocator Text(string name) => window.Main.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public Task FillAsync(string name, string text) => Text(name).FillAsync(text);

    public Task ChooseAsync(string name, string option) => window.Main.GetByRole(AriaRole.Combobox, new() { Name = name, Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task AnswerAsync(string name, string answer) => Answer(name, answer).CheckAsync();

    public ILocator Answer(string name, string answer) => window.Main.GetByRole(AriaRole.Radiogroup, new() { Name = name, Exact = true }).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true });

    /// <summary>Waits until the server has what was typed.</summary>
    public Task SavedAsync() => Expect(Draft).ToContainTextAsync("草稿已保存");
}
