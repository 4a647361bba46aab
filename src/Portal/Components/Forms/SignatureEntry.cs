using Enforcement.Grains.Interfaces.Cases;

namespace Enforcement.Portal.Components.Forms;

/// <summary>A signature in a form, or the refusal in its place.</summary>
public sealed class SignatureEntry(FormSignature rule)
{
    public FormSignature Rule { get; } = rule;

    public string By => Rule.By;

    public string Name { get; set; } = "";

    public bool Refused { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>Whether there is anything to send.</summary>
    public bool Given => Refused || !string.IsNullOrWhiteSpace(Name);

    public void Take(SignatureView? signature) =>
        (Name, Refused, Reason) = signature is null ? ("", false, "") : (signature.Name, signature.Refused, signature.Reason ?? "");

    public SignatureInfo ToMessage() => new(By, Name.Trim(), Refused, Refused && !string.IsNullOrWhiteSpace(Reason) ? Reason.Trim() : null);
}
