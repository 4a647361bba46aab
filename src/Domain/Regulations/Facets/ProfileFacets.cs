using System.Collections.Immutable;
using System.Diagnostics;
using Enforcement.Domain.Cases;
using Enforcement.Domain.Deadlines;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>Takes a profile apart into facets. Everything a profile holds is in one of them, so that every article it carries is named by at least one.</summary>
public static class ProfileFacets
{
    /// <summary>The facets of a profile, by topic and in the order of the profile.</summary>
    /// <param name="profile">The profile.</param>
    public static ImmutableArray<Facet> Of(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. Scope(profile),
            .. profile.Clocks.Select(clock => Term(clock, profile)),
            .. profile.Acts.Where(act => act.Av.Any(rule => rule.Need is not AvNeed.None)).Select(AvFacets.Of),
            .. Recording(profile.Recordings),
            .. profile.Acts.SelectMany(ActFacets.Of),
            .. profile.Gates.Select(gate => Gate(gate, profile)),
            .. Archive(profile.Archive),
            .. profile.Access.GroupBy(rule => (rule.Right, rule.State)).Select(AccessRule),
            .. profile.Duties.GroupBy(duty => duty.Kind).OrderBy(group => group.Key).Select(Duties),
            .. profile.Statements.Select(s => new Facet(FacetTopic.Statements, s.Article, new("条文要旨", "Gist"), s.Text, [s.Article])),
        ];
    }

    private static IEnumerable<Facet> Scope(Profile profile)
    {
        yield return new(FacetTopic.Scope, "act-types", new("适用的执法行为", "Acts covered"), WordList.Join(profile.Scope.ActTypes.Select(ActTypeNames.Of)), [profile.Scope.Article]);
        yield return new(
            FacetTopic.Scope,
            "entry",
            new("事后补录", "Late entries"),
            WordList.Plain($"{profile.Entry.PastDays}日内可补录；超过{profile.Entry.LateAfterHours}小时的标记为补录", $"within {profile.Entry.PastDays} days; marked as late after {profile.Entry.LateAfterHours} h"),
            []);
    }

    private static Facet Term(ClockRule clock, Profile profile) => new(
        FacetTopic.Terms,
        clock.Id,
        clock.Name,
        WordList.Sentences(
            [
                TermSentence.Length(clock.Term),
                WordList.Labelled(new("起算", "starts with"), WordList.Join(clock.Start.Select(t => TriggerNames.Of(t, profile)).Distinct())),
                WordList.Labelled(new("办结", "stops with"), WordList.Join(clock.Stop.Select(t => TriggerNames.Of(t, profile)).Distinct())),
                clock.Roll ? new Words("末日逢节假日顺延", "rolls to the next working day") : null,
                clock.Suspend.IsEmpty ? null : WordList.Labelled(new("中止", "suspended by"), WordList.Join(clock.Suspend.Select(s => TriggerNames.Of(s.From, profile)).Distinct())),
                clock.Extend.IsEmpty ? null : WordList.Labelled(new("可延长", "may be extended by"), WordList.Join(clock.Extend.Select(e => TermSentence.Length(e.Term)))),
                clock.OverrideArticle is null ? null : new Words("法律、法规、规章另有规定的从其规定", "another law may set another term"),
                clock.RemoteWork is null ? null : new Words($"连续、异地工作的，自返回单位起{TermSentence.Length(clock.RemoteWork.Term).Zh}", $"remote or continuous work: {TermSentence.Length(clock.RemoteWork.Term).En} from the return"),
                clock.Advisory ? new Words("提示性，不是制度规定", "advisory, not in the regulation") : null,
            ]),
        Cites([clock.Article, .. clock.Suspend.Select(s => s.Article), .. clock.Extend.Select(e => e.Article), clock.OverrideArticle, clock.RemoteWork?.Article]));

    private static IEnumerable<Facet> Recording(RecordingRules rules)
    {
        yield return new(FacetTopic.Recording, "basis", new("文字与音像的关系", "Text and recordings"), new("按本条确定记录方式", "the way of recording follows this article"), [rules.Article]);
        if (!rules.Content.IsEmpty)
        {
            yield return new(FacetTopic.Recording, "content", new("重点摄录内容", "What must be shown"), WordList.Join(rules.Content.Select(c => c.Name)), Cites(rules.Content.Select(c => c.Article)));
        }

        if (!rules.Conduct.IsEmpty)
        {
            yield return new(FacetTopic.Recording, "conduct", new("摄录要求", "How it is made"), WordList.Join(rules.Conduct.Select(c => c.Name)), Cites(rules.Conduct.Select(c => c.Article)));
        }

        if (!rules.Places.IsEmpty)
        {
            yield return new(
                FacetTopic.Recording, "places", new("固定场所视频监控", "Places under surveillance"),
                WordList.Join(rules.Places.Select(p => new Words($"{p.Name.Zh}（{AvFacets.Need(p.Need).Zh}）", $"{p.Name.En} ({AvFacets.Need(p.Need).En})"))), Cites(rules.Places.Select(p => p.Article)));
        }

        if (rules.SelfKeepingBanArticle is { } ban)
        {
            yield return new(FacetTopic.Recording, "self-keeping", new("自行保管", "Keeping them oneself"), new("禁止自行保管", "forbidden"), [ban]);
        }
    }

    private static Facet Gate(GeneralGate general, Profile profile)
    {
        var acts = general.Acts.IsEmpty
            ? new Words("所有环节", "all acts")
            : WordList.Join(general.Acts.Select(kind => profile.Act(kind)?.Name ?? ActKinds.Find(kind)?.Name ?? new Words(kind, kind)));
        return new(FacetTopic.Acts, $"gate/{general.Gate.Code}", general.Gate.Text, WordList.Sentences([WordList.Labelled(new("适用于", "stands before"), acts), general.Gate.Next]), [general.Gate.Article]);
    }

    private static IEnumerable<Facet> Archive(ArchiveRules rules)
    {
        yield return new(FacetTopic.Archive, "file", new("案卷归档", "The file"), new("按本条立卷归档", "the file is archived under this article"), [rules.Article]);
        if (!rules.RecordingFields.IsEmpty)
        {
            yield return new(FacetTopic.Archive, "descriptions", new("电子记录的文字说明", "Text about each electronic record"), WordList.Join(rules.RecordingFields.Select(f => f.Name)), Cites(rules.RecordingFields.Select(f => f.Article)));
        }

        if (rules.TranscriptArticle is { } transcript)
        {
            yield return new(FacetTopic.Archive, "transcript", new("声音资料的文字记录", "Transcript of sound"), new("应当附文字记录", "required"), [transcript]);
        }

        if (rules.RetentionArticle is { } retention)
        {
            yield return new(FacetTopic.Archive, "retention", new("保存期限", "Retention"), new("保存期内不得销毁", "no destruction within the term"), [retention]);
        }
    }

    private static Facet AccessRule(IGrouping<(PartyRight Right, CaseOpenness State), AccessRule> rules) => new(
        FacetTopic.Access,
        $"{Kebab.Of(rules.Key.Right)}/{Kebab.Of(rules.Key.State)}",
        rules.Key switch
        {
            (PartyRight.Read, CaseOpenness.Any) => new("当事人查阅", "A party reads"),
            (PartyRight.Copy, CaseOpenness.Any) => new("当事人复制", "A party copies"),
            (PartyRight.ReadAndCopy, CaseOpenness.Any) => new("当事人查阅、复制", "A party reads and copies"),
            (var right, CaseOpenness.Open) => new($"未归档时{Right(right).Zh}", $"{Right(right).En} before archiving"),
            (var right, _) => new($"归档后{Right(right).Zh}", $"{Right(right).En} after archiving"),
        },
        WordList.Join(rules.Select(rule => rule.Procedure ?? (rule.Approver is { } role && Access.RoleNames.Parse(role) is { } known
            ? new Words($"经{Access.RoleNames.Of(known).Zh}同意", $"with the consent of the {Access.RoleNames.Of(known).En}")
            : new Words(rule.Approver ?? "", rule.Approver ?? "")))),
        Cites(rules.Select(rule => rule.Article)));

    private static Words Right(PartyRight right) => right switch
    {
        PartyRight.Read => new("查阅", "reading"),
        PartyRight.Copy => new("复制", "copying"),
        PartyRight.ReadAndCopy => new("查阅、复制", "reading and copying"),
        _ => throw new UnreachableException($"Unknown right {right}."),
    };

    private static Facet Duties(IGrouping<DutyKind, Duty> duties) => new(
        FacetTopic.Duties,
        Kebab.Of(duties.Key),
        duties.Key switch
        {
            DutyKind.Equipment => new("设备配备", "Equipment"),
            DutyKind.Custody => new("保管", "Custody"),
            DutyKind.Integrity => new("原始记录完整性", "Integrity of originals"),
            DutyKind.Access => new("查阅与公开", "Access and publication"),
            DutyKind.Supervision => new("监督、考核、责任", "Supervision and liability"),
            DutyKind.System => new("系统与留痕", "System and trace"),
            _ => throw new UnreachableException($"Unknown duty {duties.Key}."),
        },
        WordList.Sentences(duties.Select(duty => (Words?)(duty.Items.IsEmpty ? duty.Text : WordList.Labelled(duty.Text, WordList.Join(duty.Items))))),
        Cites(duties.Select(duty => duty.Article)));

    internal static ImmutableArray<string> Cites(params IEnumerable<string?> cites) => [.. cites.OfType<string>().Distinct(StringComparer.Ordinal)];
}
