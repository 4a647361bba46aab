using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Cases;

/// <summary>What the pinned profile demands of every act that was recorded, against what is there [要件完整性].</summary>
/// <param name="Items">One item for each requirement, in the order of the acts.</param>
public sealed record Completeness(ImmutableArray<CompletenessItem> Items)
{
    /// <summary>Whether nothing required is missing.</summary>
    public bool IsComplete => MissingCount == 0;

    /// <summary>How many required items are missing.</summary>
    public int MissingCount => Items.Count(i => i.Status is ItemStatus.Missing);

    /// <summary>Compares the standing entries of a case with its profile.</summary>
    public static Completeness Of(CaseState state, Profile profile) =>
        new([.. state.Standing.SelectMany(act => Demands(act, state, profile))]);

    private static IEnumerable<CompletenessItem> Demands(ActState act, CaseState state, Profile profile)
    {
        if (profile.Act(act.Entry.Kind) is not { } rule)
        {
            yield break;
        }

        bool Holds(Condition? when) => Conditions.Holds(when, state, act.Entry.Fields, profile, act.Entry.RefersTo);
        CompletenessItem Item(RequirementKind kind, string id, Words name, string article, bool present) =>
            new(act.Entry.Id, act.Entry.Kind, kind, id, name, article, present ? ItemStatus.Present : ItemStatus.Missing, null);

        foreach (var f in rule.Fields.Where(f => f.Required && Holds(f.When)))
        {
            yield return Item(RequirementKind.Field, f.Id, f.Name, f.Article, act.Entry.Fields.ContainsKey(f.Id));
        }

        foreach (var o in rule.Officers.Where(o => Holds(o.When)))
        {
            yield return Item(RequirementKind.Officers, "officers", new($"执法人员不少于{o.Min}人", $"At least {o.Min} officer(s)"), o.Article, act.Entry.Officers.Length >= o.Min);
        }

        foreach (var group in rule.Documents.Where(d => d.Required && Holds(d.When)).GroupBy(d => d.AnyOf ?? d.Id))
        {
            var first = group.First();
            var name = new Words(string.Join('或', group.Select(d => d.Name.Zh)), string.Join(" or ", group.Select(d => d.Name.En)));
            yield return Item(RequirementKind.Document, first.Id, name, first.Article, group.Any(d => act.Documents.Any(x => x.Id == d.Id)));
        }

        foreach (var s in rule.Signatures.Where(s => s.Required && Holds(s.When)))
        {
            yield return Item(RequirementKind.Signature, Kebab.Of(s.By), SignerNames.Of(s.By), s.Article, act.Entry.Signatures.Any(x => x.By == s.By));
        }

        foreach (var item in Av(act, profile))
        {
            yield return item;
        }
    }

    private static IEnumerable<CompletenessItem> Av(ActState act, Profile profile)
    {
        var entry = act.Entry;
        if (entry.Av is AvNeed.Required)
        {
            var status = entry.Exemption is not null && act.Recordings.IsEmpty ? ItemStatus.Exempt : act.AvStored ? ItemStatus.Present : ItemStatus.Missing;
            yield return new(entry.Id, entry.Kind, RequirementKind.Recording, "av", new("音像记录", "Audio-video record"), entry.AvArticle!, status, entry.Exemption?.Reason);
        }

        foreach (var recording in act.Recordings)
        {
            foreach (var f in profile.Archive.RecordingFields.Where(f => f.Required))
            {
                var there = recording.Description.ContainsKey(f.Id);
                yield return new(entry.Id, entry.Kind, RequirementKind.Description, $"{recording.Entry.Id}/{f.Id}", f.Name, f.Article, there ? ItemStatus.Present : ItemStatus.Missing, null);
            }

            if (profile.Archive.TranscriptArticle is { } article && recording.Entry.Mode is AvMode.Audio)
            {
                var there = recording.Transcript is not null;
                yield return new(entry.Id, entry.Kind, RequirementKind.Description, $"{recording.Entry.Id}/transcript", new("声音资料的文字记录", "Transcript of the sound"), article, there ? ItemStatus.Present : ItemStatus.Missing, null);
            }
        }
    }
}

/// <summary>One requirement and how it stands.</summary>
/// <param name="Act">The entry.</param>
/// <param name="Kind">The act kind.</param>
/// <param name="Requirement">What kind of thing is demanded.</param>
/// <param name="Id">Its id inside the act's rule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Article">The article that demands it.</param>
/// <param name="Status">Present, exempt, or missing.</param>
/// <param name="Reason">The reason of an exemption, where one was given.</param>
public sealed record CompletenessItem(string Act, string Kind, RequirementKind Requirement, string Id, Words Name, string Article, ItemStatus Status, string? Reason);

/// <summary>What kind of thing is demanded.</summary>
public enum RequirementKind
{
    /// <summary>记载事项</summary>
    Field,

    /// <summary>执法人员</summary>
    Officers,

    /// <summary>文书</summary>
    Document,

    /// <summary>签名或盖章</summary>
    Signature,

    /// <summary>音像记录</summary>
    Recording,

    /// <summary>电子记录的文字说明</summary>
    Description,
}

/// <summary>How a requirement stands.</summary>
public enum ItemStatus
{
    /// <summary>齐备</summary>
    Present,

    /// <summary>免予</summary>
    Exempt,

    /// <summary>缺失</summary>
    Missing,
}
