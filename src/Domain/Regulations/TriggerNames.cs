using System.Diagnostics;

namespace Enforcement.Domain.Regulations;

/// <summary>What starts or stops a term, in words.</summary>
public static class TriggerNames
{
    /// <summary>The name of the act as the profile calls it, or the fact in words.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="profile">The profile it stands in.</param>
    public static Words Of(Trigger trigger, Profile profile) => trigger switch
    {
        { Act: { } kind } => profile.Act(kind)?.Name ?? ActKinds.Find(kind)?.Name ?? new Words(kind, kind),
        { Fact: ClockFact.AvDue } => new Words("应当音像记录的环节录制完成", "recording of an act that needs it ended"),
        { Fact: ClockFact.AvStored } => new Words("所需音像记录全部存储并核验", "every recording needed is stored and verified"),
        { Fact: ClockFact.RecordingEnded } => new Words("音像记录制作完成", "the recording was completed"),
        { Fact: ClockFact.RecordingStored } => new Words("音像记录存储并核验", "the recording is stored and verified"),
        _ => throw new UnreachableException($"Unknown trigger {trigger}."),
    };
}
