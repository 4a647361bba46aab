using Enforcement.Domain.Cases;

namespace Enforcement.Domain.Regulations;

/// <summary>A condition of a profile in words [适用情形], for whoever fills in a form: “‘是否有争议’为‘是’”.</summary>
public static class ConditionWords
{
    /// <summary>The words.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="profile">The profile that it stands in.</param>
    /// <param name="rule">The act whose form asks; <see langword="null"/>: none in particular.</param>
    public static Words Of(Condition condition, Profile profile, ActRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(profile);
        return condition switch
        {
            { Done: { } kind, AboutEvery: { } every } => new($"每一“{Act(profile, every).Zh}”均已有“{Act(profile, kind).Zh}”", $"every \"{Act(profile, every).En}\" has its \"{Act(profile, kind).En}\""),
            { Done: { } kind } => new($"已有“{Act(profile, kind).Zh}”", $"\"{Act(profile, kind).En}\" was recorded"),
            { Act: { } kind, Field: { } field } => Is(Of(profile, kind, field, condition.Is, Act(profile, kind))),
            { Field: { } field } => Is(Of(profile, rule?.Kind, field, condition.Is, null)),
            { Flag: { } flag } => Is(Flag(profile, flag, condition.Is)),
            { Stage: { } stage } => new($"案件已到“{StageNames.Of(stage).Zh}”阶段", $"the case has reached \"{StageNames.Of(stage).En}\""),
            { Complete: { } complete } => complete ? new("案卷材料齐全", "nothing is missing in the case") : new("案卷材料不齐", "something is missing in the case"),
            { All: { } all } => Join(all.Select(c => Of(c, profile, rule)), "，且", " and "),
            { Any: { } any } => Join(any.Select(c => Of(c, profile, rule)), "，或", " or "),
            { Not: { } not } => Of(not, profile, rule) is var words ? new($"并非{words.Zh}", $"not: {words.En}") : words,
            _ => new("符合规定的情形", "the circumstances of the article"),
        };
    }

    private static Words Act(Profile profile, string kind) => profile.Act(kind)?.Name ?? ActKinds.Find(kind)?.Name ?? new Words(kind, kind);

    private static (Words Name, Words Value) Of(Profile profile, string? kind, string field, string? value, Words? act)
    {
        var known = kind is null ? null : profile.Act(kind)?.Fields.FirstOrDefault(f => f.Id == field);
        Words name = known?.Name ?? new Words(field, field);
        return (act is { } of ? new Words($"{of.Zh}·{name.Zh}", $"{of.En}: {name.En}") : name, Value(known, value));
    }

    private static (Words Name, Words Value) Flag(Profile profile, string flag, string? value) => flag switch
    {
        "actType" when Kebab.Parse<ActType>(value) is { } type => (new("行为类别", "Kind of act"), ActTypeNames.Of(type)),
        "origin" when Kebab.Parse<CaseOrigin>(value) is { } origin => (new("案件来源", "Origin"), OriginNames.Of(origin)),
        _ => profile.Acts.SelectMany(act => act.Fields).FirstOrDefault(f => f.Sets == flag) is { } setter
            ? (setter.Name, Value(setter, value))
            : (new(flag, flag), Value(null, value)),
    };

    private static Words Value(FieldRule? field, string? value) => value switch
    {
        "true" => new Words("是", "yes"),
        "false" => new("否", "no"),
        _ => field?.Choices.FirstOrDefault(c => c.Id == value)?.Name ?? new Words(value ?? "", value ?? ""),
    };

    private static Words Is((Words Name, Words Value) fact) => new($"“{fact.Name.Zh}”为“{fact.Value.Zh}”", $"\"{fact.Name.En}\" is \"{fact.Value.En}\"");

    private static Words Join(IEnumerable<Words> parts, string zh, string en)
    {
        var all = parts.ToList();
        return new(string.Join(zh, all.Select(w => w.Zh)), string.Join(en, all.Select(w => w.En)));
    }
}
