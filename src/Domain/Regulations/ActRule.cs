using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations;

/// <summary>What a regulation demands of one kind of act [执法环节]: who, which fields, documents, signatures, recordings, and what must come before.</summary>
public sealed record ActRule
{
    /// <summary>The act kind: a stable id in kebab-case, shared by all profiles: <c>on-site-inspection</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The name of the act as this regulation calls it.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that the act comes from.</summary>
    public required string Article { get; init; }

    /// <summary>The phase the act belongs to.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>The stage the case has reached once the act is recorded; <see langword="null"/>: the act moves nothing.</summary>
    public CaseStage? Reaches { get; init; }

    /// <summary><see cref="Reaches"/> holds only under this condition (an approval that approves); <see langword="null"/>: always.</summary>
    public Condition? ReachesWhen { get; init; }

    /// <summary>Roles that may record the act, as kebab-case ids (<c>officer</c>, <c>unit-head</c>).</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The kinds of case the act belongs to; empty: all in scope.</summary>
    public ImmutableArray<ActType> ActTypes { get; init; } = [];

    /// <summary>The origins of a case that this act may open; empty: the act cannot be the first of a case.</summary>
    public ImmutableArray<CaseOrigin> Opens { get; init; } = [];

    /// <summary>Whether the act may be recorded only once (a correction does not count). Default no.</summary>
    public bool Once { get; init; }

    /// <summary>
    /// Whether the instant of the act is declared by the person who records it. No: the act happens in this system (an opinion, an approval),
    /// so that its instant is the system's own. Default yes.
    /// </summary>
    public bool Declared { get; init; } = true;

    /// <summary>Whether the act may still be recorded when the case is archived. Default no.</summary>
    public bool AfterArchive { get; init; }

    /// <summary>Kinds of act to one of which this act must refer (an approval refers to the form it approves); empty: none.</summary>
    public ImmutableArray<string> RefersTo { get; init; } = [];

    /// <summary>Acts whose recorder must be a different person, each with the article that says so.</summary>
    public ImmutableArray<OtherPerson> NotBy { get; init; } = [];

    /// <summary>Fields of the form, in the order of the form.</summary>
    public ImmutableArray<FieldRule> Fields { get; init; } = [];

    /// <summary>Officers present: number, certificates, showing [执法人员数量、证件编号及出示情况].</summary>
    public ImmutableArray<OfficerRule> Officers { get; init; } = [];

    /// <summary>Documents [文书] of the act.</summary>
    public ImmutableArray<DocumentRule> Documents { get; init; } = [];

    /// <summary>Signatures [签名或盖章] on it.</summary>
    public ImmutableArray<SignatureRule> Signatures { get; init; } = [];

    /// <summary>
    /// Audio-video record [音像记录]. The first rule whose condition holds applies; none: text record only, a recording may still be linked.
    /// </summary>
    public ImmutableArray<AvRule> Av { get; init; } = [];

    /// <summary>What must hold before the act may be recorded.</summary>
    public ImmutableArray<Gate> Gates { get; init; } = [];
}

/// <summary>The stages of a case [阶段], in order.</summary>
public enum CaseStage
{
    /// <summary>登记: something came in, the procedure has not started.</summary>
    Registered,

    /// <summary>启动</summary>
    Started,

    /// <summary>调查取证</summary>
    Investigation,

    /// <summary>审查</summary>
    Review,

    /// <summary>决定</summary>
    Decided,

    /// <summary>送达</summary>
    Served,

    /// <summary>履行与执行</summary>
    Performance,

    /// <summary>行为终结</summary>
    Ended,

    /// <summary>归档</summary>
    Archived,
}

/// <summary>How a case comes about [来源].</summary>
public enum CaseOrigin
{
    /// <summary>依申请</summary>
    Application,

    /// <summary>依职权</summary>
    ExOfficio,

    /// <summary>投诉举报</summary>
    Complaint,

    /// <summary>双随机抽查</summary>
    DoubleRandom,

    /// <summary>情况紧急先行启动</summary>
    Urgent,

    /// <summary>简易程序</summary>
    Summary,
}

/// <summary>The recorder of the act must not be the recorder of an act of this kind.</summary>
/// <param name="Act">The act kind of the other person.</param>
/// <param name="Article">The article that separates the two [承办、审核、批准分离].</param>
public sealed record OtherPerson(string Act, string Article);

/// <summary>One field of an act's form.</summary>
public sealed record FieldRule
{
    /// <summary>Stable id inside the act: camelCase.</summary>
    public required string Id { get; init; }

    /// <summary>The label.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that demands the field.</summary>
    public required string Article { get; init; }

    /// <summary>The kind of value. Default text.</summary>
    public FieldType Type { get; init; } = FieldType.Text;

    /// <summary>Whether a value is needed. Default yes.</summary>
    public bool Required { get; init; } = true;

    /// <summary>When given, <see cref="Required"/> holds only under this condition.</summary>
    public Condition? When { get; init; }

    /// <summary>The values of a <see cref="FieldType.Choice"/>.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Longest text, in UTF-16 code units. Default 2000.</summary>
    public int MaxLength { get; init; } = 2000;

    /// <summary>The case flag that takes this field's value once the act is recorded; conditions may then ask for it.</summary>
    public string? Sets { get; init; }
}

/// <summary>A value that may be chosen.</summary>
public sealed record Choice(string Id, Words Name);

/// <summary>The kinds of field.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Many lines.</summary>
    LongText,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of <see cref="FieldRule.Choices"/>.</summary>
    Choice,

    /// <summary>A whole number, not negative.</summary>
    Number,

    /// <summary>An amount in fen [分], a whole number.</summary>
    Money,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>An instant with offset, ISO 8601.</summary>
    Instant,
}

/// <summary>How many officers must be named with their certificates.</summary>
/// <param name="Min">The least number of officers present.</param>
/// <param name="Shown">Whether showing the certificate must be recorded for each.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="When">Only under this condition; <see langword="null"/>: always.</param>
public sealed record OfficerRule(int Min, bool Shown, string Article, Condition? When = null);

/// <summary>A document [文书] of an act.</summary>
public sealed record DocumentRule
{
    /// <summary>Stable id inside the act, kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the document.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that demands it.</summary>
    public required string Article { get; init; }

    /// <summary>Whether it is needed. Default yes.</summary>
    public bool Required { get; init; } = true;

    /// <summary>When given, <see cref="Required"/> holds only under this condition.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether it may follow after the act; then the case is incomplete until it has come. Default no.</summary>
    public bool Later { get; init; }

    /// <summary>Documents of one group stand for each other: one of them is enough. <see langword="null"/>: on its own.</summary>
    public string? AnyOf { get; init; }
}

/// <summary>A signature [签名或盖章] on an act.</summary>
/// <param name="By">Who signs.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Required">Whether it is needed.</param>
/// <param name="Refusable">Whether a refusal to sign may be recorded, with its reason, in its place [拒绝签字应当记录].</param>
/// <param name="When">Only under this condition; <see langword="null"/>: always.</param>
public sealed record SignatureRule(Signer By, string Article, bool Required = true, bool Refusable = false, Condition? When = null);

/// <summary>Who signs.</summary>
public enum Signer
{
    /// <summary>执法人员</summary>
    Officer,

    /// <summary>当事人</summary>
    Party,

    /// <summary>当事人或在场人员</summary>
    PartyOrPresent,

    /// <summary>见证人</summary>
    Witness,

    /// <summary>送达人</summary>
    Server,

    /// <summary>受送达人或签收人</summary>
    Receiver,

    /// <summary>承办人</summary>
    Handler,

    /// <summary>审核人</summary>
    Reviewer,

    /// <summary>负责人</summary>
    Head,

    /// <summary>有关工作人员</summary>
    Staff,

    /// <summary>档案管理人员</summary>
    Custodian,
}

/// <summary>Whether an act needs an audio-video record [音像记录].</summary>
public sealed record AvRule
{
    /// <summary>Required, optional, or none.</summary>
    public required AvNeed Need { get; init; }

    /// <summary>The article that says so.</summary>
    public required string Article { get; init; }

    /// <summary>The condition under which the rule applies; <see langword="null"/>: always. Only the last rule of an act may have none.</summary>
    public Condition? When { get; init; }

    /// <summary>Which kinds of record satisfy it; empty: any.</summary>
    public ImmutableArray<AvMode> Modes { get; init; } = [];

    /// <summary>Whether a required record may be left out. Default: no exemption.</summary>
    public AvExemption Exemption { get; init; } = AvExemption.None;

    /// <summary>The article of the exemption, where it is another one.</summary>
    public string? ExemptionArticle { get; init; }
}

/// <summary>The need of an audio-video record.</summary>
public enum AvNeed
{
    /// <summary>Not asked for.</summary>
    None,

    /// <summary>可以</summary>
    Optional,

    /// <summary>应当</summary>
    Required,
}

/// <summary>Kinds of audio-video record [照相、录音、录像、视频监控].</summary>
public enum AvMode
{
    /// <summary>照相</summary>
    Photo,

    /// <summary>录音</summary>
    Audio,

    /// <summary>录像</summary>
    Video,

    /// <summary>视频监控</summary>
    Surveillance,
}

/// <summary>Under which rule a required audio-video record may be left out [不适宜音像记录的除外].</summary>
public enum AvExemption
{
    /// <summary>Never.</summary>
    None,

    /// <summary>State secrets and the like only [国家秘密等].</summary>
    Secrets,

    /// <summary>Unsuitable; a reason is not demanded.</summary>
    Unsuitable,

    /// <summary>Unsuitable; the reason must be written down.</summary>
    UnsuitableWithReason,
}
