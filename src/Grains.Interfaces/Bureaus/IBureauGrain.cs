using Enforcement.Grains.Interfaces.Access;

namespace Enforcement.Grains.Interfaces.Bureaus;

/// <summary>One bureau [执法机关]: which regulation it lives by, and its case numbers. Its key is the bureau's id.</summary>
[Alias("enforcement.bureau")]
public interface IBureauGrain : IGrainWithStringKey
{
    /// <summary>Founds the bureau, or changes its names or district. The regulation may change too; running cases keep theirs.</summary>
    [Alias("found")]
    Task<CommandReply> FoundAsync(FoundBureau request, Caller caller);

    /// <summary>Reads it; <see langword="null"/>: not founded.</summary>
    [Alias("view")]
    Task<BureauView?> ViewAsync();

    /// <summary>The number of a case: the next of its kind and year, or the one it already has. Never given twice.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="actType">The kind of act.</param>
    /// <param name="year">The year at +08:00.</param>
    [Alias("number")]
    Task<string> NumberAsync(string caseId, string actType, int year);
}

/// <summary>Founds a bureau.</summary>
/// <param name="NameZh">Its name.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Mark">The short mark in its case numbers [机关代字], such as 城管.</param>
/// <param name="ProfileCode">The regulation: CM, CZ, TA, FS, GC or a deployer's own.</param>
/// <param name="District">The district.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.found-bureau")]
public sealed record FoundBureau(
    [property: Id(0)] string NameZh,
    [property: Id(1)] string NameEn,
    [property: Id(2)] string Mark,
    [property: Id(3)] string ProfileCode,
    [property: Id(4)] string District);

/// <summary>What is registered of a bureau.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.bureau-view")]
public sealed record BureauView(
    [property: Id(0)] string Id,
    [property: Id(1)] string NameZh,
    [property: Id(2)] string NameEn,
    [property: Id(3)] string Mark,
    [property: Id(4)] string ProfileCode,
    [property: Id(5)] string District);
