using System.Collections.Immutable;
using System.Security.Claims;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Recorders;

namespace Enforcement.Portal.Access;

/// <summary>Makes keys of recorders [记录仪密钥] for the pages of fleet managers: registration and renewal. Each call asks anew whether the person may.</summary>
/// <remarks>Issue, return, repair and retirement make no key: pages ask <see cref="IRecorderGrain"/> for them, after asking whether the person may manage the fleet of that bureau.</remarks>
public interface IRecorderDesk
{
    /// <summary>Registers a recorder, or changes what is registered.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="recorderId">The id on the device: 2 to 64 letters, digits and hyphens.</param>
    /// <param name="request">What is to stand in the register.</param>
    /// <param name="commandId">The id of the command: the same one again gives the same answer.</param>
    /// <returns>The key when the recorder is new.</returns>
    Task<RecorderKeyAnswer> RegisterAsync(ClaimsPrincipal by, string recorderId, RegisterRecorder request, string commandId);

    /// <summary>Makes every earlier key of a recorder void.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="recorderId">The recorder.</param>
    /// <param name="commandId">The id of the command: the same one again gives the same answer.</param>
    /// <returns>The new key.</returns>
    Task<RecorderKeyAnswer> RenewKeyAsync(ClaimsPrincipal by, string recorderId, string commandId);
}

/// <summary>What became of it: a key where one was made, or every broken rule.</summary>
/// <param name="Key">The key, to be shown once and put into the device; <see langword="null"/> where none was made, or where it has been renewed since.</param>
/// <param name="Sequence">The length of the recorder's stream.</param>
/// <param name="Broken">Every broken rule.</param>
public sealed record RecorderKeyAnswer(string? Key, long Sequence, ImmutableArray<BrokenRule> Broken)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Broken.IsDefaultOrEmpty;
}
