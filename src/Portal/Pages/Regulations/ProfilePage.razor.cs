using System.Collections.Immutable;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Interfaces.Cases;
using Enforcement.Grains.Interfaces.Regulations;
using Enforcement.Portal.Components.Forms;
using Enforcement.Portal.Localization;
using Microsoft.AspNetCore.Components;

namespace Enforcement.Portal.Pages.Regulations;

/// <summary>One regulation: what it demands of each act and which terms it sets, with its own text beside.</summary>
public sealed partial class ProfilePage(IRegulationReader law)
{
    private ProfileSummary? _profile;
    private ImmutableArray<ActFormView> _acts = [];
    private ImmutableArray<ClockRuleView> _clocks = [];
    private ImmutableArray<ArticleRules> _articles = [];
    private string _filter = "";

    [Parameter]
    public string Code { get; set; } = "";

    [Parameter]
    public string Version { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    private (string Id, Phrase Name, int Count)[] Tabs =>
    [
        ("", RegulationsText.Acts, _acts.Length),
        ("clocks", RegulationsText.Clocks, _clocks.Length),
        ("articles", RegulationsText.Beside, _articles.Length),
    ];

    protected override void OnParametersSet()
    {
        var id = $"{Code}/{Version}";
        if (_profile?.Id == id)
        {
            return;
        }

        _profile = law.Profiles().FirstOrDefault(p => p.Id == id);
        if (_profile is { } profile)
        {
            (_acts, _clocks, _articles) = (law.Acts(id), law.Clocks(id), law.ByArticle(id));
        }
    }

    private bool Fits(params ReadOnlySpan<string> texts)
    {
        if (string.IsNullOrWhiteSpace(_filter))
        {
            return true;
        }

        foreach (var text in texts)
        {
            if (text.Contains(_filter.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string UrlOf(ProfileSummary profile, string tab) => $"/regulations/{profile.Id}{(tab.Length > 0 ? $"?tab={tab}" : "")}";

    private string TextOf(string cite) => law.Article(cite)?.Text ?? RegulationsText.NoText;

    private static string Joined(IEnumerable<Wording> names) => string.Join(Punctuation.Comma, names.Select(name => name.Here()));

    private static string Need(FormAv need) => need.Need switch
    {
        "required" => need.Conditional ? FormsText.AvRequiredWhen : FormsText.AvRequired,
        "optional" => FormsText.AvOptional,
        _ => FormsText.AvNone,
    };
}
