using Enforcement.Domain.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Configuration;
using Enforcement.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Enforcement.Silo.Tests;

/// <summary>The real program in this process: a temporary data folder, a free port of the loopback, everything as in production but for a cheaper password hash.</summary>
public sealed class SiloFixture : IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private readonly StartOptions _start;
    private readonly Action<IServiceCollection> _adjust;
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal);
    private bool _running;

    private SiloFixture(StartOptions start, Action<IServiceCollection> adjust, bool ownsFolder)
    {
        (_start, _adjust, _ownsFolder) = (start, adjust, ownsFolder);
    }

    /// <summary>The running program; another one after <see cref="RestartAsync"/>.</summary>
    public WebApplication App { get; private set; } = default!;

    public IServiceProvider Services => App.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = default!;

    /// <summary>The data folder.</summary>
    public string Folder => _start.DataFolder;

    /// <summary>What it printed about first sign-ins.</summary>
    public IReadOnlyList<string> SignIns { get; private set; } = [];

    /// <summary>Starts an installation.</summary>
    /// <param name="training">A training installation, with an account <c>cm-officer</c> and so on for each role of each bureau; else a real one with one administrator.</param>
    /// <param name="startAt">Where the legal clock of a new training installation starts.</param>
    /// <param name="folder">A data folder that outlives this fixture; a temporary one when absent.</param>
    /// <param name="demo">The demo city.</param>
    /// <param name="settings">Settings, such as <c>Session:IdleMinutes</c>.</param>
    /// <param name="machine">The machine clock; the system's when absent.</param>
    /// <param name="adjust">Other services instead of the real ones.</param>
    public static async Task<SiloFixture> StartAsync(
        bool training = true,
        DateTimeOffset? startAt = null,
        string? folder = null,
        bool demo = false,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? machine = null,
        Action<IServiceCollection>? adjust = null)
    {
        // Many sign-ins come from one address here; the limit has tests of its own.
        Dictionary<string, string?> given = new(StringComparer.OrdinalIgnoreCase) { ["Enforcement:SignIn:AttemptsPerMinute"] = "10000" };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
        {
            given[$"Enforcement:{key}"] = value;
        }

        StartOptions start = new()
        {
            DataFolder = folder ?? Directory.CreateTempSubdirectory("silo-").FullName,
            Training = training || demo,
            Demo = demo,
            StartAt = startAt,
            Urls = "http://127.0.0.1:0",
            Settings = given,
        };
        SiloFixture fixture = new(
            start,
            services =>
            {
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                if (machine is not null)
                {
                    services.AddSingleton(machine);
                }

                adjust?.Invoke(services);
            },
            ownsFolder: folder is null);
        await fixture.BeginAsync();
        return fixture;
    }

    /// <summary>Stops it as SIGTERM would and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await BeginAsync();
    }

    public async Task StopAsync()
    {
        if (_running)
        {
            _running = false;
            await App.StopAsync();
            await App.DisposeAsync();
        }
    }

    /// <summary>Starts it again after a stop; a start that is refused leaves it stopped.</summary>
    public Task StartAgainAsync() => BeginAsync();

    /// <summary>A client that has not signed in.</summary>
    public ApiClient Anonymous() => new(Address);

    /// <summary>A person in a role of a bureau, signed in with name and password and holding a cookie.</summary>
    /// <param name="role">The role.</param>
    /// <param name="bureau">The bureau, or <see cref="Principal.Municipality"/>.</param>
    /// <param name="number">Which of several with the same seat; the second is made when it is first asked for.</param>
    public async Task<ApiClient> SignInAsync(Role role, string bureau, int number = 1)
    {
        var (name, password) = Person(role, bureau, number);
        ApiClient client = new(Address);
        (await client.SignInAsync(name, password)).Ok();
        return client;
    }

    /// <summary>A program with a key of that role and bureau.</summary>
    public ApiClient Bearer(Role role, string bureau)
    {
        var (_, secret, broken) = Services.GetRequiredService<TokenService>().Create("test", new Seat(role, bureau), 1, "test");
        ApiClient client = new(Address);
        client.Http.DefaultRequestHeaders.Authorization = new("Bearer", secret ?? throw new InvalidOperationException(broken[0].Text.En));
        return client;
    }

    /// <summary>The account and password of a person in a role of a bureau.</summary>
    public (string Name, string Password) Person(Role role, string bureau, int number = 1)
    {
        var name = $"{bureau.ToLowerInvariant()}-{RoleNames.Wire(role)}" + (number == 1 ? "" : $"-{number}");
        if (!_passwords.TryGetValue(name, out var password))
        {
            const string Made = "Made-4-tests";
            var account = Services.GetRequiredService<AccountService>().Build(new NewAccount(name, $"{name}", null, [new Seat(role, bureau)]), Made, mustChange: false);
            if (!Services.GetRequiredService<AccountStore>().Add(account))
            {
                throw new InvalidOperationException($"{name} exists, but the test does not know its password.");
            }

            _passwords[name] = password = Made;
        }

        return (name, password);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task BeginAsync()
    {
        App = Program.Build(_start, _adjust);
        try
        {
            SignIns = StartUp.Prepare(App);
            await App.StartAsync();
        }
        catch
        {
            await App.DisposeAsync();
            throw;
        }

        _running = true;
        Address = new Uri(App.Urls.First());
        foreach (var words in SignIns.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [_, { Length: 19 }, ..]))
        {
            _passwords[words[0]] = words[1];
        }
    }
}
