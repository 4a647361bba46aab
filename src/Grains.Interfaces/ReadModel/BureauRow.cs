namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>A bureau [执法机关].</summary>
/// <param name="BureauId">The bureau, key of the row.</param>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="ProfileId">The regulation profile in force for it.</param>
/// <param name="District">The district [区].</param>
[GenerateSerializer, Alias("row.bureau")]
[ReadTable("bureaus", nameof(BureauId))]
public sealed record BureauRow(
    [property: Id(0)] string BureauId,
    [property: Id(1)] string NameZh,
    [property: Id(2)] string NameEn,
    [property: Id(3)] string ProfileId,
    [property: Id(4)] string District) : ReadRow;
