using System.Globalization;
using System.Security.Claims;
using Enforcement.Domain;
using Enforcement.Domain.Access;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Access;
using Enforcement.Grains.Interfaces.Recorders;
using Enforcement.Grains.Recorders;
using Enforcement.Portal.Access;
using Enforcement.Silo.Access;
using Enforcement.Silo.Api;
using Enforcement.Silo.Recorders;

namespace Enforcement.Silo.Pages;

/// <summary>Registers recorders and makes their keys, for pages, for the API and for imports alike.</summary>
internal sealed class RecorderDesk(IGrainFactory grains, IRecorderRegister register, RecorderKeys keys, AccessDecider access) : IRecorderDesk
{
    public async Task<RecorderKeyAnswer> RegisterAsync(ClaimsPrincipal by, string recorderId, RegisterRecorder request, string commandId)
    {
        if (!Ids.IsRegisterId(recorderId))
        {
            return Refused(Rules.Of(Ids.NoRegisterId));
        }

        // Who keeps one bureau's recorders takes none out of another's.
        var known = await register.FindAsync(recorderId, CancellationToken.None);
        var foreign = Foreign(by, request.Bureau) ?? (known is null ? null : Foreign(by, known.Bureau));
        if (foreign is not null)
        {
            return Refused(Rules.Of(foreign));
        }

        return await AnswerAsync(recorderId, await grains.GetGrain<IRecorderGrain>(recorderId).RegisterAsync(request, by.ToCaller(commandId)));
    }

    public async Task<RecorderKeyAnswer> RenewKeyAsync(ClaimsPrincipal by, string recorderId, string commandId) =>
        await register.FindAsync(recorderId, CancellationToken.None) is not { } known ? Refused(Rules.Of(Unknown))
        : Foreign(by, known.Bureau) is { } foreign ? Refused(Rules.Of(foreign))
        : await AnswerAsync(recorderId, await grains.GetGrain<IRecorderGrain>(recorderId).RenewKeyAsync(by.ToCaller(commandId)));

    /// <summary>There is no such recorder.</summary>
    internal static Violation Unknown { get; } = new(
        "recorder.unknown", null, new Words("没有登记过这台执法记录仪", "There is no such recorder"), new Words("先登记执法记录仪", "Register it first"), "recorder");

    private Violation? Foreign(ClaimsPrincipal by, string bureau) => access.Decide(by, Permissions.FleetManage, bureau) switch
    {
        AccessDecision.Allowed => null,
        AccessDecision.Refused { Violation: var reason } => reason,
        _ => AccessViolations.SignInFirst,
    };

    private async Task<RecorderKeyAnswer> AnswerAsync(string recorderId, CommandReply reply)
    {
        if (!reply.Done)
        {
            return Refused([.. reply.Broken]);
        }

        // A repeated command gives the answer of its time; a key that was renewed since opens nothing and would only mislead.
        var made = reply.Reference == recorderId ? 0 : int.Parse(reply.Reference!, CultureInfo.InvariantCulture);
        var current = (await register.FindAsync(recorderId, CancellationToken.None))?.KeyGeneration;
        return new RecorderKeyAnswer(made == current ? keys.KeyOf(recorderId, made) : null, reply.Sequence, []);
    }

    private static RecorderKeyAnswer Refused(params BrokenRule[] broken) => new(null, 0, [.. broken]);
}
