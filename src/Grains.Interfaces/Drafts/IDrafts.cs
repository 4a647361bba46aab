using System.Collections.Immutable;

namespace Enforcement.Grains.Interfaces.Drafts;

/// <summary>Drafts of acts [草稿], saved while somebody types. Only the person who typed sees them; nothing in them is a record yet.</summary>
/// <remarks>Durable before the answer. Instants are the machine clock's. A draft that nobody touched for 30 days is gone.</remarks>
public interface IDrafts
{
    /// <summary>The drafts of a person in every bureau, the one saved last first.</summary>
    /// <param name="person">The account.</param>
    /// <param name="ct">Frees the caller.</param>
    Task<ImmutableArray<DraftLine>> ListAsync(string person, CancellationToken ct);

    /// <summary>One draft with its content; <see langword="null"/>: there is none.</summary>
    /// <param name="person">The account.</param>
    /// <param name="key">Which draft.</param>
    /// <param name="ct">Frees the caller.</param>
    Task<Draft?> FindAsync(string person, DraftKey key, CancellationToken ct);

    /// <summary>Saves a draft. The later save wins; <see cref="DraftSaved.Overtook"/> tells that another window had saved in between.</summary>
    /// <param name="person">The account.</param>
    /// <param name="save">What is saved.</param>
    /// <param name="ct">Frees the caller, does not undo.</param>
    Task<DraftAnswer> SaveAsync(string person, DraftToSave save, CancellationToken ct);

    /// <summary>Removes a draft, because it was recorded or thrown away. One that is not there is no fault.</summary>
    /// <param name="person">The account.</param>
    /// <param name="key">Which draft.</param>
    /// <param name="ct">Frees the caller, does not undo.</param>
    Task RemoveAsync(string person, DraftKey key, CancellationToken ct);
}

/// <summary>How much is kept of drafts.</summary>
public static class DraftLimits
{
    /// <summary>Largest content, in bytes of UTF-8.</summary>
    public const int Bytes = 256 * 1024;

    /// <summary>Most drafts of a person.</summary>
    public const int PerPerson = 200;

    /// <summary>How long a draft is kept after it was saved last.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
}

/// <summary>What a draft is about. Together with the person it is unique.</summary>
/// <param name="Bureau">The bureau in whose seat it was typed.</param>
/// <param name="CaseId">The case; for a new case the id it is to have.</param>
/// <param name="ActKind">The act kind, or <see cref="NewCase"/>.</param>
/// <param name="Corrects">The entry that it corrects; empty: none.</param>
/// <param name="About">The entry that it decides on or is named for, where a case may have several; empty: none.</param>
public sealed record DraftKey(string Bureau, string CaseId, string ActKind, string Corrects = "", string About = "")
{
    /// <summary>Stands for the act kind where a new case is typed: its first act may still change.</summary>
    public const string NewCase = "new-case";

    /// <summary>Whether a new case is typed.</summary>
    public bool IsNewCase => ActKind == NewCase;

    /// <summary>The address of the page that goes on with it.</summary>
    public string Address => IsNewCase
        ? $"/cases/new?id={Uri.EscapeDataString(CaseId)}"
        : $"/cases/{Uri.EscapeDataString(CaseId)}/acts/new/{Uri.EscapeDataString(ActKind)}{(Corrects.Length > 0 ? $"?corrects={Uri.EscapeDataString(Corrects)}" : About.Length > 0 ? $"?about={Uri.EscapeDataString(About)}" : "")}";
}

/// <summary>A draft as lists show it.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Label">What the person knows it by: act, case number, or cause of a new case. May be empty.</param>
/// <param name="Version">Counts the saves.</param>
/// <param name="SavedAt">When it was saved last.</param>
/// <param name="Bytes">Size of the content.</param>
public sealed record DraftLine(DraftKey Key, string Label, long Version, DateTimeOffset SavedAt, int Bytes);

/// <summary>A draft with its content, a JSON object.</summary>
public sealed record Draft(DraftLine Line, string Content);

/// <summary>A draft to be saved.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Base">The version that the window started from; 0: it knew of none.</param>
/// <param name="Content">The form as a JSON object.</param>
/// <param name="Label">What the person will know it by, at most 200 characters; longer ones are cut.</param>
public sealed record DraftToSave(DraftKey Key, long Base, string Content, string Label);

/// <summary>What became of a save.</summary>
public abstract record DraftAnswer
{
    private DraftAnswer()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Saved(DraftSaved Value) : DraftAnswer;

    /// <summary>It is not, and why.</summary>
    public sealed record Refused(BrokenRule Rule) : DraftAnswer;
}

/// <summary>A draft that was saved.</summary>
/// <param name="Version">Its version now.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Overtook">When another window had saved content that this save has replaced; <see langword="null"/>: none had.</param>
public sealed record DraftSaved(long Version, DateTimeOffset SavedAt, DateTimeOffset? Overtook);
