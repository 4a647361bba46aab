namespace Enforcement.Grains.Interfaces.ReadModel;

/// <summary>An officer [执法人员].</summary>
/// <param name="OfficerId">The officer, key of the row.</param>
/// <param name="Name">The name.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Certificate">The number of the law-enforcement certificate [执法证号], or null.</param>
/// <param name="CertificateValidUntil">The last day it is valid, or null.</param>
/// <param name="Roles">The roles, separated by commas.</param>
/// <param name="Active">Whether the officer is in office.</param>
[GenerateSerializer, Alias("row.officer")]
[ReadTable("officers", nameof(OfficerId))]
public sealed record OfficerRow(
    [property: Id(0)] string OfficerId,
    [property: Id(1)] string Name,
    [property: Id(2)] string Bureau,
    [property: Id(3)] string? Certificate,
    [property: Id(4)] DateOnly? CertificateValidUntil,
    [property: Id(5)] string Roles,
    [property: Id(6)] bool Active) : ReadRow;

/// <summary>What a list of officers is narrowed to.</summary>
/// <param name="Text">Only officers whose name, id or certificate contains this text; ASCII letters in any case.</param>
/// <param name="Name">Only officers of exactly this name.</param>
/// <param name="InService">Only officers in office, or only those no longer; <see langword="null"/>: both.</param>
/// <param name="Certified">Only officers with the number of a certificate [执法证号].</param>
public sealed record OfficerQuery(string? Text = null, string? Name = null, bool? InService = null, bool Certified = false);
