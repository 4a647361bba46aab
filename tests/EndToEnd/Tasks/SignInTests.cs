using Enforcement.EndToEnd.Tests.City;
using static Microsoft.Playwright.Assertions;

namespace Enforcement.EndToEnd.Tests.Tasks;

[Collection(CityCollection.Name)]
public sealed class SignInTests(DemoCity city)
{
    [BrowserFact]
    public async Task An_officer_signs_in_and_out_again()
    {
        await using var window = await city.OpenAsync("sign-in");
        await window.Page.GotoAsync("/cases");
        await Expect(window.Heading("登录")).ToBeVisibleAsync();
        await window.ShotAsync("asked");

        await window.Page.GetByLabel("账户").FillAsync("cm-officer");
        await window.Page.GetByLabel("密码").FillAsync(city.Silo.PasswordOf("cm-officer"));
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ReadyAsync();
        await Expect(window.Page).ToHaveURLAsync(new Uri(city.Silo.Address, "/cases").ToString());
        await window.ShotAsync("the-page-that-was-asked-for");

        await window.Page.Locator("summary").Filter(new() { HasText = "执法人员" }).ClickAsync();
        await window.ShotAsync("account-menu");
        await window.Button("退出").ClickAsync();

        await Expect(window.Heading("登录")).ToBeVisibleAsync();
        await window.Page.GotoAsync("/cases");
        await Expect(window.Heading("登录")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("wrong")]
    [InlineData("<script>alert(1)</script>𠮷")]
    public async Task A_wrong_password_is_said_and_stays_said(string password)
    {
        await using var window = await city.OpenAsync("sign-in-wrong");
        await window.Page.GotoAsync("/sign-in");
        await window.Page.GetByLabel("账户").FillAsync("cz-auditor");
        await window.Page.GetByLabel("密码").FillAsync(password);
        await window.Button("登录").ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("不正确");
        await window.ShotAsync("said");
    }
}
