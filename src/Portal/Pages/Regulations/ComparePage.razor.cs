using System.Collections.Immutable;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Regulations;

/// <summary>Two regulations side by side, rule by rule; what differs comes first because only that is shown unless asked otherwise.</summary>
public sealed partial class ComparePage(IRegulationReader law)
{
    private ImmutableArray<ProfileSummary> _profiles = [];
    private ImmutableArray<ComparedRule> _rules = [];
    private ImmutableArray<ComparedRule> _shown = [];
    private ImmutableArray<(string Id, string Name)> _topics = [];
    private ProfileSummary? _left;
    private ProfileSummary? _right;
    private string? _unknown;

    [SupplyParameterFromQuery(Name = "a")]
    private string? Left { get; set; }

    [SupplyParameterFromQuery(Name = "b")]
    private string? Right { get; set; }

    [SupplyParameterFromQuery(Name = "topic")]
    private string? Topic { get; set; }

    [SupplyParameterFromQuery(Name = "all")]
    private string? All { get; set; }

    private string SwapUrl => $"/regulations/compare?a={Uri.EscapeDataString(_right!.Id)}&b={Uri.EscapeDataString(_left!.Id)}{(All == "1" ? "&all=1" : "")}";

    protected override void OnParametersSet()
    {
        _profiles = law.Profiles();
        _unknown = new[] { Left, Right }.FirstOrDefault(id => !string.IsNullOrEmpty(id) && Find(id) is null);
        _left = Find(Left) ?? (_profiles.IsEmpty ? null : _profiles[0]);
        _right = Find(Right) ?? _profiles.FirstOrDefault(p => p.Id != _left?.Id);
        _rules = _left is { } a && _right is { } b && a.Id != b.Id ? law.Compare(a.Id, b.Id) : [];
        _topics = [.. _rules.Select(r => (r.Topic, r.TopicName.Here())).Distinct()];
        _shown = [.. _rules.Where(r => (All == "1" || !r.Same) && (string.IsNullOrEmpty(Topic) || r.Topic == Topic))];
    }

    private ProfileSummary? Find(string? id) => _profiles.FirstOrDefault(p => p.Id == id);

    private static string Version(ProfileSummary profile) => Punctuation.Aside(profile.EffectiveFrom is { } day ? $"{profile.Code} {Dates.Day(day)}" : profile.Code);
}
