using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations;

/// <summary>A regulation profile [制度配置]: everything one regulation on full-process recording demands, as dated data.</summary>
/// <remarks>
/// Read by <see cref="ProfileReader"/> only, which refuses unknown and missing members, unknown articles and contradicting rules.
/// A profile in force is never edited: a change is a new file with a later <see cref="EffectiveFrom"/>. A case is pinned to the profile
/// in force when it started, by <see cref="Id"/> and by the SHA-256 of the file's text.
/// </remarks>
public sealed record Profile
{
    /// <summary>The version of this file format. Always 1.</summary>
    public required int Format { get; init; }

    /// <summary>Stable id, equal to the file's path below the profile folder without its ending: <c>ta/2017-08-01</c>, <c>cm/undated</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The regulation's code, which is also the prefix of its own articles: <c>CM CZ TA FS GC</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The title of the regulation.</summary>
    public required Words Title { get; init; }

    /// <summary>First day in force. <see langword="null"/>: the text carries no date; in force since before this system began.</summary>
    public required DateOnly? EffectiveFrom { get; init; }

    /// <summary>The sources whose articles the profile may cite: its own code and national laws by name (<c>行政处罚法</c>).</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Which kinds of administrative act [行政行为] the regulation covers.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Limits on the declared instants of acts.</summary>
    public required EntryLimits Entry { get; init; }

    /// <summary>What the regulation declares without a rule to execute: purpose, principles, definitions.</summary>
    public required ImmutableArray<Statement> Statements { get; init; }

    /// <summary>The acts [执法环节] the regulation knows, each with its forms, signatures, recordings and gates.</summary>
    public required ImmutableArray<ActRule> Acts { get; init; }

    /// <summary>Gates that stand before many acts at once.</summary>
    public required ImmutableArray<GeneralGate> Gates { get; init; }

    /// <summary>The terms [期限] that the regulation and the laws it cites set.</summary>
    public required ImmutableArray<ClockRule> Clocks { get; init; }

    /// <summary>Rules on audio-video records [音像记录] that hold for every recording.</summary>
    public required RecordingRules Recordings { get; init; }

    /// <summary>What the file must hold besides the acts when it is archived [归档].</summary>
    public required ArchiveRules Archive { get; init; }

    /// <summary>Who may let a party read or copy [查阅、复制].</summary>
    public required ImmutableArray<AccessRule> Access { get; init; }

    /// <summary>Duties of the organ that no single act carries: equipment, custody, integrity, supervision, assessment.</summary>
    public required ImmutableArray<Duty> Duties { get; init; }

    /// <summary>Articles of the regulation that no member above carries yet, each with the reason.</summary>
    public required ImmutableArray<NotCarried> NotCarried { get; init; }

    /// <summary>The rule of an act kind, or <see langword="null"/> when the profile does not list it.</summary>
    public ActRule? Act(string kind) => Acts.FirstOrDefault(a => a.Kind == kind);

    /// <summary>The clock rule with this id, or <see langword="null"/>.</summary>
    public ClockRule? Clock(string id) => Clocks.FirstOrDefault(c => c.Id == id);
}

/// <summary>The scope of a regulation [适用范围].</summary>
/// <param name="Article">The article that says so.</param>
/// <param name="ActTypes">The kinds of act covered; an act outside of them is refused with this article.</param>
public sealed record Scope(string Article, ImmutableArray<ActType> ActTypes);

/// <summary>The kinds of administrative act [行政许可、处罚、强制、检查、收费、征收、其他].</summary>
public enum ActType
{
    /// <summary>行政许可</summary>
    Licence,

    /// <summary>行政处罚</summary>
    Penalty,

    /// <summary>行政强制</summary>
    Coercion,

    /// <summary>行政检查</summary>
    Inspection,

    /// <summary>行政收费</summary>
    Fee,

    /// <summary>行政征收</summary>
    Levy,

    /// <summary>其他行政行为, where a regulation does not list the kinds.</summary>
    Other,
}

/// <summary>How far back an act may be declared.</summary>
/// <param name="PastDays">Calendar days of 24 hours that <c>occurredAt</c> may lie before <c>recordedAt</c>. Seven unless the regulation says otherwise.</param>
/// <param name="LateAfterHours">An entry written down later than this many hours after the act is marked late.</param>
public sealed record EntryLimits(int PastDays, int LateAfterHours);

/// <summary>A declarative row: nothing to execute, shown to the reader.</summary>
public sealed record Statement(string Article, Words Text);

/// <summary>A duty of the organ [机关职责] that is supervised, not executed at a single act.</summary>
/// <param name="Id">Stable id inside the profile.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Kind">What the duty is about.</param>
/// <param name="Bearer">Who bears it, as the text says.</param>
/// <param name="Text">The duty in words.</param>
/// <param name="Items">The items that the text lists, possibly none.</param>
public sealed record Duty(string Id, string Article, DutyKind Kind, Words Bearer, Words Text, ImmutableArray<Words> Items);

/// <summary>What a <see cref="Duty"/> is about.</summary>
public enum DutyKind
{
    /// <summary>设备配备</summary>
    Equipment,

    /// <summary>保管</summary>
    Custody,

    /// <summary>原始记录完整性</summary>
    Integrity,

    /// <summary>查阅与公开</summary>
    Access,

    /// <summary>监督、考核、责任</summary>
    Supervision,

    /// <summary>系统与留痕</summary>
    System,
}

/// <summary>An article that the profile does not carry yet.</summary>
/// <param name="Article">The cite, such as <c>CM-33</c>.</param>
/// <param name="Why">Why it is not carried, and what will carry it.</param>
public sealed record NotCarried(string Article, Words Why);

/// <summary>A party's right to read or copy the record [查阅、复制] and who consents.</summary>
/// <param name="Article">The article that says so.</param>
/// <param name="Right">Reading, copying, or both.</param>
/// <param name="State">In which state of the case the rule holds.</param>
/// <param name="Approver">The role whose consent is needed; <see langword="null"/> where another procedure decides.</param>
/// <param name="Procedure">The other procedure, where there is one.</param>
public sealed record AccessRule(string Article, PartyRight Right, CaseOpenness State, string? Approver, Words? Procedure);

/// <summary>What a party may ask for.</summary>
public enum PartyRight
{
    /// <summary>查阅</summary>
    Read,

    /// <summary>复制</summary>
    Copy,

    /// <summary>查阅、复制</summary>
    ReadAndCopy,
}

/// <summary>Whether a rule holds before or after archiving.</summary>
public enum CaseOpenness
{
    /// <summary>Before and after.</summary>
    Any,

    /// <summary>未归档</summary>
    Open,

    /// <summary>已结案归档</summary>
    Archived,
}
