namespace Enforcement.Portal.Components.Forms;

/// <summary>Where each control of a form stands in its draft. The script splits at the slashes, so ids are escaped.</summary>
public static class DraftPaths
{
    public const string OccurredAt = "occurredAt";
    public const string AvEnded = "avEnded";
    public const string RefersTo = "refersTo";
    public const string ConsentAct = "consentAct";
    public const string CorrectionReason = "correctionReason";
    public const string ExemptionClaimed = "exemption/claimed";
    public const string ExemptionGround = "exemption/ground";
    public const string ExemptionReason = "exemption/reason";

    public static string Field(string id) => $"fields/{Id(id)}";

    public static string Officer(string id, string what) => $"officers/{Id(id)}/{what}";

    public static string Document(string id, string what) => $"documents/{Id(id)}/{what}";

    public static string Signature(string by, string what) => $"signatures/{Id(by)}/{what}";

    public static string Recording(string id) => $"recordings/{Id(id)}";

    /// <summary>A part of a new case that is not of its first act.</summary>
    public static string Case(string what) => $"case/{what}";

    private static string Id(string id) => Uri.EscapeDataString(id);
}
