using System.Net;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Api;

/// <summary>What waits, by the interface for programs.</summary>
public sealed class WorkApiTests
{
    [Fact]
    public async Task Everybody_sees_what_waits_for_the_own_role_in_the_own_bureau_only()
    {
        await using var city = await City.StartAsync();
        await city.OpenAsync("what-waits-01");

        var mine = Assert.Single((await city.Clerk.GetAsync("/api/v1/work")).Ok().GetProperty("items").EnumerateArray());
        Assert.Equal(("next-act", "application-outcome", "CM"), (mine.GetProperty("kind").GetString(), mine.GetProperty("act").GetString(), mine.GetProperty("bureau").GetString()));
        Assert.Empty((await city.Clerk.GetAsync("/api/v1/work?overdue=true")).Ok().GetProperty("items").EnumerateArray());
        Assert.Empty((await city.Officer.GetAsync("/api/v1/work?kind=approval")).Ok().GetProperty("items").EnumerateArray());

        Assert.Empty((await city.Silo.Bearer(Role.WindowClerk, "TA").GetAsync("/api/v1/work?role=window-clerk")).Ok().GetProperty("items").EnumerateArray());
        Assert.Empty((await city.Silo.Bearer(Role.WindowClerk, "TA").GetAsync("/api/v1/work?role=window-clerk&bureau=CM")).Ok().GetProperty("items").EnumerateArray());
        Assert.Single((await city.Supervisor.GetAsync("/api/v1/work?role=window-clerk")).Ok().GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Unknown_roles_and_parameters_are_refused_and_who_reads_no_case_sees_none_of_it()
    {
        await using var city = await City.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await city.Officer.GetAsync("/api/v1/work?role=king")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Officer.GetAsync("/api/v1/work?knd=approval")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Administrator.GetAsync("/api/v1/work")).Status);
    }
}
