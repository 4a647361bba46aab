using Enforcement.Silo.Configuration;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Enforcement.Silo.Access;

/// <summary>An open page keeps its person for hours without a request; so it asks now and then whether the session still holds.</summary>
internal sealed class CircuitSessions(ILoggerFactory loggers, AccountStore store, Settings settings) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(settings.Session.RevalidateSeconds);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(Sessions.Refresh(store, authenticationState.User) is not null);
}
