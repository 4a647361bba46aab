using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Access;

namespace Enforcement.Grains.Interfaces.Officers;

/// <summary>One law-enforcement officer or other member of a bureau [执法人员]. Its key is the officer id.</summary>
[Alias("enforcement.officer")]
public interface IOfficerGrain : IGrainWithStringKey
{
    /// <summary>Registers the officer, or changes what is registered. The same content again does nothing.</summary>
    [Alias("register")]
    Task<CommandReply> RegisterAsync(RegisterOfficer request, Caller caller);

    /// <summary>Reads the register; <see langword="null"/>: not registered.</summary>
    [Alias("view")]
    Task<OfficerView?> ViewAsync();
}

/// <summary>Registers an officer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Bureau">The bureau's id.</param>
/// <param name="Certificate">The number of the law-enforcement certificate [执法证号]; empty: none, the person does not enforce.</param>
/// <param name="CertificateValidUntil">Its last day.</param>
/// <param name="Roles">Roles as kebab-case ids.</param>
/// <param name="Active">Whether in service.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.register-officer")]
public sealed record RegisterOfficer(
    [property: Id(0)] string Name,
    [property: Id(1)] string Bureau,
    [property: Id(2)] string Certificate,
    [property: Id(3)] DateOnly? CertificateValidUntil,
    [property: Id(4)] ImmutableArray<string> Roles,
    [property: Id(5)] bool Active = true);

/// <summary>What is registered.</summary>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.officer-view")]
public sealed record OfficerView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Bureau,
    [property: Id(3)] string Certificate,
    [property: Id(4)] DateOnly? CertificateValidUntil,
    [property: Id(5)] ImmutableArray<string> Roles,
    [property: Id(6)] bool Active);
