using System.Globalization;

namespace Enforcement.EndToEnd.Tests.City;

/// <summary>One browser window, used by the words on the page.</summary>
internal sealed class Window(string test, IPage page) : IAsyncDisposable
{
    /// <summary>Milliseconds that a page may take for anything on a machine that does much else.</summary>
    public const int Patience = 30_000;

    private int _shots;

    public IPage Page { get; } = page;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>Opens an address and waits until the page answers to clicks.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>Waits until the circuit of the page is up and the page has what it shows.</summary>
    public async Task ReadyAsync()
    {
        await Assertions.Expect(Page.Locator("main[data-ready]")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("main .app-skeleton")).ToHaveCountAsync(0);
    }

    /// <summary>Signs in with name and password as a person does.</summary>
    public async Task SignInAsync(string account, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("账户").FillAsync(account);
        await Page.GetByLabel("密码").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await ReadyAsync();
    }

    /// <summary>Presses a button that sends a form, and waits until the server has answered: what an earlier press has left on the page is not taken for the answer.</summary>
    /// <remarks>
    /// The circuit takes events one after the other. When it has answered to a later one, it has begun with the button, which stands disabled from then on until it is done.
    /// The later one is the menu, which opens and closes.
    /// </remarks>
    public async Task SubmitAsync(ILocator button)
    {
        await button.ClickAsync();
        var menu = Page.Locator(".menu-button");
        foreach (var open in (string[])["true", "false"])
        {
            await menu.DispatchEventAsync("click");
            await Assertions.Expect(menu).ToHaveAttributeAsync("aria-expanded", open);
        }

        await Assertions.Expect(button).ToBeEnabledAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>Keeps what is seen now among the results of the tests.</summary>
    public async Task ShotAsync(string name, bool full = false)
    {
        _shots++;
        var file = Path.Combine(Results.Screenshots, test, string.Create(CultureInfo.InvariantCulture, $"{_shots:00}-{name}.png"));
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = full });
    }

    /// <summary>The last picture is always taken: it is what explains a failure.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Page.IsClosed && Page.Url != "about:blank")
        {
            await ShotAsync("last");
        }

        await Page.Context.DisposeAsync();
    }
}

/// <summary>Where the pictures of the tests are kept.</summary>
internal static class Results
{
    public static string Screenshots { get; } = Path.Combine(Repository(), "artifacts", "test-results", "screenshots");

    /// <summary>The folder of the whole source.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
