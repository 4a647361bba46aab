using System.Collections.Immutable;

namespace Enforcement.Domain.Officers;

/// <summary>What is registered of a member of a bureau [执法人员名册].</summary>
public abstract record OfficerEvent : DomainEvent
{
    private OfficerEvent()
    {
    }

    /// <summary>The register's entry, whole: the latest one counts.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Bureau">The bureau's id.</param>
    /// <param name="Certificate">The number of the law-enforcement certificate [执法证号]; empty: none.</param>
    /// <param name="CertificateValidUntil">Its last day.</param>
    /// <param name="Roles">Roles, kebab-case.</param>
    /// <param name="Active">Whether in service.</param>
    public sealed record Registered(
        string Name, string Bureau, string Certificate, DateOnly? CertificateValidUntil, ImmutableArray<string> Roles, bool Active) : OfficerEvent;
}
