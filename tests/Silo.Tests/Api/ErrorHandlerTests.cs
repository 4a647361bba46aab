using System.Net;
using Enforcement.Domain.Access;
using Enforcement.Grains.Deadlines;
using Enforcement.Grains.Ledger;
using Enforcement.Grains.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enforcement.Silo.Tests.Api;

/// <summary>What is thrown behind the edge comes out as a problem. The sweep stands for everything behind it.</summary>
public sealed class ErrorHandlerTests
{
    public static TheoryData<string, int, string> Failures => new()
    {
        { "full", 503, "store.full" },
        { "corrupt", 503, "store.corrupt" },
        { "behind", 503, "clock.behind" },
        { "ledger", 500, "ledger.corrupted" },
        { "command", 409, "command.conflict" },
        { "sequence", 409, "sequence.conflict" },
        { "timeout", 503, "timeout" },
        { "bug", 500, "internal" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_has_its_type_tells_no_secret_and_the_next_request_succeeds(string failure, int status, string code)
    {
        await using var silo = await SiloFixture.StartAsync(adjust: services => services.RemoveAll<IDeadlineSweep>().AddSingleton<IDeadlineSweep>(new Failing(failure)));
        using var administrator = silo.Bearer(Role.Administrator, Principal.Municipality);

        var refused = await administrator.PostAsync("/api/v1/clock/advance", new { to = "2099-01-01T00:00:00Z" });

        Assert.Equal(((HttpStatusCode)status, code), (refused.Status, refused.Problem));
        Assert.DoesNotContain("secret of the inside", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/api/v1/clock")).Status);
    }

    private sealed class Failing(string failure) : IDeadlineSweep
    {
        public Task<int> SweepAsync(CancellationToken cancellationToken) => Task.FromException<int>(failure switch
        {
            "full" or "corrupt" => new StoreUnavailableException(failure, "secret of the inside"),
            "behind" => new ClockBehindException(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)),
            "ledger" => new LedgerCorruptedException("case/x", 3, "secret of the inside"),
            "command" => new CommandConflictException("case/x", "c-1"),
            "sequence" => new SequenceConflictException("case/x", 3, 4),
            "timeout" => new TimeoutException("secret of the inside"),
            _ => new InvalidOperationException("secret of the inside"),
        });
    }
}
