using System.Collections.Immutable;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Regulations;

/// <summary>A term [期限] as a regulation or law sets it: what starts it, what stops it, how long it is, what suspends or extends it.</summary>
public sealed record ClockRule
{
    /// <summary>Stable id inside the profile, kebab-case: <c>late-report</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the term.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that sets it.</summary>
    public required string Article { get; init; }

    /// <summary>Whose clock it is.</summary>
    public required ClockSubject Subject { get; init; }

    /// <summary>What starts it. Several: whichever comes first.</summary>
    public required ImmutableArray<Trigger> Start { get; init; }

    /// <summary>What stops it. Several: whichever comes first.</summary>
    public required ImmutableArray<Trigger> Stop { get; init; }

    /// <summary>What re-opens a stopped clock with its original due instant (a form sent back).</summary>
    public ImmutableArray<Trigger> Reopen { get; init; } = [];

    /// <summary>How long it runs.</summary>
    public required Term Term { get; init; }

    /// <summary>For a term of unit <see cref="TermUnit.Date"/>: the field of the starting act that holds the day.</summary>
    public string? DateField { get; init; }

    /// <summary>The clock exists only under this condition, asked when it would start.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether a last day that is no working day rolls to the next working day. Default no: the regulations are silent.</summary>
    public bool Roll { get; init; }

    /// <summary>Times that do not count.</summary>
    public ImmutableArray<SuspensionRule> Suspend { get; init; } = [];

    /// <summary>Lawful extensions.</summary>
    public ImmutableArray<ExtensionRule> Extend { get; init; } = [];

    /// <summary>The article that lets another law replace the term [法律、法规、规章有具体要求的，从其规定]; <see langword="null"/>: it cannot be replaced.</summary>
    public string? OverrideArticle { get; init; }

    /// <summary>The exemption for remote or continuous work [连续工作、异地工作或在边远、交通不便地区执法] (FS-31); recordings only.</summary>
    public RemoteWorkRule? RemoteWork { get; init; }

    /// <summary>How long before the due instant the clock is shown as near, most distant first.</summary>
    public ImmutableArray<Term> Warn { get; init; } = [];

    /// <summary>Not in the regulation: a city-wide aim or a supervisor's hint, always labelled as such. Default no.</summary>
    public bool Advisory { get; init; }
}

/// <summary>Whose clock it is.</summary>
public enum ClockSubject
{
    /// <summary>The case: one instance.</summary>
    Case,

    /// <summary>One instance for each act that starts it.</summary>
    Act,

    /// <summary>One instance for each recording.</summary>
    Recording,
}

/// <summary>Something that starts or stops a clock: an act of a kind (perhaps with a field's value), or a fact about recordings.</summary>
public sealed record Trigger
{
    /// <summary>The act kind.</summary>
    public string? Act { get; init; }

    /// <summary>The field of that act that must have the value <see cref="Is"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The value.</summary>
    public string? Is { get; init; }

    /// <summary>A fact about recordings, instead of an act.</summary>
    public ClockFact? Fact { get; init; }
}

/// <summary>Facts that are not acts.</summary>
public enum ClockFact
{
    /// <summary>An act was recorded that needs an audio-video record; counted from the end of its recording [音像记录制作完成].</summary>
    AvDue,

    /// <summary>Every recording that the act needs is stored and its hash verified.</summary>
    AvStored,

    /// <summary>A recording was completed [音像记录制作完成].</summary>
    RecordingEnded,

    /// <summary>The store has the whole file and has verified its hash.</summary>
    RecordingStored,
}

/// <summary>A time that does not count.</summary>
/// <param name="From">The act that begins it.</param>
/// <param name="Until">The act that ends it.</param>
/// <param name="Article">The article that excludes the time.</param>
public sealed record SuspensionRule(Trigger From, Trigger Until, string Article);

/// <summary>A lawful extension.</summary>
/// <param name="By">The act that extends.</param>
/// <param name="Term">By how much: counted on from the old due instant in its own unit.</param>
/// <param name="Times">How often at most.</param>
/// <param name="Article">The article that allows it.</param>
public sealed record ExtensionRule(Trigger By, Term Term, int Times, string Article);

/// <summary>The exemption for remote or continuous work.</summary>
/// <param name="Article">The article of the exemption.</param>
/// <param name="Term">The term from the return to the unit.</param>
/// <param name="Grounds">The grounds that may be declared.</param>
public sealed record RemoteWorkRule(string Article, Term Term, ImmutableArray<Choice> Grounds);

/// <summary>Rules on recordings in general.</summary>
public sealed record RecordingRules
{
    /// <summary>The article that makes text the basic form, or both equal.</summary>
    public required string Article { get; init; }

    /// <summary>What a recording must show [重点摄录内容]; empty where the regulation has no list.</summary>
    public required ImmutableArray<ContentItem> Content { get; init; }

    /// <summary>How recording is done on the spot: voice statement, warning, no interruption, explanation, bystanders.</summary>
    public required ImmutableArray<ContentItem> Conduct { get; init; }

    /// <summary>Fixed windows and places with surveillance [窗口视频监控].</summary>
    public required ImmutableArray<FixedPlace> Places { get; init; }

    /// <summary>The ban on keeping recordings oneself [不得自行保管]; <see langword="null"/> where the regulation has none.</summary>
    public required string? SelfKeepingBanArticle { get; init; }
}

/// <summary>An item with its article.</summary>
public sealed record ContentItem(string Id, Words Name, string Article);

/// <summary>A place with fixed surveillance.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">The place.</param>
/// <param name="Need">May or must.</param>
/// <param name="Article">The article.</param>
public sealed record FixedPlace(string Id, Words Name, AvNeed Need, string Article);

/// <summary>What an archived file must hold besides the acts.</summary>
public sealed record ArchiveRules
{
    /// <summary>The article on archiving.</summary>
    public required string Article { get; init; }

    /// <summary>Text about each electronic record [制作方法、制作时间、制作人、证明对象]; empty where not asked for.</summary>
    public required ImmutableArray<FieldRule> RecordingFields { get; init; }

    /// <summary>The article that demands a transcript of sound [声音资料文字记录]; <see langword="null"/> where not asked for.</summary>
    public required string? TranscriptArticle { get; init; }

    /// <summary>The article on retention [保存期]; <see langword="null"/> where silent. None of the five gives a number.</summary>
    public required string? RetentionArticle { get; init; }
}
