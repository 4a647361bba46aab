using System.Collections.Immutable;

namespace Enforcement.Domain.Cases;

/// <summary>What kind of thing waits for somebody [待办事项].</summary>
public enum WorkKind
{
    /// <summary>补报、补办: the report or approval that must follow an urgent act.</summary>
    BackApproval,

    /// <summary>待审批: a submitted form waits for an opinion or a decision.</summary>
    Approval,

    /// <summary>待法制审核: it waits for the legal reviewer.</summary>
    Review,

    /// <summary>退回: a form came back to its author with words.</summary>
    SentBack,

    /// <summary>待办环节: the next act that a running term asks for.</summary>
    NextAct,

    /// <summary>待移交: a recording is to be handed in.</summary>
    HandIn,

    /// <summary>待关联: a stored recording belongs to no act yet.</summary>
    Link,

    /// <summary>待归档: a file that was handed over and lacks nothing is to be archived.</summary>
    Archive,

    /// <summary>待补正: something that the profile demands is missing, be it for the archive.</summary>
    Complete,

    /// <summary>继续办理: nothing in particular is due; the case is with its handler.</summary>
    Continue,
}

/// <summary>One thing that waits in a case or at a recording. It follows from the ledger alone: no clock is asked.</summary>
public sealed record WorkItem
{
    /// <summary>The id inside its stream, stable as long as the thing waits.</summary>
    public required string Id { get; init; }

    /// <summary>The kind.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>Roles that may do it, as kebab-case ids.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The person it waits for; <see langword="null"/>: anyone of the bureau with one of the roles.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>The act kind to be recorded; <see langword="null"/>: no single act.</summary>
    public string? Act { get; init; }

    /// <summary>The entry it is about: the form to be approved, the decision that sent a form back, the act that needs its recording.</summary>
    public string? About { get; init; }

    /// <summary>What is to be done, as the regulation calls it.</summary>
    public required Words Name { get; init; }

    /// <summary>The article that asks for it.</summary>
    public string? Article { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the term that it holds up ends; <see langword="null"/>: no such term, or one without a number.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The name of that term.</summary>
    public Words? Term { get; init; }

    /// <summary>Words that belong to it: the opinion with which a form was sent back.</summary>
    public string? Note { get; init; }
}
