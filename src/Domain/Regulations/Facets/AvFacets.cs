using System.Diagnostics;

namespace Enforcement.Domain.Regulations.Facets;

/// <summary>What a profile says about recording an act.</summary>
internal static class AvFacets
{
    public static Facet Of(ActRule act) => new(
        FacetTopic.AudioVideo,
        act.Kind,
        act.Name,
        WordList.Sentences(act.Av.Select(rule => (Words?)Rule(rule))),
        ProfileFacets.Cites(act.Av.SelectMany(rule => new[] { rule.Article, rule.ExemptionArticle })));

    public static Words Need(AvNeed need) => need switch
    {
        AvNeed.Required => new("应当", "required"),
        AvNeed.Optional => new("可以", "optional"),
        AvNeed.None => new("不要求", "not asked for"),
        _ => throw new UnreachableException($"Unknown need {need}."),
    };

    private static Words Rule(AvRule rule)
    {
        var need = WordList.Mark(Need(rule.Need), rule.When is not null);
        var modes = rule.Modes.IsEmpty ? (Words?)null : WordList.Labelled(new("方式", "as"), WordList.Join(rule.Modes.Select(Mode)));
        return WordList.Sentences([need, modes, Exemption(rule.Exemption)]);
    }

    private static Words Mode(AvMode mode) => mode switch
    {
        AvMode.Photo => new("照相", "photo"),
        AvMode.Audio => new("录音", "audio"),
        AvMode.Video => new("录像", "video"),
        AvMode.Surveillance => new("视频监控", "surveillance"),
        _ => throw new UnreachableException($"Unknown mode {mode}."),
    };

    private static Words? Exemption(AvExemption exemption) => exemption switch
    {
        AvExemption.None => null,
        AvExemption.Secrets => new Words("涉及国家秘密等不适宜的除外", "except for state secrets and the like"),
        AvExemption.Unsuitable => new Words("不适宜的除外", "except where unsuitable"),
        AvExemption.UnsuitableWithReason => new Words("不适宜的除外，须书面说明理由", "except where unsuitable, with a written reason"),
        _ => throw new UnreachableException($"Unknown exemption {exemption}."),
    };
}
