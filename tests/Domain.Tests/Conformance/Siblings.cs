using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Conformance;

/// <summary>The ordinary way of a penalty case under the three regulations of common ancestry.</summary>
internal static class Siblings
{
    internal const string CM = "cm/undated";
    internal const string FS = "fs/undated";
    internal const string GC = "gc/2019-08-01";

    internal static CaseWalk Urgent(string id) => CaseWalk.Under(id, ActType.Penalty, CaseOrigin.Urgent, "urgent-start");

    internal static CaseWalk Started(string id) => Opinions(CaseWalk.Under(id, ActType.Penalty, CaseOrigin.ExOfficio, "start-report")).Record("start-approval");

    /// <summary>The opinion of the handling unit, where the form has one.</summary>
    internal static CaseWalk Opinions(CaseWalk walk) => walk.Law.Act("start-unit-opinion") is null ? walk : walk.Record("start-unit-opinion");

    internal static CaseWalk Drafted(string id, params string[] fields)
    {
        var walk = Started(id).Record("rights-notice");
        return walk.Law.Act("closing-report") is null ? walk.Record("draft", fields).Record("draft-review") : walk.Record("closing-report", fields);
    }

    internal static CaseWalk Decided(string id) => Drafted(id).Record("decision-approval").Record("decision");

    internal static CaseWalk Served(string id) => Decided(id).Record("service-direct", "served=decision");

    internal static CaseWalk Ended(string id)
    {
        var walk = Served(id).Record("performance");
        return (walk.Law.Act("supervision-report") is null ? walk : walk.Record("supervision-report")).Record("end-of-act", "ground=performed");
    }
}
