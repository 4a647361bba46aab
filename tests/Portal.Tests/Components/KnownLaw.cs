using System.Collections.Immutable;
using Enforcement.Domain.Regulations;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Regulations;

namespace Enforcement.Portal.Tests.Components;

/// <summary>The shipped law, read for the components straight from the embedded profiles.</summary>
internal sealed class KnownLaw : IRegulationReader
{
    public ArticleView? Article(string cite) => cite == "CM-08" ? new ArticleView("CM-08", "第八条 启动行政执法程序应当……", IsGist: false) : null;

    public ImmutableArray<ProfileSummary> Profiles() => [];

    public ImmutableArray<ActFormView> Openings(string code, DateOnly day) => [];

    public ImmutableArray<ActFormView> Acts(string profileId) => [];

    public ImmutableArray<ClockRuleView> Clocks(string profileId) => [];

    public ImmutableArray<ArticleView> Articles(string code) => [];

    public ImmutableArray<NamedValue> ActTypes(string code, DateOnly day) => [];

    public string? Text(string profileId) => null;
}
