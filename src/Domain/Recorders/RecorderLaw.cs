using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Recorders;

/// <summary>The articles of a bureau's regulation about recorders; a member is <see langword="null"/> where the regulation has none.</summary>
/// <param name="Supply">Who buys, registers and issues them [采购、登记、发放].</param>
/// <param name="Use">Who uses it is responsible for it [谁使用谁负责].</param>
/// <param name="Custody">Nobody keeps recordings himself [不得自行保管].</param>
public sealed record RecorderLaw(string? Supply, string? Use, string? Custody)
{
    /// <summary>No regulation at hand.</summary>
    public static RecorderLaw None { get; } = new(null, null, null);

    /// <summary>What a profile says.</summary>
    public static RecorderLaw Of(Profile profile) => new(
        profile.Duties.FirstOrDefault(d => d.Id == "device-supply")?.Article,
        profile.Duties.FirstOrDefault(d => d.Id == "user-responsible")?.Article,
        profile.Recordings.SelfKeepingBanArticle);
}
