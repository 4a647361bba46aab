using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Drafts;
using Enforcement.Grains.Interfaces.Desk;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Access;
using Enforcement.Portal.Documents;
using Enforcement.Portal.Pages.Cases;
using Enforcement.Portal.Components.Dialogs;
using Enforcement.Portal.Session;
using Enforcement.Portal.Tests.Components;
using Enforcement.Portal.Tests.Kit;
using Enforcement.Portal.Time;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Orleans;

namespace Enforcement.Portal.Tests.Pages;

/// <summary>A page with an officer of CM before it; what it asks is answered by substitutes.</summary>
public abstract class PageTest : PortalTest
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    private readonly SomebodySignedIn _somebody = new();

    protected PageTest()
    {
        var time = Substitute.For<ILegalTime>();
        time.Now.Returns(Now);
        Access.May(Arg.Any<ClaimsPrincipal>(), Arg.Any<string>(), Arg.Any<string?>()).Returns(call => call.ArgAt<string?>(2) is null or "CM");
        Access.ScopeOf(Arg.Any<ClaimsPrincipal>(), Arg.Any<string>()).Returns(BureauScope.Of("CM"));
        Reads.BureausAsync(default!, default).ReturnsForAnyArgs([new BureauRow("CM", "城市管理局", "City Management", "cm/undated", "东城区")]);
        OfficerRow officer = new("cm-officer", "王建国", "CM", "CM-0001", new DateOnly(2028, 12, 31), "officer", Active: true);
        Reads.OfficerPageAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<OfficerRow>([officer], null, 1));
        Reads.OfficersAsync(default!, default, default).ReturnsForAnyArgs([officer]);
        Reads.OfficerAsync(default!, default!, default).ReturnsForAnyArgs(officer);
        Reads.RecordingsAsync(default!, default!, default!, default).ReturnsForAnyArgs(new Page<RecordingRow>([], null, 0));
        Services.AddSingleton(time);
        Services.AddSingleton(Access);
        Services.AddSingleton(Reads);
        Services.AddSingleton(Grains);
        Services.AddSingleton(Substitute.For<IChangeFeed>());
        Views.ListAsync(default!, default!, default).ReturnsForAnyArgs([]);
        Services.AddSingleton(Views);
        Services.AddSingleton(Columns);
        SignIn("cm-officer", "王建国", "officer");
        Services.AddSingleton<AuthenticationStateProvider>(_somebody);
        Drafts.ListAsync(default!, default).ReturnsForAnyArgs(ImmutableArray<DraftLine>.Empty);
        Drafts.FindAsync(default!, default!, default).ReturnsForAnyArgs((Draft?)null);
        Files.FaultsAsync(default!, default!, default, default!, default).ReturnsForAnyArgs(ImmutableArray<BrokenRule>.Empty);
        Services.AddSingleton(Checkpoints);
        Services.AddSingleton(Drafts);
        Services.AddSingleton(Files);
        Services.AddScoped<ActRecordings>();
        Services.AddScoped<PortalSession>();
        Services.AddScoped<Toasts>();
        Services.AddSingleton<TimeProvider>(Clocks.ByHand()); // it stands: nothing draws a page anew while a slow test presses its buttons
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected IAccess Access { get; } = Substitute.For<IAccess>();

    protected IReadModel Reads { get; } = Substitute.For<IReadModel>();

    protected ICheckpoints Checkpoints { get; } = Substitute.For<ICheckpoints>();

    protected IDrafts Drafts { get; } = Substitute.For<IDrafts>();

    protected IDocumentDesk Files { get; } = Substitute.For<IDocumentDesk>();
    protected ISavedViews Views { get; } = Substitute.For<ISavedViews>();
    protected IColumnChoices Columns { get; } = Substitute.For<IColumnChoices>();

    protected IGrainFactory Grains { get; } = Substitute.For<IGrainFactory>();

    /// <summary>From here on somebody else stands before the page.</summary>
    protected void SignIn(string id, string name, string role) => _somebody.Person = (id, name, role);

    private sealed class SomebodySignedIn : AuthenticationStateProvider
    {
        public (string Id, string Name, string Role) Person { get; set; }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(AccessClaims.Id, Person.Id),
                new Claim(AccessClaims.Name, Person.Name),
                new Claim(AccessClaims.Role, Person.Role),
                new Claim(AccessClaims.Bureau, "CM"),
                new Claim(AccessClaims.Certificate, "CM-0001"),
            ],
            "test"))));
    }
}
