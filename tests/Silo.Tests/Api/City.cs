using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

/// <summary>A training installation with its bureaus and two registered officers, and the people who work there.</summary>
internal sealed class City : IAsyncDisposable
{
    private City(SiloFixture silo)
    {
        Silo = silo;
        Clerk = silo.Bearer(Role.WindowClerk, "CM");
        Officer = silo.Bearer(Role.Officer, "CM");
        Custodian = silo.Bearer(Role.RecordsCustodian, "CM");
        Foreign = silo.Bearer(Role.Officer, "TA");
        Supervisor = silo.Bearer(Role.Supervisor, Principal.Municipality);
        Administrator = silo.Bearer(Role.Administrator, Principal.Municipality);
    }

    public SiloFixture Silo { get; }

    public ApiClient Clerk { get; }

    public ApiClient Officer { get; }

    public ApiClient Custodian { get; }

    /// <summary>An officer of another bureau.</summary>
    public ApiClient Foreign { get; }

    public ApiClient Supervisor { get; }

    public ApiClient Administrator { get; }

    public static async Task<City> StartAsync(
        DateTimeOffset? startAt = null, TimeProvider? machine = null, IReadOnlyDictionary<string, string?>? settings = null, string? folder = null)
    {
        City city = new(await SiloFixture.StartAsync(startAt: startAt, machine: machine, settings: settings, folder: folder));
        foreach (var (id, certificate) in new[] { ("cm-officer", "CM-0001"), ("cm-officer-2", "CM-0002") })
        {
            (await city.Administrator.CommandAsync(
                HttpMethod.Put,
                $"/officers/{id}",
                new { name = id, bureau = "CM", certificate, certificateValidUntil = "2099-12-31", roles = new[] { "officer" } },
                $"register-{id}")).Ok();
        }

        return city;
    }

    /// <summary>An application for a licence, as the window clerk of CM takes it in.</summary>
    public static object Application(string title = "临时占道申请", string bureau = "CM") => new
    {
        bureau,
        actType = "licence",
        origin = "application",
        title,
        party = new { name = "某某商贸有限公司", kind = "organisation" },
        first = new { kind = "application", fields = new { applicant = "某某商贸有限公司", matter = "临时占用道路", manner = "written" } },
    };

    /// <summary>The application is accepted.</summary>
    public static object Accepted(string corrected = "false") => new
    {
        kind = "application-outcome",
        fields = new { outcome = "accepted", correctedOnSpot = corrected },
        documents = new[] { new { id = "receipt", title = "受理通知书" } },
    };

    /// <summary>A recording that has ended.</summary>
    public static object Recording(DateTimeOffset endedAt, string bureau = "CM") => new
    {
        bureau,
        recorderId = "DSJ-000123",
        officerId = "cm-officer",
        mode = "video",
        startedAt = endedAt.AddMinutes(-20),
        endedAt,
        place = "解放路 12 号门前",
    };

    /// <summary>Opens a case of CM.</summary>
    public async Task OpenAsync(string id) => (await Clerk.CommandAsync(HttpMethod.Put, $"/cases/{id}", Application())).Ok();

    /// <summary>Announces a recording of CM that has just ended.</summary>
    public async Task AnnounceAsync(string id) => (await Officer.CommandAsync(HttpMethod.Put, $"/recordings/{id}", Recording(await NowAsync()))).Ok();

    /// <summary>The legal clock.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await Officer.GetAsync("/api/v1/clock")).Ok().GetProperty("now").GetDateTimeOffset();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Clerk, Officer, Custodian, Foreign, Supervisor, Administrator })
        {
            client.Dispose();
        }

        await Silo.DisposeAsync();
    }
}
