using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Officers;
using Enforcement.Grains.Interfaces.ReadModel;
using Enforcement.Portal.Session;

namespace Enforcement.Portal.Pages.Officers;

/// <summary>What stands in the form of an officer.</summary>
internal sealed class OfficerEdit
{
    public string CommandId { get; } = PortalSession.NewCommandId();

    /// <summary>Whether the officer is registered already.</summary>
    public bool Known { get; init; }

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Bureau { get; set; } = "";

    public string Certificate { get; set; } = "";

    public DateOnly? ValidUntil { get; set; }

    public SortedSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public bool Active { get; set; } = true;

    public static OfficerEdit Of(OfficerRow row)
    {
        OfficerEdit edit = new()
        {
            Known = true,
            Id = row.OfficerId,
            Name = row.Name,
            Bureau = row.Bureau,
            Certificate = row.Certificate ?? "",
            ValidUntil = row.CertificateValidUntil,
            Active = row.Active,
        };
        edit.Roles.UnionWith(row.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return edit;
    }

    public void Toggle(string role, bool held)
    {
        if (held)
        {
            Roles.Add(role);
        }
        else
        {
            Roles.Remove(role);
        }
    }

    public RegisterOfficer ToMessage() => new(Name.Trim(), Bureau, Certificate.Trim(), ValidUntil, Roles.ToImmutableArray(), Active);
}
