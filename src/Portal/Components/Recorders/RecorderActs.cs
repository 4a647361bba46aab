using Enforcement.Grains.Interfaces;

namespace Enforcement.Portal.Components.Recorders;

/// <summary>What may be done with a recorder in its state, and the refusal of a page itself.</summary>
internal static class RecorderActs
{
    /// <summary>The role may have changed since the page was drawn.</summary>
    public static readonly BrokenRule NotYours = new(
        "portal.not-yours", null, null, new Wording("当前岗位不能管理该执法机关的执法记录仪", "Your role may not manage the recorders of this bureau"), new Wording("请由该执法机关的记录仪管理员办理", "Ask the bureau's fleet manager"), null);

    /// <summary>The acts that the state allows, in the order in which they are offered.</summary>
    /// <param name="state">in-store, issued, repair, retired.</param>
    public static IReadOnlyList<RecorderAct> Of(string state) => state switch
    {
        "in-store" => [RecorderAct.Issue, RecorderAct.ToRepair],
        "issued" => [RecorderAct.Return, RecorderAct.ToRepair],
        "repair" => [RecorderAct.Repaired],
        _ => [],
    };
}

/// <summary>Something that is done with a recorder and can be taken back by another act.</summary>
internal enum RecorderAct
{
    Issue,
    Return,
    ToRepair,
    Repaired,
}
