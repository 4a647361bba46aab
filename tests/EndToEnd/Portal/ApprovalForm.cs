using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Portal;

/// <summary>The page on which somebody decides on a form.</summary>
internal sealed class ApprovalForm(Window window)
{
    public ILocator Submitted => window.Page.GetByRole(AriaRole.Region, new() { Name = "提交的内容" });

    private ILocator Decision => window.Page.GetByRole(AriaRole.Region, new() { Name = "我的决定" });

    /// <summary>Opens what waits from the first page, by the number of its case.</summary>
    public async Task OpenFromWorkAsync(string number, string name)
    {
        await window.GoAsync("/");
        var row = window.Main.GetByRole(AriaRole.Link).Filter(new() { HasText = number }).Filter(new() { HasText = name });
        await window.ShotAsync("my-work");
        await row.First.ClickAsync();
        await Expect(window.Heading($"审批：{name}")).ToBeVisibleAsync();
        await Expect(Decision).ToBeVisibleAsync();
        await Expect(window.Page.Locator("[inert]")).ToHaveCountAsync(0); // until then it takes nothing
    }

    public Task WriteAsync(string name, string words) => Decision.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).FillAsync(words);

    /// <summary>Chooses, reads what it does, and confirms.</summary>
    public async Task DecideAsync(string choice, string effect)
    {
        await window.Button(choice).ClickAsync();
        var asked = window.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(asked).ToContainTextAsync(effect);
        await window.ShotAsync("asked");
        await asked.GetByRole(AriaRole.Button, new() { Name = "确认提交" }).ClickAsync();
        await Expect(window.Main.GetByText("已记录：")).ToBeVisibleAsync();
        await window.ShotAsync("decided");
    }
}
