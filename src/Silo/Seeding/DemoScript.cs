using System.Collections.Immutable;

namespace Enforcement.Silo.Seeding;

/// <summary>One step of a demo case.</summary>
/// <param name="Kind">The act; skipped where the bureau's profile does not list it.</param>
/// <param name="HoursMin">Least working time after the step before.</param>
/// <param name="HoursMax">Most.</param>
/// <param name="Say">Field values that matter for the course, by id; those the form does not have are left out.</param>
internal sealed record DemoStep(string Kind, int HoursMin, int HoursMax, ImmutableDictionary<string, string> Say)
{
    public static DemoStep Of(string kind, int min, int max, params (string Field, string Value)[] say) => new(kind, min, max, say.ToImmutableDictionary(s => s.Field, s => s.Value));
}

/// <summary>The courses that demo cases take: the life of a case, one line for each act.</summary>
internal static class DemoScript
{
    private static readonly DemoStep Report = DemoStep.Of("start-report", 1, 6, ("major", "false"));
    private static readonly DemoStep UnitOpinion = DemoStep.Of("start-unit-opinion", 1, 4, ("outcome", "passed"));
    private static readonly DemoStep Approval = DemoStep.Of("start-approval", 1, 8, ("outcome", "approved"));

    private static readonly ImmutableArray<DemoStep> Investigation =
    [
        DemoStep.Of("on-site-inspection", 2, 30),
        DemoStep.Of("inquiry", 4, 48),
        DemoStep.Of("evidence-retrieval", 8, 60),
        DemoStep.Of("rights-notice", 24, 80),
        DemoStep.Of("statement-defence", 24, 72, ("phase", "before-decision")),
        DemoStep.Of("re-check", 8, 40, ("phase", "before-decision")),
        DemoStep.Of("closing-report", 16, 60),
        DemoStep.Of("draft", 8, 60, ("major", "false")),
        DemoStep.Of("draft-review", 4, 30, ("outcome", "passed")),
        DemoStep.Of("legal-review", 8, 70, ("outcome", "passed")),
        DemoStep.Of("collective-discussion", 24, 90),
        DemoStep.Of("decision-approval", 4, 40, ("outcome", "approved")),
        DemoStep.Of("decision", 2, 20),
    ];

    private static readonly ImmutableArray<DemoStep> Ending =
    [
        DemoStep.Of("performance", 40, 240),
        DemoStep.Of("supervision-report", 8, 60),
        DemoStep.Of("end-of-act", 8, 120, ("ground", "performed")),
        DemoStep.Of("end-of-execution", 1, 8, ("ground", "performed")),
        DemoStep.Of("archive-handover", 24, 400),
        DemoStep.Of("archive", 4, 48),
    ];

    /// <summary>The course of an origin.</summary>
    /// <param name="origin">How the case comes about.</param>
    /// <param name="service">How the decision is served.</param>
    public static ImmutableArray<DemoStep> Of(string origin, string service) => origin switch
    {
        "urgent" => [DemoStep.Of("urgent-start", 0, 0), Report, UnitOpinion, Approval, .. Investigation, Service(service), .. Ending],
        "ex-officio" => [DemoStep.Of("start-report", 0, 0, ("major", "false")), UnitOpinion, Approval, .. Investigation, Service(service), .. Ending],
        "complaint" => [DemoStep.Of("complaint", 0, 0, ("realName", "true")), Report, UnitOpinion, Approval, .. Investigation, Service(service), .. Ending],
        "double-random" => [DemoStep.Of("double-random-check", 0, 0), Report, UnitOpinion, Approval, .. Investigation, Service(service), .. Ending],
        "application" =>
        [
            DemoStep.Of("application", 0, 0), DemoStep.Of("application-outcome", 1, 20, ("outcome", "accepted")), DemoStep.Of("on-site-inspection", 10, 60), DemoStep.Of("draft", 8, 40, ("major", "false")),
            DemoStep.Of("draft-review", 4, 20, ("outcome", "passed")), DemoStep.Of("legal-review", 4, 30, ("outcome", "passed")), DemoStep.Of("decision-approval", 4, 30, ("outcome", "approved")), DemoStep.Of("decision", 1, 8),
            Service("service-direct"), DemoStep.Of("end-of-act", 2, 40, ("ground", "licence-given")), DemoStep.Of("end-of-execution", 1, 8, ("ground", "nothing-to-execute")), DemoStep.Of("archive-handover", 24, 300), DemoStep.Of("archive", 4, 48),
        ],
        "summary" => [DemoStep.Of("summary-decision", 0, 0, ("disputeProne", "false")), DemoStep.Of("summary-filing", 8, 40), Service("service-direct"), .. Ending],
        _ => throw new ArgumentException($"No course for {origin}.", nameof(origin)),
    };

    private static DemoStep Service(string kind) => DemoStep.Of(kind, 8, 60, ("served", "decision"));
}
