namespace Enforcement.Tests.Shared;

/// <summary>The whole way of a case under each regulation, from start to archive, as steps <c>kind field=value …</c> that a driver fills in from the profile.</summary>
internal static class Walks
{
    internal static readonly string[] Codes = ["CM", "CZ", "TA", "FS", "GC"];

    internal static string ProfileOf(string code) => code switch
    {
        "CM" => "cm/undated",
        "CZ" => "cz/undated",
        "TA" => "ta/2017-08-01",
        "FS" => "fs/undated",
        "GC" => "gc/2019-08-01",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "One of the five."),
    };

    internal static string ActTypeOf(string code) => code is "CZ" ? "licence" : "penalty";

    internal static string OriginOf(string code) => code is "CZ" ? "application" : "urgent";

    /// <summary>The steps up to the end of the act; what follows is <see cref="Filed"/>.</summary>
    internal static string[] Ended(string code) => code switch
    {
        "CZ" =>
        [
            "application", "application-outcome outcome=accepted complex=true", "decision-date-notice decisionDate=2026-04-30", "on-site-inspection", "hearing-notice", "hearing",
            "expert-argument", "draft major=true", "draft-review", "legal-review", "collective-discussion", "decision-approval", "decision outcome=given",
            "service-direct served=decision", "end-of-act ground=licence-given",
        ],
        "TA" =>
        [
            "urgent-start", "start-report", "start-approval outcome=approved", "inquiry", "on-site-inspection", "sampling", "rights-notice", "statement-defence phase=before-decision",
            "re-check phase=before-decision", "hearing-notice", "hearing", "legal-review", "collective-discussion", "decision-approval major=true", "decision", "service-leave served=decision",
            "demand", "enforcement-decision", "enforcement", "end-of-act ground=enforced", "end-of-execution ground=executed",
        ],
        _ =>
        [
            "urgent-start", .. Approved(code), "inquiry", "on-site-inspection", "prior-registration", "prior-registration-disposal", "rights-notice",
            "statement-defence phase=before-decision", "re-check phase=before-decision", "hearing-notice", "hearing", .. Decided(code), "service-direct served=decision", "performance",
            .. code is "GC" ? ["supervision-report"] : Array.Empty<string>(), "end-of-act ground=performed",
        ],
    };

    internal static string[] Filed => ["archive-handover", "archive"];

    /// <summary>The form of the start with its opinions and its approval.</summary>
    internal static string[] Approved(string code) =>
        code is "CM" or "FS" ? ["start-report", "start-unit-opinion", "start-approval outcome=approved"] : ["start-report", "start-approval outcome=approved"];

    private static string[] Decided(string code) => code is "GC"
        ? ["closing-report", "legal-review", "expert-argument", "collective-discussion", "decision-approval", "decision"]
        : ["draft", "draft-review", "legal-review", "expert-argument", "collective-discussion", "decision-approval", "decision"];
}
