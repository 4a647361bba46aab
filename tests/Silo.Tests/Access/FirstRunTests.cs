using System.Net;
using Enforcement.Domain.Access;

namespace Enforcement.Silo.Tests.Access;

public sealed class FirstRunTests
{
    [Fact]
    public async Task A_real_installation_shows_one_administrator_once()
    {
        await using var silo = await SiloFixture.StartAsync(training: false);
        Assert.Single(silo.SignIns, line => line.Contains("admin", StringComparison.Ordinal));
        using (var administrator = await AccountTests.FirstAdministratorAsync(silo))
        {
            Assert.Equal(1, (await administrator.GetAsync("/api/v1/accounts")).Ok().GetArrayLength());
        }

        await silo.RestartAsync();

        Assert.Empty(silo.SignIns);
        Assert.False(File.Exists(Path.Combine(silo.Folder, "sign-ins.txt")));
    }

    [Fact]
    public async Task A_training_installation_has_a_person_for_each_role_of_each_bureau_and_shows_them_again()
    {
        await using var silo = await SiloFixture.StartAsync();
        var first = silo.SignIns;
        foreach (var bureau in new[] { "CM", "CZ", "TA", "FS", "GC", Principal.Municipality })
        {
            foreach (var role in RoleNames.All.Where(role => AccessRules.CheckSeat(role, bureau) is null))
            {
                using var person = await silo.SignInAsync(role, bureau);
                Assert.Equal(RoleNames.Wire(role), (await person.GetAsync("/api/v1/session")).Ok().GetProperty("role").GetString());
            }
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(silo.Folder, "sign-ins.txt")));
        await silo.RestartAsync();
        Assert.Equal(first, silo.SignIns);
    }

    [Fact]
    public async Task Two_installations_share_no_password()
    {
        await using var one = await SiloFixture.StartAsync();
        await using var other = await SiloFixture.StartAsync();
        var (name, password) = one.Person(Role.Officer, "CM");
        using var client = other.Anonymous();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SignInAsync(name, password)).Status);
    }
}
