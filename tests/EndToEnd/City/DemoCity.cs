using System.Collections.Concurrent;
using Enforcement.Tests.Shared;

namespace Enforcement.EndToEnd.Tests.City;

/// <summary>One running city and one browser for all tests; each test opens windows of its own.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private const int Cases = 40;

    private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<Person>> _people = new(StringComparer.Ordinal);
    private SiloProcess? _silo;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal SiloProcess Silo => _silo ?? throw new InvalidOperationException("The city does not run.");

    public async Task InitializeAsync()
    {
        if (Browsers.Reason is not null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Window.Patience);
        _silo = new SiloProcess("city", TimeSpan.FromSeconds(600), "--demo", "--set", $"Demo:Cases={Cases}", "--set", "SignIn:AttemptsPerMinute=1000");
        var starting = _silo.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browsers.Chromium, Args = ["--no-sandbox"] });
        await starting;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var person in _people.Values)
        {
            (await person).Dispose();
        }

        if (_silo is not null)
        {
            await _silo.DisposeAsync();
        }
    }

    /// <summary>A window of its own, where nobody is signed in.</summary>
    internal async Task<Window> OpenAsync(string test, (int Width, int Height)? size = null, string language = "zh-CN", string? cookies = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Silo.Address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = size?.Width ?? 1366, Height = size?.Height ?? 768 },
            StorageState = cookies,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Window.Patience);
        return new Window(test, await context.NewPageAsync());
    }

    /// <summary>A window in which an account such as <c>cm-officer</c> is signed in already; who signs in by hand is tested once.</summary>
    internal async Task<Window> SignedInAsync(string test, string account, (int Width, int Height)? size = null, string language = "zh-CN")
    {
        if (!_cookies.TryGetValue(account, out var cookies))
        {
            await using var entrance = await OpenAsync(test);
            await entrance.SignInAsync(account, Silo.PasswordOf(account));
            cookies = _cookies[account] = await entrance.Page.Context.StorageStateAsync();
        }

        return await OpenAsync(test, size, language, cookies);
    }

    /// <summary>Somebody of the city at the interface for programs.</summary>
    internal Task<Person> PersonAsync(string account) => _people.GetOrAdd(account, name => Person.SignInAsync(Silo, name));
}

/// <summary>All tests of this project use one city, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class CityCollection : ICollectionFixture<DemoCity>
{
    public const string Name = "city";
}
